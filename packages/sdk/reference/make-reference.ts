// Makes the SDK's reference, docs/, from its types and their comments.
//
//   pnpm reference            writes it
//   pnpm reference --check    fails where it is not current

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Application, type ProjectReflection } from "typedoc";

const docs = fileURLToPath(new URL("../docs/", import.meta.url));
const isCheck = process.argv.includes("--check");
const folder = isCheck ? mkdtempSync(join(tmpdir(), "reference-")) : docs;

const app = await Application.bootstrapWithPlugins({
  name: "@hedgeql/sdk",
  entryPoints: ["index", "documents", "testing/index"].map((file) => `../src/${file}.ts`),
  tsconfig: "tsconfig.json",
  plugin: ["typedoc-plugin-markdown"],
  readme: "none",
  out: folder,
  excludeExternals: true,
  disableSources: true,
  treatWarningsAsErrors: false,
  // A page an entry point, with what belongs together in a table: a page for each of the types would be some 170.
  ...{ router: "module", hideGenerator: true, hideBreadcrumbs: true, useCodeBlocks: true },
  ...Object.fromEntries(
    [
      "parameters",
      "interfaceProperties",
      "classProperties",
      "typeAliasProperties",
      "propertyMembers",
      "typeDeclaration",
    ].map((what) => [`${what}Format`, "table"]),
  ),
});
const project = await app.convert();
if (project === undefined) throw new Error("the sources must compile");
leaveOutWire(project);
await app.generateOutputs(project);
if (app.logger.hasErrors()) process.exit(1);
if (isCheck) {
  const stale = changedFiles(folder);
  rmSync(folder, { recursive: true });
  if (stale.length > 0) {
    console.error(`${stale.join(", ")} in docs must be current: run pnpm reference`);
    process.exit(1);
  }
}

/** What a result is on the wire: as long as the result that is made of it, and seldom of interest. */
function leaveOutWire({ children = [] }: Pick<ProjectReflection, "children">): void {
  for (const module of children) {
    for (const child of module.children ?? []) {
      if (/Query$/.test(child.name)) project?.removeReflection(child);
    }
  }
}

function changedFiles(made: string): string[] {
  const names = new Set([...readdirSync(made), ...readdirSync(docs)]);
  return [...names].filter((name) => read(join(made, name)) !== read(join(docs, name)));
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
