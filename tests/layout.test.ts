import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What must not import what: the first line of a file there, and whether the linter must object. */
const IMPORTS: [file: string, imported: string, refused: boolean][] = [
  ["packages/core/src/a.ts", "node:fs", true],
  ["packages/core/src/b.ts", "@hedgeql/server/app", true],
  ["packages/core/src/c.ts", "../../server/src/app.ts", true],
  ["packages/core/src/d.ts", "./series/series.ts", false],
  ["packages/core/src/series/a.ts", "../errors.ts", false],
  ["packages/core/src/series/b.ts", "../regression/regression.ts", false],
  ["packages/core/src/series/c.ts", "../../golden/read-golden.ts", true],
  ["packages/core/src/series/d.ts", "../../../server/src/app.ts", true],
  ["packages/server/src/analysis/a.ts", "graphql", true],
  ["packages/server/src/analysis/b.ts", "../prices/stores/sqlite.ts", true],
  ["packages/server/src/analysis/c.ts", "../schema/index.ts", true],
  ["packages/server/src/analysis/d.ts", "../prices/price-history.ts", false],
  ["packages/server/src/analysis/e.ts", "./hedge/hedge-analysis.ts", false],
  ["packages/server/src/analysis/hedge/a.ts", "../../schema/index.ts", true],
  ["packages/server/src/analysis/hedge/b.ts", "../../prices/stores/sqlite.ts", true],
  ["packages/server/src/analysis/hedge/c.ts", "../../prices/price-history.ts", false],
  ["packages/server/src/analysis/hedge/d.ts", "../joining/joint-returns.ts", false],
  ["packages/server/src/schema/a.ts", "node:fs", true],
  ["packages/server/src/schema/b.ts", "../prices/sources/yahoo.ts", true],
  ["packages/server/src/schema/c.ts", "kysely", true],
  ["packages/server/src/schema/d.ts", "../analysis/analysis.ts", false],
  ["packages/server/src/schema/e.ts", "../analysis/hedge/hedge-analysis.ts", false],
  ["packages/server/src/schema/f.ts", "../charts/theme.ts", false],
  ["packages/server/src/charts/a.ts", "graphql", true],
  ["packages/server/src/charts/b.ts", "../schema/index.ts", true],
  ["packages/server/src/charts/c.ts", "../prices/price-history.ts", true],
  ["packages/server/src/charts/d.ts", "node:fs", true],
  ["packages/server/src/charts/e.ts", "../analysis/hedge/hedge-analysis.ts", false],
  ["packages/server/src/charts/f.ts", "./pictures/cloud.ts", false],
  ["packages/server/src/charts/g.ts", "vega-lite", false],
  ["packages/server/src/charts/h.ts", "node:worker_threads", false],
  ["packages/server/src/charts/pictures/a.ts", "../../analysis/hedge/hedge-analysis.ts", false],
  ["packages/server/src/charts/pictures/b.ts", "../theme.ts", false],
  ["packages/server/src/charts/pictures/c.ts", "../../schema/index.ts", true],
  ["packages/server/src/edge/a.ts", "../prices/price-history.ts", true],
  ["packages/server/src/edge/b.ts", "../schema/index.ts", false],
  ["packages/server/src/prices/a.ts", "./sources/yahoo.ts", true],
  ["packages/server/src/prices/b.ts", "./price-source.ts", false],
  ["packages/server/src/prices/sources/a.ts", "./csv.ts", true],
  ["packages/server/src/prices/sources/b.ts", "../stores/sqlite.ts", true],
  ["packages/server/src/prices/sources/c.ts", "../price-source.ts", false],
  ["packages/server/src/prices/stores/a.ts", "../sources/csv.ts", true],
  ["packages/server/src/prices/stores/b.ts", "./sqlite.ts", true],
  ["packages/server/src/prices/stores/c.ts", "../price-store.ts", false],
  ["packages/server/src/prices/sources/d.ts", "../../schema/index.ts", true],
  ["packages/server/src/prices/stores/d.ts", "node:process", true],
  ["packages/sdk/src/a.ts", "@hedgeql/core", true],
  ["packages/sdk/src/b.ts", "node:fs", true],
  ["packages/sdk/src/c.ts", "./generated/operations.ts", false],
  ["packages/dashboard/src/a.ts", "@hedgeql/server/app", true],
  ["packages/dashboard/src/b.ts", "@hedgeql/core", true],
  ["packages/dashboard/src/c.ts", "../../server/src/app.ts", true],
  ["packages/dashboard/src/d.ts", "../../sdk/src/client.ts", true],
  ["packages/dashboard/src/e.ts", "node:fs", true],
  ["packages/dashboard/src/f.ts", "vega", true],
  ["packages/dashboard/src/g.tsx", "react-dom/client", false],
  ["packages/dashboard/src/h.ts", "vega-lite", false],
  ["packages/dashboard/src/i.ts", "@hedgeql/sdk", false],
  ["packages/dashboard/src/j.ts", "./question/question.ts", false],
  ["packages/dashboard/src/question/a.ts", "../answer/numbers.ts", false],
  ["packages/dashboard/src/question/b.ts", "react", false],
  ["packages/dashboard/src/question/c.ts", "../../../sdk/src/client.ts", true],
  ["examples/a.ts", "@hedgeql/server/app", true],
  ["examples/b.ts", "@hedgeql/sdk", false],
  ["examples/c.ts", "./report/page.ts", false],
  ["examples/report/d.ts", "../../packages/core/src/index.ts", true],
];

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string };
  readonly message: string;
}

