/** The programs in the documentation: what they are, and what they say that they print. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface DocumentedProgram {
  /** Where it stands. */
  readonly name: string;
  readonly text: string;
  /** What it says that it prints: the comment after a `console.log`, and those on the lines below it. */
  readonly promised: readonly string[];
}

/** The examples in the TSDoc of a folder's sources. */
export function examplesOf(folder: string): DocumentedProgram[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !/\.(test|fixture)\.ts$/.test(file),
  );
  return files.toSorted().flatMap((file) => {
    const comments = readFileSync(join(folder, file), "utf8").match(/^ *\/\*\*[\s\S]*?\*\//gm) ?? [];
    const texts = comments.flatMap((comment) => programsOf(comment.replaceAll(/^ *\* ?/gm, "")));
    return texts.map((text, i) => program(`${file} ${i + 1}`, text));
  });
}

/** The programs of a page of Markdown. */
export function programsIn(name: string, markdown: string): DocumentedProgram[] {
  return programsOf(markdown).map((text, i) => program(`${name} ${i + 1}`, text));
}

function programsOf(text: string): string[] {
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code);
}

function program(name: string, text: string): DocumentedProgram {
  const promised = [...text.matchAll(/console\.log\(.*?(?: \/\/ (.*))?\n((?: *\/\/ .*\n)*)/g)].flatMap(
    ([, beside, below]) => [
      ...(beside === undefined ? [] : [beside]),
      ...(below.match(/\/\/ .*/g) ?? []).map((line) => line.slice(3)),
    ],
  );
  return { name, text, promised };
}
