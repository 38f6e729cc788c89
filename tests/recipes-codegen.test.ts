import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "./running-server.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../", import.meta.url));
const text = readFileSync(join(root, "packages/sdk/RECIPES.md"), "utf8");

/** The code below a line that is the name of its file, or ends with such words. */
function codeAfter(words: string): string {
  const after = text.slice(text.indexOf(words) + words.length);
  return after.slice(after.indexOf("```ts\n") + 6, after.indexOf("\n```\n") + 1);
}

const CONFIG = codeAfter("`codegen.ts`:\n");
const PROGRAM = codeAfter("`src/rolling-beta.ts`:\n");
const WITH_PRINT = codeAfter("with graphql's `print`:\n");

/** Uses that must not compile. */
const WRONG = `
import { createClient } from "@hedgeql/sdk";
import { RollingBetaDocument } from "./gql/graphql.ts";

const hedgeql = createClient({ url: "http://localhost:4000/graphql" });
const { regression } = await hedgeql.request(RollingBetaDocument, { symbol: "sample:AAPL", window: 252 });
const beta: Float64Array = regression.rolling.beta;
// @ts-expect-error: it was not asked for.
beta.set(regression.rolling.rSquared);
// @ts-expect-error: a symbol is text.
await hedgeql.request(RollingBetaDocument, { symbol: 1, window: 252 });
// @ts-expect-error: a window is needed.
await hedgeql.request(RollingBetaDocument, { symbol: "sample:AAPL" });
`;

const TSCONFIG = {
  compilerOptions: {
    ...{ target: "es2022", module: "nodenext", lib: ["es2023", "dom"], types: [] },
    ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, allowImportingTsExtensions: true },
  },
  include: ["src"],
};

let server: RunningServer;
const folders: string[] = [];
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  await server.close();
});

/** An empty project with what the recipe installs: the SDK as its package has it, and the generator. */
function emptyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "hedgeql-codegen-"));
  folders.push(folder);
  const modules = join(folder, "node_modules");
  const installed = join(root, "tests/node_modules");
  const preset = createRequire(realpathSync(join(installed, "@graphql-codegen/client-preset/package.json")));
  const sdk = join(modules, "@hedgeql/sdk");
  for (const path of [sdk, join(modules, "@graphql-typed-document-node"), join(folder, "src")]) {
    mkdirSync(path, { recursive: true });
  }
  cpSync(join(root, "packages/sdk/package.json"), join(sdk, "package.json"));
  symlinkSync(join(root, "packages/sdk/src"), join(sdk, "src"));
  cpSync(join(root, "packages/server/schema.graphql"), join(sdk, "schema.graphql"));
  symlinkSync(join(installed, "@graphql-codegen"), join(modules, "@graphql-codegen"));
  symlinkSync(join(installed, "graphql"), join(modules, "graphql"));
  const typedDocuments = dirname(preset.resolve("@graphql-typed-document-node/core/package.json"));
  symlinkSync(typedDocuments, join(modules, "@graphql-typed-document-node/core"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(TSCONFIG));
  return folder;
}

describe.each([
  ["strings", "new TypedDocumentString(", CONFIG, PROGRAM],
  [
    "DocumentNodes",
    '{"kind":"Document"',
    CONFIG.replace('documentMode: "string",', ""),
    PROGRAM.replace(/^const hedgeql = .*\n/m, "").replace(/^(?=const RollingBeta)/m, `${WITH_PRINT}\n`),
  ],
])("documents that are %s", (_, sign, config, program) => {
  test("are generated, compile with exact types, and are answered", async () => {
    const cwd = emptyProject();
    writeFileSync(join(cwd, "codegen.ts"), config);
    const file = join(cwd, "src/rolling-beta.ts");
    writeFileSync(file, program.replaceAll("http://localhost:4000/graphql", server.url));
    await run(process.execPath, ["node_modules/@graphql-codegen/cli/cjs/bin.js"], { cwd });
    expect(readFileSync(join(cwd, "src/gql/graphql.ts"), "utf8")).toContain(sign);
    writeFileSync(join(cwd, "src/wrong.ts"), WRONG);
    await run(process.execPath, [join(root, "node_modules/typescript/bin/tsc")], { cwd }).catch(({ stdout }) =>
      expect.unreachable(stdout),
    );
    const { stdout } = await run(process.execPath, [file], { cwd });
    // On another machine the last digit may be another one.
    const printed = stdout.trim().split(" ");
    const promised = /\/\/ (.*)/.exec(program)?.[1].split(" ") ?? [];
    expect(printed[0]).toBe(promised[0]);
    expect(Number(printed[1])).toBeCloseTo(Number(promised[1]), 12);
  });
});
