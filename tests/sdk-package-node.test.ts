import { describe, expect, test } from "vitest";
import { expectFacts } from "./packaging/facts.ts";
import { useInstalledSdk } from "./packaging/installed-sdk.ts";
import { NODE_24, runtime, skipRuntimes } from "./packaging/runtimes.ts";

const NODES = [
  { version: "20", node: () => runtime("node20/bin/node"), skip: skipRuntimes },
  { version: "22", node: () => runtime("node22/bin/node"), skip: skipRuntimes },
  { version: "24", node: () => NODE_24, skip: false },
];

const sdk = useInstalledSdk();

describe.each(NODES)("Node $version", ({ version, node, skip }) => {
  test.skipIf(skip)("it is that Node", async () => {
    expect(await sdk.project.run(node(), "--version")).toMatch(new RegExp(`^v${version}\\.`));
  });

  test.skipIf(skip)("an ES module imports the package, and asks the server", async () => {
    await sdk.project.write(
      "main.mjs",
      `import * as sdk from "@hedgeql/sdk";
      import { report } from "./report.mjs";
      console.log(JSON.stringify(await report(sdk, "${sdk.server.url}")));`,
    );
    expectFacts(await sdk.project.run(node(), "main.mjs"));
  });

  test.skipIf(skip)("a CommonJS module requires the package, and asks the server", async () => {
    await sdk.project.write(
      "main.cjs",
      `const sdk = require("@hedgeql/sdk");
      const { report } = require("./report.mjs");
      report(sdk, "${sdk.server.url}").then((facts) => console.log(JSON.stringify(facts)));`,
    );
    expectFacts(await sdk.project.run(node(), "main.cjs"));
  });

  test.skipIf(skip)("the client for tests answers from memory, and fails with the error of the package", async () => {
    await sdk.project.write(
      "tests.mjs",
      `import { HedgeQLError } from "@hedgeql/sdk";
      import { createTestClient, fail } from "@hedgeql/sdk/testing";
      const hedgeql = createTestClient({ answers: { asset: fail("UNKNOWN_SYMBOL", { symbol: "NOBODY" }) } });
      const { regression } = await hedgeql.regression({ portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"] });
      const error = await hedgeql.asset({ symbol: "NOBODY" }).catch((reason) => reason);
      console.log(regression.coefficients[1].term, error instanceof HedgeQLError, error.code);`,
    );
    expect(await sdk.project.run(node(), "tests.mjs")).toBe("SPY true UNKNOWN_SYMBOL\n");
  });
});
