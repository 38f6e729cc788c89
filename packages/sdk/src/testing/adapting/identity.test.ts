import { expect, test } from "vitest";
import type { HedgedPortfolioQueryVariables } from "../../index.ts";
import { createTestClient } from "../test-client.ts";

const hedgeql = createTestClient();
const variables = { portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"] };

/** Every id of an answer, by where it stands. */
function idsIn(value: unknown, path = ""): [path: string, id: string][] {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([name, entry]): [string, string][] =>
    name === "id" ? [[path, String(entry)]] : idsIn(entry, path ? `${path}.${name}` : name),
  );
}

test("ids have the form of the server's, and each place has its own", async () => {
  const ids = idsIn((await hedgeql.walkForward(variables)).hedgedPortfolio.walkForward).filter(
    ([path]) => !path.includes("assets"),
  );
  expect(ids.map(([path]) => path)).toEqual(["", "verification", "unhedgedRegression"]);
  for (const [, id] of ids) expect(id).toMatch(/^(walk-forward|regression):[\w-]{22}$/);
  expect(new Set(ids.map(([, id]) => id)).size).toBe(3);
});

test("the same question has the same ids in every operation, however it is spelled", async () => {
  const { hedgedPortfolio } = await hedgeql.hedgedPortfolio(variables);
  const { regression } = await hedgeql.regression({ benchmarks: "SPY", period: null, portfolio: variables.portfolio });
  expect(regression.id).toBe(hedgedPortfolio.regression.id);
  expect((await hedgeql.charts({ ...variables, window: 5 })).hedgedPortfolio.id).toBe(hedgedPortfolio.id);
  const walks = await Promise.all([hedgeql.walkForward(variables), hedgeql.walkForwardCharts(variables)]);
  expect(walks[0].hedgedPortfolio.walkForward.id).toBe(walks[1].hedgedPortfolio.walkForward.id);
});

test.each([
  { returnKind: "SIMPLE" },
  { period: {} },
  { period: { interval: "DAY", start: null } },
  { inference: {} },
  { inference: { confidence: 0.95 } },
  { inference: { covariance: "CLASSICAL", smallSample: false } },
] as const)("a question that says the default, %j, is the one that leaves it out", async (said) => {
  const [asked, bare] = [await hedgeql.walkForward({ ...variables, ...said }), await hedgeql.walkForward(variables)];
  expect(idsIn(asked)).toEqual(idsIn(bare));
});

test("so is a walk that says its defaults", async () => {
  const said = {
    lookback: 252,
    rebalanceEvery: 21,
    targetBeta: 0,
    estimator: "OLS",
    minimumNorm: false,
    holding: "SHARES",
    parameters: { ewmaLambda: 0.94, blumeWeight: 2 / 3 },
  } as const;
  expect(idsIn(await hedgeql.walkForward({ ...variables, ...said }))).toEqual(
    idsIn(await hedgeql.walkForward(variables)),
  );
});

test("another question has others", async () => {
  const questions: readonly HedgedPortfolioQueryVariables[] = [
    variables,
    { ...variables, portfolio: { symbol: "AAPL" } },
    { ...variables, benchmarks: ["QQQ"] },
    { ...variables, benchmarks: ["SPY", "QQQ"] },
    { ...variables, benchmarks: ["QQQ", "SPY"] },
    { ...variables, period: { start: "2020-01-01" } },
    { ...variables, period: { end: "2020-01-01" } },
    { ...variables, riskFree: { annualRate: 0.03 } },
    { ...variables, hedgeWith: ["ES=F"] },
    { ...variables, returnKind: "LOG" },
    { ...variables, period: { interval: "WEEK" } },
    { ...variables, inference: { confidence: 0.9 } },
  ];
  const answers = await Promise.all(questions.map((question) => hedgeql.hedgedPortfolio(question)));
  const ids = answers.map(({ hedgedPortfolio }) => hedgedPortfolio.id);
  expect(new Set(ids).size).toBe(questions.length);
  const walks = await Promise.all([{}, { lookback: 60 }].map((more) => hedgeql.walkForward({ ...variables, ...more })));
  const [first, second] = walks.map(({ hedgedPortfolio }) => hedgedPortfolio);
  expect(first.walkForward.id).not.toBe(second.walkForward.id);
  expect(first.id).toBe(second.id);
});

test("assets are known by their symbols", async () => {
  expect((await hedgeql.asset({ symbol: "TSLA" })).asset.id).toBe("TSLA");
});
