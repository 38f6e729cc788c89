import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { expectFacts } from "./packaging/facts.ts";
import { useInstalledSdk } from "./packaging/installed-sdk.ts";
import { NODE_24, runtime, skipRuntimes } from "./packaging/runtimes.ts";
import { startWorkerd } from "./packaging/workerd.ts";

describe.skipIf(skipRuntimes)("beyond Node", () => {
  const sdk = useInstalledSdk();
  beforeAll(async () => {
    await sdk.project.copy("consumer.ts");
    await sdk.project.write(
      "main.mjs",
      `import * as sdk from "@hedgeql/sdk";
      import { report } from "./report.mjs";
      console.log(JSON.stringify(await report(sdk, "${sdk.server.url}")));`,
    );
  });

  /** As one file, as what deploys to an edge makes it. */
  async function bundle(entry: string, outfile: string): Promise<void> {
    const { folder } = sdk.project;
    const files = { entryPoints: [join(folder, entry)], outfile: join(folder, outfile) };
    await build({ ...files, bundle: true, minify: true, format: "esm", logLevel: "silent" });
  }

  test("Deno runs a program that may reach the server and nothing else", async () => {
    const args = ["run", "--cached-only", "--allow-net=127.0.0.1", "main.mjs"];
    expectFacts(await sdk.project.run(runtime("deno/deno"), ...args));
  });

  test("Deno's own compiler accepts a strict program", async () => {
    await sdk.project.run(runtime("deno/deno"), "check", "--quiet", "--cached-only", "consumer.ts");
  });

  test("Bun installs the package and runs a program", async () => {
    const bun = runtime("bun/bin/bun.exe");
    const folder = join(sdk.project.folder, "bun");
    await mkdir(folder);
    await sdk.project.write("bun/package.json", {});
    await sdk.project.run(bun, "add", "--silent", `--cwd=${folder}`, sdk.tarball);
    await sdk.project.copy("report.mjs", "bun/report.mjs");
    await sdk.project.copy("consumer.ts", "bun/consumer.ts");
    await sdk.project.write(
      "bun/main.ts",
      `import * as sdk from "@hedgeql/sdk";
      import { report as typed } from "./consumer";
      import { report } from "./report.mjs";
      await typed("${sdk.server.url}");
      console.log(JSON.stringify(await report(sdk, "${sdk.server.url}")));`,
    );
    expectFacts(await sdk.project.run(bun, "run", `--cwd=${folder}`, "main.ts"));
  });

  test("an edge runtime that has the platform of the web and no more runs a program", async () => {
    await bundle("main.mjs", "edge.mjs");
    await sdk.project.write(
      "edge.cjs",
      `const { EdgeVM } = require(${JSON.stringify(runtime("@edge-runtime/vm"))});
      const program = require("node:fs").readFileSync("edge.mjs", "utf8");
      new EdgeVM().evaluate("(async () => {" + program + "})()");`,
    );
    expectFacts(await sdk.project.run(NODE_24, "edge.cjs"));
  });

  test("a worker at an edge has one client for all requests, which it answers side by side", async () => {
    await sdk.project.write(
      "worker.mjs",
      `import * as sdk from "@hedgeql/sdk";
      import { report } from "./report.mjs";
      const hedgeql = sdk.createClient({ url: "${sdk.server.url}", layers: [sdk.persisted()] });
      export default {
        async fetch({ url }) {
          if (url.endsWith("/facts")) return Response.json(await report(sdk, "${sdk.server.url}"));
          return Response.json(await hedgeql.asset({ symbol: "sample:AAPL" }));
        },
      };`,
    );
    await bundle("worker.mjs", "worker.js");
    const workerd = await startWorkerd(runtime("workerd/bin/workerd"), sdk.project, "worker.js");
    try {
      const get = async (path: string) => (await fetch(`${workerd.url}/${path}`)).text();
      const answers = await Promise.all(["a", "b", "c"].map(get));
      expect(answers.map((answer) => JSON.parse(answer).asset.currency)).toEqual(["USD", "USD", "USD"]);
      expectFacts(await get("facts"));
    } finally {
      await workerd.close();
    }
  });
});
