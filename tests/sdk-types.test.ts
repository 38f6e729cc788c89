/** The SDK's type tests fail where a type loosens: each of these changes must not compile. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const sdk = join(root, "packages/sdk");
let copy: string;

beforeAll(() => {
  // Inside the repository, so that the compiler finds what the tests import.
  const cache = join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  copy = mkdtempSync(join(cache, "loosened-"));
  cpSync(join(sdk, "src"), join(copy, "src"), { recursive: true });
  symlinkSync(join(sdk, "node_modules"), join(copy, "node_modules"));
  const extended = { extends: join(root, "tsconfig.json"), include: ["src/**/*.ts"], exclude: ["src/testing"] };
  writeFileSync(join(copy, "tsconfig.json"), JSON.stringify(extended));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What the compiler complains of. */
function complaints(): Promise<string> {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, "--noEmit", "-p", copy], (_, stdout) => resolve(stdout));
  });
}

test("as they are, they compile", async () => {
  expect(await complaints()).toBe("");
});

test.each<[string, string, string | RegExp, string]>([
  ["beta is any", "generated/operations.ts", /readonly beta: number/g, "readonly beta: any"],
  ["a null is forgotten", "generated/operations.ts", /readonly rSquared: number \| null/g, "readonly rSquared: number"],
  ["an enum is any text", "generated/operations.ts", /export type Interval =[^;]+;/, "export type Interval = string;"],
  ["a date is anything", "generated/operations.ts", /readonly firstDate: string/g, "readonly firstDate: unknown"],
  ["a portfolio may be two things", "generated/operations.ts", /readonly holdings\?: never;/g, ""],
  ["a variable is optional", "generated/operations.ts", /^ {2}value: number;/gm, "  value?: number;"],
  ["a column is any list", "series.ts", "[C in Column]: Float64Array", "[C in Column]: ArrayLike<number>"],
  ["a series stays packed", "series.ts", "infer Packed }", "infer Packed & never }"],
  ["a result may be null", "answered.ts", /NonNullable<Result\[Field\]>/g, "Result[Field]"],
  [
    "a result is any",
    "generated/operations.ts",
    /interface (\w+) extends Answered<Unpacked<\w+>> \{\}/g,
    "type $1 = any;",
  ],
  ["details are anything", "error.ts", "details: ErrorDetails[Code]", "details: any"],
  ["a code is any text", "error.ts", /keyof ErrorDetails;/, "keyof ErrorDetails | string;"],
  ["an operation takes anything", "client.ts", /variables: Variables,/, "variables: unknown,"],
])("not where %s", async (_, file, find, loosened) => {
  const path = join(copy, "src", file);
  const text = readFileSync(path, "utf8");
  const changed = text.replace(find, loosened);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
  try {
    expect(await complaints()).toMatch(/\.test\.ts.*error TS/);
  } finally {
    writeFileSync(path, text);
  }
});

test("no declaration of the SDK says any", () => {
  for (const file of ["answered", "client", "error", "exchange", "hooks", "operation", "request", "series"]) {
    const code = readFileSync(join(sdk, `src/${file}.ts`), "utf8").replace(
      /\/\*[\s\S]*?\*\/|\/\/.*|`[^`]*`|"[^"]*"/g,
      "",
    );
    expect(code).not.toMatch(/\bany\b/);
  }
  const generated = readFileSync(join(sdk, "src/generated/operations.ts"), "utf8");
  expect(generated.replace(/\/\*[\s\S]*?\*\//g, "").replace(/"[^"]*"/g, "")).not.toMatch(/\bany\b/);
});
