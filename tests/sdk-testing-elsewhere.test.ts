/** `@hedgeql/sdk/testing` where its users' tests run: under other test runners, in browsers, behind other clients. */
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { unpack } from "@hedgeql/sdk";
import { HedgedPortfolioDocument, RegressionDocument } from "@hedgeql/sdk/documents";
import { createTestFetch, fail, series } from "@hedgeql/sdk/testing";
import { build } from "esbuild";
import { afterEach, expect, test, vi } from "vitest";
import { createApolloClient } from "../examples/recipes/apollo.tsx";
import { createUrqlClient } from "../examples/recipes/urql.tsx";
import { launchBrowser, skipBrowser } from "./browser.ts";

afterEach(() => vi.unstubAllGlobals());

const url = "http://hedgeql.test/graphql";
const variables = { portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"] };
const own = { hedgedPortfolio: { regression: { beta: 1.2 }, returns: series("2024-01-02", [0.01, -0.02]) } };

test("urql reads its answers, normalises them by their ids, and knows its errors", async () => {
  const fetch = createTestFetch({ answers: { hedgedPortfolio: own } });
  vi.stubGlobal("fetch", fetch);
  const urql = createUrqlClient(url);
  const { data, error } = await urql.query(HedgedPortfolioDocument, variables);
  expect(error).toBeUndefined();
  expect(unpack(data)?.hedgedPortfolio?.returns.values.at(-1)).toBe(-0.02);
  const cached = await urql.query(RegressionDocument, variables, { requestPolicy: "cache-only" });
  expect(cached.data?.regression).toBeUndefined();
  // The regression is one object, whichever operation asks: what is newer of it is seen by both.
  await urql.query(RegressionDocument, variables);
  const again = await urql.query(HedgedPortfolioDocument, variables, { requestPolicy: "cache-only" });
  expect(again.data?.hedgedPortfolio?.regression.beta).toBeCloseTo(1.0627, 4);
  expect(fetch.calls.map(({ operation }) => operation)).toEqual(["HedgedPortfolio", "Regression"]);
  fetch.answer("regression", fail("UNKNOWN_SYMBOL", { symbol: "NOBODY" }));
  const failed = await urql.query(RegressionDocument, { ...variables, benchmarks: ["NOBODY"] });
  expect(failed.error?.graphQLErrors[0].extensions).toEqual({ code: "UNKNOWN_SYMBOL", symbol: "NOBODY" });
});

test("Apollo Client reads its answers, normalises them by their ids, and knows its errors", async () => {
  const fetch = createTestFetch({ answers: { hedgedPortfolio: own } });
  vi.stubGlobal("fetch", fetch);
  const apollo = createApolloClient(url);
  const { data } = await apollo.query({ query: HedgedPortfolioDocument, variables });
  expect(unpack(data)?.hedgedPortfolio?.returns.values.at(-1)).toBe(-0.02);
  await apollo.query({ query: RegressionDocument, variables });
  const again = await apollo.query({ query: HedgedPortfolioDocument, variables });
  expect(again.data?.hedgedPortfolio?.regression.beta).toBeCloseTo(1.0627, 4);
  expect(fetch.calls).toHaveLength(2);
  expect(Object.keys(Object(apollo.cache.extract())).filter((key) => key.startsWith("Regression:"))).toHaveLength(2);
  fetch.answer("regression", fail("NETWORK_ERROR"));
  const asked = apollo.query({ query: RegressionDocument, variables: { ...variables, benchmarks: ["QQQ"] } });
  await expect(asked).rejects.toThrow("fetch failed");
});

const PROGRAM = `
  import { createTestClient, fail, sequence } from "@hedgeql/sdk/testing";
  const answers = { regression: sequence(fail("TIMEOUT"), { regression: { beta: 1.2 } }) };
  const hedgeql = createTestClient({ answers });
  const variables = { portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"] };
  const { code } = await hedgeql.regression(variables).catch((error) => error);
  const { regression } = await hedgeql.regression(variables);
  const { hedgedPortfolio } = await hedgeql.hedgedPortfolio(variables);
  const told = [code, regression.beta, hedgedPortfolio.returns.dates.at(-1)].join(" ");
`;
const TOLD = "TIMEOUT 1.2 2018-05-11";

test("it works under node:test, with its timers", async () => {
  const program = `
    import assert from "node:assert/strict";
    import { mock, test } from "node:test";
    import { after } from "@hedgeql/sdk/testing";
    ${PROGRAM}
    test("told", () => assert.equal(told, "${TOLD}"));
    test("timers", async () => {
      mock.timers.enable({ apis: ["setTimeout"] });
      hedgeql.answer("asset", after(60_000, { asset: { name: "Tesla" } }));
      const call = hedgeql.asset({ symbol: "TSLA" }, { timeout: 90_000 });
      await new Promise(setImmediate);
      mock.timers.tick(60_000);
      assert.equal((await call).asset.name, "Tesla");
    });
  `;
  const args = ["--input-type=module", "--eval", program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname });
  expect(stdout).toMatch(/pass 2\n.*fail 0/);
});

test.skipIf(skipBrowser)("it works in a browser", async () => {
  const stdin = { contents: `${PROGRAM} document.title = told;`, resolveDir: import.meta.dirname };
  const bundle = await build({ stdin, bundle: true, format: "esm", write: false, logLevel: "error" });
  const page = createServer((_, response) =>
    response
      .writeHead(200, { "content-type": "text/html" })
      .end(`<script type="module">${bundle.outputFiles[0].text.replaceAll("</script", "<\\/script")}</script>`),
  );
  await new Promise<void>((resolve) => page.listen(0, "127.0.0.1", resolve));
  const browser = await launchBrowser();
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${(page.address() as AddressInfo).port}/`);
    await tab.waitForFunction("document.title !== ''");
    expect(await tab.title()).toBe(TOLD);
  } finally {
    await browser.close();
    page.close();
  }
});
