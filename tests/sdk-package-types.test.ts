import { mkdir, realpath, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { useInstalledSdk } from "./packaging/installed-sdk.ts";
import { NODE_24, runtime, skipRuntimes } from "./packaging/runtimes.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const STRICT = {
  target: "ES2022",
  strict: true,
  // The package's own declarations are checked with the program.
  skipLibCheck: false,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
};
const NODENEXT = { module: "nodenext", moduleResolution: "nodenext" };
const NODE16 = { module: "node16", moduleResolution: "node16" };
const BUNDLER = { module: "esnext", moduleResolution: "bundler" };
const NODE10 = { module: "esnext", moduleResolution: "node10" };
/** The types name `fetch`, `Headers` and `AbortSignal`: either of these has them. */
const DOM = { lib: ["ES2022", "DOM", "DOM.Iterable"], types: [] };
const NODE_TYPES = { lib: ["ES2022"], types: ["node"] };
const EXACT = { exactOptionalPropertyTypes: true };

const CONSUMERS = ["consumer.ts", "tests-of-a-consumer.ts"];

const sdk = useInstalledSdk();
beforeAll(async () => {
  const { project, server } = sdk;
  await project.write("package.json", { type: "module", dependencies: { "@hedgeql/sdk": sdk.tarball } });
  await Promise.all([link("@types/node"), link("typescript"), link("graphql", "tests/")]);
  for (const file of CONSUMERS) await project.copy(file);
  await project.write(
    "main.ts",
    `import { report } from "./consumer.js";\nconsole.log(await report("${server.url}"));\n`,
  );
});

async function compile(tsc: string, options: object, ...own: readonly string[]): Promise<void> {
  const files = own.length > 0 ? own : CONSUMERS;
  await sdk.project.write("tsconfig.json", {
    compilerOptions: { ...STRICT, outDir: "out", ...options },
    files,
  });
  await sdk.project.run(NODE_24, tsc, "--project", "tsconfig.json");
}

/** As if it were installed: the copy that the workspace has. */
async function link(name: string, workspace = ""): Promise<void> {
  const place = join(sdk.project.folder, "node_modules", name);
  await mkdir(dirname(place), { recursive: true });
  await symlink(await realpath(join(ROOT, workspace, "node_modules", name)), place);
}

describe("TypeScript 7", () => {
  const tsc = "node_modules/typescript/bin/tsc";

  test.each([
    ["nodenext", "the DOM", { ...NODENEXT, ...DOM }],
    ["nodenext", "Node's types", { ...NODENEXT, ...NODE_TYPES }],
    ["node16", "the DOM", { ...NODE16, ...DOM }],
    ["node16", "Node's types", { ...NODE16, ...NODE_TYPES }],
    ["bundler", "the DOM", { ...BUNDLER, ...DOM }],
    ["bundler", "Node's types", { ...BUNDLER, ...NODE_TYPES }],
  ])(
    "a strict program compiles by %s with %s, whether optional properties are exact or not",
    async (_, __, options) => {
      await compile(tsc, options);
      await compile(tsc, { ...options, ...EXACT });
    },
  );

  test("typed documents tell a client of any make what they give and need", async () => {
    await sdk.project.write(
      "documents.ts",
      `import type { RegressionQuery, RegressionQueryVariables } from "@hedgeql/sdk";
      import { RegressionDocument } from "@hedgeql/sdk/documents";
      import { type DocumentNode, print } from "graphql";
      interface Typed<Result, Variables> extends DocumentNode { __apiType?: (variables: Variables) => Result }
      declare function useQuery<Result, Variables>(document: Typed<Result, Variables>, variables: Variables): Result;
      const question: RegressionQueryVariables = { portfolio: { symbol: "A" }, benchmarks: ["B"] };
      export const result: RegressionQuery = useQuery(RegressionDocument, question);
      export const beta: number | undefined = result.regression?.beta;
      // @ts-expect-error: no benchmarks.
      useQuery(RegressionDocument, { portfolio: { symbol: "A" } });
      console.log(print(RegressionDocument));`,
    );
    for (const options of [NODENEXT, BUNDLER]) await compile(tsc, { ...options, ...DOM, ...EXACT }, "documents.ts");
  });

  test("what it compiles to asks the server", async () => {
    await compile(tsc, { ...NODENEXT, ...NODE_TYPES, ...EXACT }, "main.ts");
    const printed = await sdk.project.run(NODE_24, "out/main.js");
    expect(printed).toMatch(/beta: 0\.99339171878/);
    expect(printed).toContain("code: 'UNKNOWN_SYMBOL sample:NOBODY'");
  });

  test("a program that compiles to CommonJS requires the package, and asks the server", async () => {
    const text = `import { createClient } from "@hedgeql/sdk";
      const { regression } = createClient({ url: "${sdk.server.url}" });
      regression({ portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] })
        .then(({ regression }) => console.log(regression.beta.toFixed(6)));`;
    await sdk.project.write("main.cts", text);
    await compile(tsc, { ...NODENEXT, ...NODE_TYPES, verbatimModuleSyntax: false }, "main.cts");
    expect(await sdk.project.run(NODE_24, "out/main.cjs")).toBe("0.993392\n");
  });
});

describe.skipIf(skipRuntimes).each(["5.4", "5.9"])("TypeScript %s", (version) => {
  test.each([
    ["nodenext", { ...NODENEXT, ...DOM, ...EXACT }],
    ["node16", { ...NODE16, ...DOM }],
    ["bundler", { ...BUNDLER, ...DOM, ...EXACT }],
    ["node10", { ...NODE10, ...DOM }],
  ])("a strict program compiles by %s", async (_, options) => {
    await compile(runtime(`typescript${version}/bin/tsc`), options);
  });
});
