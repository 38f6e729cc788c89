import { readFileSync } from "node:fs";
import { createClient } from "@hedgeql/sdk";
import {
  chart,
  quote,
  quotes,
  rateLimited,
  startYahooStandIn,
  unavailable,
  weekdayBars,
  type YahooStandIn,
} from "@hedgeql/server/testing/yahoo-stand-in";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { flowing, runExample, widest } from "./example-run.ts";
import { type RunningServer, startServer } from "./running-server.ts";

const STOCK = chart({ bars: weekdayBars("2020-01-01", 600, 1), name: "Tesla, Inc." });
const FUND = chart({ bars: weekdayBars("2020-01-01", 600, 2), name: "SPDR S&P 500 ETF Trust" });

let yahoo: YahooStandIn;
let server: RunningServer;

beforeEach(async () => {
  yahoo = await startYahooStandIn();
  yahoo.respond("TSLA", STOCK);
  yahoo.respond("SPY", FUND);
  yahoo.respondToSearch(quotes(quote("TSLA", { longname: "Tesla, Inc." }), quote("TSLL", { longname: null })));
  // Nothing is fresh: each run asks Yahoo, as it would after an hour.
  server = await startServer({
    env: { YAHOO_BASE_URL: yahoo.url, YAHOO_TIMEOUT_MS: "2000", PRICES_FRESH_SECONDS: "0" },
  });
});
afterEach(async () => {
  await server.close();
  await yahoo.close();
});

const run = (...args: string[]) => runExample(["live-prices", ...args], server.url);

test("prints what the README says, whatever the figures of the day, in lines of 80 characters", async () => {
  const readme = readFileSync(new URL("../examples/README.md", import.meta.url), "utf8");
  const [, printed] = /example live-prices\n```\n\n```\n(.+?)^```/ms.exec(readme) ?? [];
  const pattern = printed.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("…", ".+");
  const { code, stdout, stderr } = await run();
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(new RegExp(`^${pattern}`));
  expect(widest(stdout)).toBeLessThanOrEqual(80);
});

test("the figures are those of the API", async () => {
  const { stdout } = await run("--value", "5000");
  const hedgeql = createClient({ url: server.url });
  const question = { portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"] };
  const [{ regression }, { hedgedPortfolio: sized }, { hedgedPortfolio: walked }] = await Promise.all([
    hedgeql.regression(question),
    hedgeql.hedge({ ...question, value: 5000, lookback: 252, wholeShares: true }),
    hedgeql.walkForward(question),
  ]);
  const [{ side, quantity, price, priceDate }] = sized.hedge.legs;
  const percent = (value: number | null) => `${(100 * (value ?? Number.NaN)).toFixed(1)} %`;
  expect(stdout).toContain(`beta ${regression.beta.toFixed(3)} (`);
  expect(stdout).toContain(`${side} ${quantity} SPY at ${price.toFixed(2)} of ${priceDate}, for 5,000 USD\n`);
  expect(stdout).toContain(`Promise     ${percent(sized.hedge.effectiveness)} `);
  expect(stdout).toContain(`Fact        ${percent(walked.walkForward.realized.effectiveness)} `);
});

describe("nothing is stored", () => {
  test("an unknown symbol: what it may have been, and which of the two is known", async () => {
    const { code, stdout, stderr } = await run("--symbol", "TSL");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      "UNKNOWN_SYMBOL: TSL. Did you mean TSLA (Tesla, Inc.) or TSLL (TSLL)?\nThere are prices of SPY.\n",
    );
  });

  test("a symbol like no other, and one of the sample", async () => {
    expect((await run("--symbol", "QQQQQ")).stderr).toMatch(/^UNKNOWN_SYMBOL: QQQQQ\. Nothing like it was found\.\n/);
    const { stderr } = await run("--symbol", "sample:APPL");
    expect(flowing(stderr)).toContain("Did you mean sample:AAPL (Apple Inc.) or sample:AAPL-MONTHLY (Apple Inc.");
  });

  test("two that fail in two ways: a line each, with what to do", async () => {
    yahoo.respond("SPY", unavailable(502));
    const { code, stderr } = await run("--symbol", "TSL");
    expect(code).toBe(1);
    expect(stderr).toContain("UNKNOWN_SYMBOL: TSL. Did you mean");
    expect(flowing(stderr)).toContain(
      "SOURCE_UNAVAILABLE: no prices of SPY (answer of the source: 502); try again later.",
    );
  });

  test("too many requests: in how many seconds to ask again", async () => {
    yahoo.respond("TSLA", rateLimited(120));
    const { code, stderr } = await run("--retries", "0");
    expect(code).toBe(1);
    const [, seconds] = /^RATE_LIMITED: no prices of TSLA yet; ask again in (\d+) s\.$/m.exec(stderr) ?? [];
    expect(Number(seconds)).toBeGreaterThan(0);
    expect(Number(seconds)).toBeLessThanOrEqual(120);
  });

  test("an outage that passes: it is said, and asked again", async () => {
    yahoo.respond("TSLA", (request, response) => {
      yahoo.respond("TSLA", STOCK);
      return unavailable()(request, response);
    });
    const { code, stdout, stderr } = await run();
    expect([code, stderr]).toEqual([0, "Attempt 1 of 3: SOURCE_UNAVAILABLE\n"]);
    expect(stdout).toContain("\nOrder       SELL ");
  });
});

test("a history that is stored serves through an outage, and is said to be old", async () => {
  const before = await run();
  yahoo.respond("SPY", unavailable());
  const { code, stdout } = await run();
  expect(code).toBe(0);
  expect(stdout).toMatch(/^SPY: SPDR S&P 500 ETF Trust, .+\n {2}OLD PRICES: Yahoo answered 503 for SPY$/m);
  expect(stdout).not.toMatch(/^TSLA: .+\n {2}OLD PRICES/m);
  const figures = (text: string) => text.split("\n\n")[1];
  expect(figures(stdout)).toBe(figures(before.stdout));
});

test("too short a history: the code and the rule, and 1", async () => {
  const { code, stderr } = await run("--lookback", "5000");
  expect(code).toBe(1);
  expect(stderr).toMatch(/^INSUFFICIENT_DATA: a lookback of 5000 /);
});

test("retries that are no number: the rule, and 2", async () => {
  const { code, stderr } = await run("--retries", "many");
  expect(code).toBe(2);
  expect(stderr).toMatch(/^--retries must be a whole number, got "many"\n/);
});
