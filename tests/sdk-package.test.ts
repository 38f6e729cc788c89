import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createEmptyProject } from "./packaging/empty-project.ts";
import { useInstalledSdk } from "./packaging/installed-sdk.ts";
import { NODE_24 } from "./packaging/runtimes.ts";

const sdk = useInstalledSdk();
const inPackage = (file: string) => readFile(join(sdk.project.folder, "node_modules/@hedgeql/sdk", file), "utf8");

describe("the package", () => {
  let files: string[];
  let manifest: Record<string, unknown>;
  beforeAll(async () => {
    const listed = await sdk.project.run("tar", "--list", "--file", sdk.tarball);
    files = listed.trim().split("\n");
    manifest = JSON.parse(await inPackage("package.json"));
  });

  test("has what was built and what one reads, and neither sources nor tests", () => {
    for (const file of ["README.md", "CHANGELOG.md", "LICENSE", "schema.graphql"])
      expect(files).toContain(`package/${file}`);
    const rest = files.filter(
      (file) => !/^package\/(docs\/.*|[A-Z]+(\.md)?|package\.json|schema\.graphql)$/.test(file),
    );
    for (const file of rest) expect(file).toMatch(/^package\/dist\/.*[^.]\.(js|d\.ts)$/);
  });

  test("has every file that it exports, each module with its types", () => {
    const exported = Object.values(manifest.exports as Record<string, string | Record<string, string>>);
    expect(exported).toHaveLength(5);
    for (const target of exported) {
      if (typeof target === "object") expect(Object.keys(target)).toEqual(["types", "default"]);
      for (const file of [target].flatMap((one) => (typeof one === "string" ? one : Object.values(one))))
        expect(files).toContain(file.replace(".", "package"));
    }
  });

  test("depends on nothing, and may be left out where nothing of it is used", () => {
    expect(manifest).not.toHaveProperty("dependencies");
    expect(manifest).not.toHaveProperty("optionalDependencies");
    expect(manifest.peerDependenciesMeta).toEqual({ graphql: { optional: true } });
    expect(manifest).toMatchObject({ sideEffects: false, type: "module" });
  });

  test("has the server's schema", async () => {
    const schema = fileURLToPath(new URL("../packages/server/schema.graphql", import.meta.url));
    expect(await inPackage("schema.graphql")).toBe(await readFile(schema, "utf8"));
  });

  test("has every file to which its README links", async () => {
    const links = [...(await inPackage("README.md")).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path);
    expect(links).toContain("CHANGELOG.md");
    for (const path of links) expect(files).toContain(`package/${path}`);
  });

  test("gives documents, the schema's place and its own manifest to who names them", async () => {
    await sdk.project.write(
      "entries.mjs",
      `import { createRequire } from "node:module";
      import { RegressionDocument } from "@hedgeql/sdk/documents";
      const { version } = createRequire(import.meta.url)("@hedgeql/sdk/package.json");
      const schema = import.meta.resolve("@hedgeql/sdk/schema.graphql");
      console.log(JSON.stringify([RegressionDocument.kind, version, schema.split("node_modules/")[1]]));`,
    );
    const printed = await sdk.project.run(NODE_24, "entries.mjs");
    expect(JSON.parse(printed)).toEqual(["Document", manifest.version, "@hedgeql/sdk/schema.graphql"]);
  });
});

test("the README's first lines, pasted into an empty folder, print what they say", async () => {
  const readme = await inPackage("README.md");
  const empty = await createEmptyProject();
  onTestFinished(() => empty.remove());
  const [, installation] = /^(npm install .*)$/m.exec(readme) ?? [];
  expect(basename(installation)).toBe(basename(sdk.tarball));
  const [npm, ...args] = installation.replace(/\/\S+$/, sdk.tarball).split(" ");
  await empty.run(npm, ...args, "--offline");

  const [, program] = /^```[jt]s\n(.*?)^```/ms.exec(readme) ?? [];
  expect(program).toContain("http://localhost:4000/graphql");
  await empty.write("report.mjs", program.replace("http://localhost:4000/graphql", sdk.server.url));
  const [, promised] = /^console\.log.* \/\/ (.*)$/m.exec(program) ?? [];
  expect(promised).toBe("0.9933917187878432");
  expect(Number(await empty.run(NODE_24, "report.mjs"))).toBeCloseTo(Number(promised), 12);
});