describe("the linter keeps imports pointing toward core", () => {
  let folder: string;
  let diagnostics: Diagnostic[];

  beforeAll(() => {
    // A folder of its own, with our rules and one file for each case: nothing is written into the source tree.
    folder = mkdtempSync(join(tmpdir(), "hedgeql-layout-"));
    const rules = JSON.parse(readFileSync(join(ROOT, "biome.json"), "utf8"));
    writeFileSync(
      join(folder, "biome.json"),
      JSON.stringify({ ...rules, $schema: undefined, vcs: { enabled: false } }),
    );
    for (const [file, imported] of IMPORTS) write(file, `import { x } from "${imported}";\nconsole.log(x);\n`);
    write("packages/server/src/app.ts", "console.log(process.env.SECRET);\n");
    for (const global of ["fetch", "Date", "process"])
      write(`packages/core/src/${global}.ts`, `console.log(${global});\n`);
    write("packages/server/src/schema/process.ts", "export const x = process;\n");
    write("packages/server/src/config.ts", "console.log(process.env.SECRET);\n");
    write("packages/server/src/edge/ring.ts", 'export { y as x } from "./ring-too.ts";\nexport const z = 1;\n');
    write("packages/server/src/edge/ring-too.ts", 'export { z as y } from "./ring.ts";\n');
    const biome = join(ROOT, "node_modules/.bin/biome");
    const run = spawnSync(biome, ["lint", "--reporter=json", "--max-diagnostics=200", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    diagnostics = (JSON.parse(run.stdout) as { diagnostics: Diagnostic[] }).diagnostics;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  const found = (rule: string, file: string) =>
    diagnostics.filter(({ category, location }) => category.endsWith(rule) && location.path.endsWith(file));

  test.each(IMPORTS)("%s importing %s: refused is %s", (file, _imported, refused) => {
    expect(found("noRestrictedImports", file)).toHaveLength(refused ? 1 : 0);
  });

  test("the message says where the line belongs instead", () => {
    expect(JSON.stringify(found("noRestrictedImports", "packages/core/src/a.ts"))).toContain(
      "belongs in packages/server",
    );
  });

  test("only config.ts reads the environment", () => {
    expect(found("noProcessEnv", "packages/server/src/app.ts")).toHaveLength(1);
    expect(found("noProcessEnv", "packages/server/src/config.ts")).toHaveLength(0);
  });

  test("core has no clock, no network and no environment, and no room of the server has the process", () => {
    for (const global of ["fetch", "Date", "process"]) {
      expect(found("noRestrictedGlobals", `core/src/${global}.ts`).length).toBeGreaterThan(0);
    }
    expect(found("noRestrictedGlobals", "schema/process.ts")).toHaveLength(1);
  });

  test("a ring of imports is refused", () => {
    expect(found("noImportCycles", "edge/ring.ts")).toHaveLength(1);
  });
});

test("no file or folder has a name that says nothing", () => {
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  const empty = /^(utils?|helpers?|common|misc|types)$/;
  const names = files.trim().split("\n");
  expect(names.length).toBeGreaterThan(50);
  const parts = (name: string) => [...dirname(name).split("/"), basename(name, extname(name))];
  expect(names.filter((name) => parts(name).some((part) => empty.test(part)))).toEqual([]);
});
