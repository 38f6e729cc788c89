/** Each program in the SDK's documentation compiles, runs against a real server, and prints what it says. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sdk from "@hedgeql/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DocumentedProgram, examplesOf, programsIn } from "./documented-program.ts";
import { type RunningServer, startServer } from "./running-server.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(join(root, "packages/sdk/README.md"), "utf8");
/** What an example may leave out: the client, and imports of what its text names. */
const NAMES = Object.keys(sdk).filter((name) => name !== "operations");
const URL_IN_DOCUMENTATION = "http://localhost:4000/graphql";

const everything = [...examplesOf(join(root, "packages/sdk/src")), ...programsIn("README.md", readme)];
const programs = everything.filter(({ text }, i) => everything.findIndex((other) => other.text === text) === i);

let server: RunningServer;
let folder: string;
beforeAll(async () => {
  server = await startServer({ env: { CORS_ORIGINS: "" } });
  // Inside tests/, where the SDK is found as a package, and not in node_modules, where Node runs no TypeScript.
  mkdirSync(join(root, "tests/.cache"), { recursive: true });
  folder = mkdtempSync(join(root, "tests/.cache/documented-"));
  programs.forEach(({ text }, i) => {
    writeFileSync(join(folder, `program${i}.ts`), complete(text));
  });
  writeFileSync(join(folder, "run-all.ts"), RUN_ALL);
  const compilerOptions = { noUnusedLocals: false };
  const extended = { extends: join(root, "tsconfig.json"), compilerOptions, include: ["*.ts"], exclude: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(extended));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the programs one after the other, and prints what each of them printed. */
const RUN_ALL = `
import { format } from "node:util";
const printed: unknown[] = [];
const { log } = console;
for (let i = 0; i < Number(process.argv[2]); i++) {
  const lines: string[] = [];
  console.log = (...values: unknown[]) => void lines.push(format(...values));
  try {
    await import(\`./program\${i}.ts\`);
  } catch (error) {
    lines.push(String(error));
  }
  printed.push(lines);
}
log(JSON.stringify(printed));
`;

function complete(text: string): string {
  const imported = new Set(
    [...text.matchAll(/import (?:type )?{([^}]*)}/g)].flatMap(([, names]) => names.match(/\w+/g) ?? []),
  );
  const code = text.replaceAll(/"[^"\n]*"|\/\/.*/g, "");
  const isClientMissing = /\bhedgeql\b/.test(code) && !/const hedgeql\b/.test(code);
  const names = NAMES.filter(
    (name) =>
      !imported.has(name) && (new RegExp(`\\b${name}\\b`).test(code) || (isClientMissing && name === "createClient")),
  );
  return [
    names.length > 0 ? `import { ${names.join(", ")} } from "@hedgeql/sdk";` : "",
    isClientMissing ? `const hedgeql = createClient({ url: "${URL_IN_DOCUMENTATION}" });` : "",
    text,
    "export {};",
  ]
    .join("\n")
    .replaceAll(URL_IN_DOCUMENTATION, server.url);
}

function run(...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }, (_, stdout, stderr) => resolve(stdout + stderr));
  });
}

/** Figures may differ in their last digits between machines. */
const rounded = (line: string) =>
  line.replaceAll(/-?\d+\.\d{9,}(e[-+]\d+)?/g, (figure) => Number(figure).toPrecision(15));

describe("every program", () => {
  let printed: string[][];
  beforeAll(async () => {
    const output = await run("run-all.ts", String(programs.length));
    try {
      printed = JSON.parse(output);
    } catch {
      throw new Error(output);
    }
  });

  test("compiles", async () => {
    const complaints = await run(join(root, "node_modules/typescript/bin/tsc"), "--noEmit", "-p", folder);
    expect(complaints).toBe("");
  });

  test.each(programs.map((program, i): [string, DocumentedProgram, number] => [program.name, program, i]))(
    "%s prints what it says",
    (_, { text, promised }, i) => {
      if (text.includes("console.log")) expect(promised.length).toBeGreaterThan(0);
      expect(printed[i].map(rounded)).toEqual(promised.map(rounded));
    },
  );
});

describe("every export", () => {
  const sources = [
    "answer",
    "between",
    "client",
    "documents",
    "error",
    "exchange",
    "hooks",
    "operation",
    "partial-data",
    "persisted",
    "request",
    "retry",
    "series",
    "generated/operations",
  ].map((file) => readFileSync(join(root, `packages/sdk/src/${file}.ts`), "utf8"));

  test.each(NAMES)("%s is documented with an example", (name) => {
    const before = sources
      .map(
        (text) =>
          new RegExp(`(/\\*\\*(?:(?!\\*/)[\\s\\S])*\\*/)\\nexport (?:const|class|(?:async )?function) ${name}\\b`).exec(
            text,
          )?.[1],
      )
      .find((comment) => comment !== undefined);
    expect(before).toContain("@example");
  });

  test("and every type is documented", () => {
    const index = readFileSync(join(root, "packages/sdk/src/index.ts"), "utf8");
    const types = [...index.matchAll(/export type {([^}]*)}/g)].flatMap(([, names]) => names.match(/\w+/g) ?? []);
    const undocumented = types.filter(
      (name) => !sources.some((text) => new RegExp(`\\*/\\nexport (?:interface|type) ${name}\\b`).test(text)),
    );
    expect(undocumented.filter((name) => name !== "Answered")).toEqual([]);
  });
});
