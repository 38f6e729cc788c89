// Makes the SDK's reference, docs/, from its types and their comments.
//
//   pnpm reference            writes it
//   pnpm reference --check    fails where it is not current

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Application, Converter, type ProjectReflection } from "typedoc";
import { expandObjects } from "./expand-objects.ts";

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
  // All fields of results are readonly, and all are inherited from what unpacks them.
  ...{ tableColumnSettings: { hideInherited: true, hideModifiers: true } },
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
// Later they would be in groups by then, which keep them.
app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => leaveOutWire(context.project));
const project = await app.convert();
if (project === undefined) throw new Error("the sources must compile");
expandObjects(project);
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
function leaveOutWire(project: ProjectReflection): void {
  for (const module of project.children ?? []) {
    // A copy: removing one moves the next into its place.
    for (const child of [...(module.children ?? [])]) {
      if (/(Query|Fragment)$/.test(child.name)) project.removeReflection(child);
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
