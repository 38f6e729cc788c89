/**
 * Records what `@hedgeql/sdk/testing` answers with: asks the real server, on its bundled sample, one question for each
 * operation. With `--check` it says which of the recorded answers the server does not give any more.
 */
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../../../scripts/running-server.ts";
import { type Operation, operations } from "../src/index.ts";
import { nameOf } from "../src/operation.ts";
import { answerDifferences } from "./answer-differences.ts";
import { recordAnswer } from "./record-answer.ts";

const FOLDER = new URL("../src/testing/recorded/", import.meta.url);
const NOTE = "// Made by `pnpm record-answers` from the answers of a server: do not edit.\n";

const recordings = await recordAll();
const files = new Map([...recordings].map(([name, answer]) => [fileOf(name), moduleOf(name, answer)]));
files.set("index.ts", indexOf([...recordings.keys()]));
const left = readdirSync(FOLDER).filter((file) => !files.has(file));
const changed = [...files].filter(([file, text]) => differs(readThere(file), text)).map(([file]) => file);

if (process.argv.includes("--check")) {
  for (const file of [...changed, ...left]) {
    console.error(`packages/sdk/src/testing/recorded/${file} is out of date`);
    for (const difference of differencesOf(file).slice(0, 5)) console.error(`  ${difference}`);
  }
  if (changed.length + left.length > 0) {
    console.error("Run `npx -y pnpm@12 record-answers`.");
    process.exitCode = 1;
  }
} else {
  mkdirSync(FOLDER, { recursive: true });
  for (const file of changed) writeFileSync(new URL(file, FOLDER), files.get(file) ?? "");
  for (const file of left) rmSync(new URL(file, FOLDER));
  const bytes = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  console.log(`${recordings.size} answers, ${Math.round(bytes / 1000)} kB; ${changed.length} files changed`);
}

/** By the names of the operations. The server has a data folder of its own: what the user keeps is not in an answer. */
async function recordAll(): Promise<Map<string, object>> {
  const dataDir = mkdtempSync(join(tmpdir(), "hedgeql-answers-"));
  const server = await startServer({ DATA_DIR: dataDir, DATABASE_URL: undefined });
  try {
    const all = new Map<string, object>();
    for (const operation of operations) {
      all.set(`${nameOf(operation)}`, await recordAnswer(server.url, operation as Operation<object, unknown>));
    }
    return all;
  } finally {
    const ended = once(server.process, "exit");
    server.process.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function fileOf(operation: string): string {
  return `${operation.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase()}.ts`;
}

/** A text in place of an object: a module with all answers is read in no time, and each is parsed when it is asked for. */
function moduleOf(operation: string, answer: object): string {
  const text = JSON.stringify(answer).replace(/[\\']/g, "\\$&");
  return `${NOTE}export const ${constantOf(operation)} =\n  '${text}';\n`;
}

function constantOf(operation: string): string {
  return operation[0].toLowerCase() + operation.slice(1);
}

function indexOf(names: readonly string[]): string {
  const sorted = names.toSorted();
  const imports = sorted.map((name) => `import { ${constantOf(name)} } from "./${fileOf(name)}";\n`);
  const entries = sorted.map((name) => `  ${name}: ${constantOf(name)},\n`);
  return [
    NOTE,
    ...imports,
    "\n/** For each operation the JSON of an answer, and of the variables that it is the answer to. */\n",
    "export const RECORDED: Readonly<Record<string, string>> = {\n",
    ...entries,
    "};\n",
  ].join("");
}

function readThere(file: string): string {
  try {
    return readFileSync(new URL(file, FOLDER), "utf8");
  } catch {
    return "";
  }
}

/** Figures that differ by rounding alone are the same: other machines write nothing new. */
function differs(there: string, made: string): boolean {
  const [before, now] = [there, made].map(answerIn);
  if (before === undefined || now === undefined) return there !== made;
  return answerDifferences(before, now).length > 0;
}

function differencesOf(file: string): string[] {
  return answerDifferences(answerIn(readThere(file)), answerIn(files.get(file) ?? ""));
}

function answerIn(module: string): unknown {
  const text = /^export const \w+ =\n {2}'(.*)';$/m.exec(module)?.[1];
  return text === undefined ? undefined : JSON.parse(text.replace(/\\([\\'])/g, "$1"));
}
