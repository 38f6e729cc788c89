import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "@hedgeql/sdk";
import { pricePath, weekdays } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AnswerData, ask, type GraphQLAnswer, type RunningServer, startServer } from "./running-server.ts";

// Every statistic at once, of data and settings that are as bad as can be: the answer is a coded error that names rule
// and value, or null with a reason.

const STATISTICS = `query (
  $portfolio: PortfolioInput!, $benchmarks: [String!]!, $inference: InferenceInput
  $estimators: [BetaEstimator!], $parameters: BetaParametersInput, $benchmark: String
  $window: Int!, $minimum: Int!, $lags: Int, $date: Date, $count: Int
  $kalman: Boolean = true, $noise: KalmanNoiseInput
) {
  regression(portfolio: $portfolio, benchmarks: $benchmarks, inference: $inference) {
    alpha beta observations
    coefficients { term estimate standardError tStatistic pValue lower upper }
    rSquared adjustedRSquared residualStandardError fStatistic fPValue logLikelihood aic bic durbinWatson
    annualizedAlpha { arithmetic compounded jensen }
    undefinedQuantities { quantity reason }
    betaEstimates(estimators: $estimators, parameters: $parameters, benchmark: $benchmark) {
      estimator value standardError lower upper note
    }
    diagnostics {
      durbinWatson { ...T } ljungBox(lags: $lags) { ...T } jarqueBera { ...T } breuschPagan { ...T }
      betaCusum(benchmark: $benchmark) { ...S } residualCusum { ...S } chow(date: $date) { ...S }
      conditionNumber conditionMeaning varianceInflation { benchmark factor }
      influence(count: $count, benchmark: $benchmark) { date change leverage studentizedResidual cooksDistance reason }
    }
    rolling(window: $window) { dates alpha beta standardError rSquared packed { length beta } }
    expanding(minimum: $minimum) { dates alpha beta standardError rSquared }
    kalman(noise: $noise) @include(if: $kalman) {
      alpha beta standardError noise { observation alpha betas } logLikelihood converged
    }
  }
}
fragment T on DiagnosticTest { statistic pValue meaning reason }
fragment S on StabilityTest { statistic pValue meaning reason }`;

const DAYS = weekdays("2017-01-02", 60);
const MARKET = pricePath(60, 7);
/** Own returns begin on the second date: the first price is what they run from. */
const own = (values: readonly number[]) => ({
  portfolio: { returns: { dates: DAYS.slice(1, 1 + values.length), values } },
});
const STOCK = pricePath(60, 3);
const QUIET = STOCK.slice(1).map((price, i) => price / STOCK[i] - 1);
const wild = (value: number) => own(QUIET.map((quiet, i) => (i === 30 ? value : quiet)));

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
  mkdirSync(join(server.dataDir, "csv"), { recursive: true });
  writePrices("market", DAYS, MARKET);
  writePrices("stock", DAYS, STOCK);
  writePrices("flat", DAYS, new Array(60).fill(100));
  writePrices(
    "double",
    DAYS,
    MARKET.map((price) => 2 * price),
  );
  writePrices(
    "twin",
    DAYS,
    MARKET.map((price, i) => price * (1 + 1e-10 * (i % 3))),
  );
});
afterAll(async () => {
  // Whatever the tests threw at it, it lives, answers, and found nothing unexpected.
  const { data, errors } = await statistics({});
  expect(errors).toEqual([]);
  expect(data.regression.observations).toBe(59);
  expect(server.output()).not.toContain("unexpected error");
  await server.close();
});

function writePrices(name: string, dates: readonly string[], prices: readonly number[]): void {
  const lines = dates.map((date, i) => `${date},${prices[i]}`);
  writeFileSync(join(server.dataDir, "csv", `${name}.csv`), `date,adjustedClose\n${lines.join("\n")}\n`);
}

const GOOD = { portfolio: { symbol: "csv:stock" }, benchmarks: ["csv:market"], window: 20, minimum: 20 };

function statistics(variables: object): Promise<GraphQLAnswer> {
  return ask(server.url, STATISTICS, { ...GOOD, ...variables });
}

interface Told {
  readonly statistic: number | null;
  readonly pValue: number | null;
  readonly reason: string | null;
  readonly meaning: string;
}

/** Whatever is null in an answer has its reason; JSON itself has no NaN. */
function expectReasons(regression: AnswerData): void {
  const { undefinedQuantities, betaEstimates, diagnostics, coefficients, ...rest } = regression as unknown as {
    undefinedQuantities: { quantity: string; reason: string }[];
    betaEstimates: { value: number | null; standardError: number | null; note: string }[];
    coefficients: { tStatistic: number | null; pValue: number | null }[];
    diagnostics: Record<string, Told> & { influence: ({ reason: string | null } & Record<string, unknown>)[] };
  } & Record<string, unknown>;
  const explained = new Set(undefinedQuantities.filter(({ reason }) => reason !== "").map(({ quantity }) => quantity));
  for (const name of Object.keys(rest).filter((name) => rest[name] === null)) expect(explained).toContain(name);
  for (const { tStatistic, pValue } of coefficients) {
    if (tStatistic === null) expect(explained).toContain("tStatistic");
    if (pValue === null) expect(explained).toContain("pValue");
  }
  for (const { note } of betaEstimates) expect(note).not.toBe("");
  const tests = ["durbinWatson", "ljungBox", "jarqueBera", "breuschPagan", "betaCusum", "residualCusum", "chow"];
  for (const test of tests) {
    const { statistic, pValue, reason, meaning } = diagnostics[test];
    expect(reason === null, test).toBe(statistic !== null && pValue !== null);
    expect(meaning.startsWith("Not defined"), test).toBe(pValue === null);
  }
  for (const { reason, ...effect } of diagnostics.influence) {
    expect(Object.values(effect).includes(null)).toBe(reason !== null);
  }
}

describe("data without much in them answer, and what is not defined says why", () => {
  test("plain data leave nothing undefined", async () => {
    const { data, errors } = await statistics({});
    expect(errors).toEqual([]);
    expectReasons(data.regression);
    expect(data.regression.undefinedQuantities).toEqual([]);
  });

  test.each<[string, object]>([
    ["a constant portfolio", { portfolio: { symbol: "csv:flat" } }],
    ["all returns 0", own(new Array(59).fill(0))],
    ["all returns one number", own(new Array(59).fill(0.001))],
  ])("%s: beta 0, no R², and nothing to test", async (_, variables) => {
    const { data, errors } = await statistics(variables);
    expect(errors).toEqual([]);
    expectReasons(data.regression);
    expect(data.regression).toMatchObject({ beta: 0, rSquared: null, fStatistic: null, durbinWatson: null });
    expect(data.regression.diagnostics).toMatchObject({ jarqueBera: { statistic: null }, influence: [] });
    expect(data.regression.rolling.rSquared).toEqual(new Array(40).fill(null));
    expect(data.regression.rolling.beta).toEqual(new Array(40).fill(0));
  });

  test("the benchmark itself: beta 1 without error by every estimator that is exact for a line", async () => {
    const { data, errors } = await statistics({ portfolio: { symbol: "csv:market" } });
    expect(errors).toEqual([]);
    expectReasons(data.regression);
    for (const { estimator, value } of data.regression.betaEstimates as unknown as Record<string, unknown>[]) {
      if (estimator !== "SCHOLES_WILLIAMS") expect(value, String(estimator)).toBeCloseTo(1, 12);
    }
  });

  test("three returns: a regression, and estimators that say what they need", async () => {
    const { data, errors } = await statistics({ ...own(QUIET.slice(0, 3)), window: 3, minimum: 3, kalman: false });
    expect(errors).toEqual([]);
    expectReasons(data.regression);
    expect(data.regression).toMatchObject({ observations: 3, rolling: { dates: [DAYS[3]] } });
    const estimates = data.regression.betaEstimates as unknown as { estimator: string; value: null; note: string }[];
    const missing = estimates.filter(({ value }) => value === null);
    expect(missing.map(({ estimator }) => estimator)).toEqual(
      expect.arrayContaining(["KALMAN", "DIMSON", "SCHOLES_WILLIAMS"]),
    );
    for (const { note } of missing) expect(note).toMatch(/at least .* got/);
  });

  test("three returns have no Kalman path, and the error says how many it takes", async () => {
    const { errors } = await statistics({ ...own(QUIET.slice(0, 3)), window: 3, minimum: 3 });
    expect(errors).toMatchObject([
      { path: ["regression", "kalman"], extensions: { code: "INSUFFICIENT_DATA", observations: 3, needed: 6 } },
    ]);
  });

  test.each([5, 1e6, 1e90])(
    "one return of %d among quiet ones: robust estimators stay, and it is named",
    async (value) => {
      const { data, errors } = await statistics(wild(value));
      expect(errors).toEqual([]);
      expectReasons(data.regression);
      const quiet = (await statistics({})).data.regression.betaEstimates as unknown as { value: number }[];
      const theilSen = (data.regression.betaEstimates as unknown as { value: number; estimator: string }[]).at(-1)!;
      expect(theilSen.estimator).toBe("THEIL_SEN");
      expect(Math.abs(theilSen.value - quiet.at(-1)!.value)).toBeLessThan(0.2);
      expect(data.regression.diagnostics.influence[0 as never]).toMatchObject({ date: DAYS[31] });
    },
  );

  test("a setting at its end answers", async () => {
    for (const parameters of [
      { ewmaLambda: 1 },
      { ewmaHalfLife: 1e308 },
      { blumeWeight: 0 },
      { vasicekStandardDeviation: 0 },
      { dimsonLags: 0, dimsonLeads: 0 },
      { huberThreshold: 0.1 },
    ]) {
      const { data, errors } = await statistics({ parameters });
      expect(errors).toEqual([]);
      expectReasons(data.regression);
      expect(data.regression.betaEstimates).not.toContainEqual(expect.objectContaining({ value: null }));
    }
    for (const variables of [
      { count: 1 },
      { count: 1000 },
      { lags: 58 },
      { window: 59, minimum: 59 },
      { estimators: [] },
    ]) {
      const { errors } = await statistics(variables);
      expect(errors).toEqual([]);
    }
  });

  test.each([
    ["EWMA that forgets all", { ewmaLambda: 1e-300 }, "EWMA", /lambda 1e-300 leaves 1\.00/],
    ["more lags than half the returns", { dimsonLags: 40 }, "DIMSON", /need at least \d+ observations, got 59/],
  ])("%s: no value, and the reason", async (_, parameters, estimator, note) => {
    const { data, errors } = await statistics({ parameters, estimators: [estimator] });
    expect(errors).toEqual([]);
    const unknown = { value: null, standardError: null, lower: null, upper: null };
    expect(data.regression.betaEstimates).toEqual([{ estimator, ...unknown, note: expect.stringMatching(note) }]);
  });

  test("HAC with all the lags there are: DIMSON's shorter sample has no value, the others have", async () => {
    const inference = { covariance: "HAC", lags: 58 };
    const { data, errors } = await statistics({ inference, estimators: ["OLS", "DIMSON", "DOWN"] });
    expect(errors).toEqual([]);
    expect(data.regression.betaEstimates).toMatchObject([
      { value: expect.any(Number) },
      { value: null, note: "57 periods have all neighbours: too few for HAC with 58 lags" },
      { value: expect.any(Number) },
    ]);
  });

  test.each(["2017-01-03", DAYS[59]])("Chow's test at %s, with next to nothing on one side", async (date) => {
    const { data, errors } = await statistics({ date });
    expect(errors).toEqual([]);
    expect(data.regression.diagnostics.chow).toMatchObject({
      statistic: null,
      pValue: null,
      reason: expect.stringContaining("each part needs at least 3 observations"),
    });
  });
});

describe("what cannot be answered is an error with its code, the rule and the value", () => {
  const covariance = "HAC";
  test.each<[string, object, string, string]>([
    ["a constant benchmark", { benchmarks: ["csv:flat"] }, "SINGULAR_BENCHMARKS", "csv:flat do not vary"],
    ["a benchmark and its double", { benchmarks: ["csv:market", "csv:double"] }, "SINGULAR_BENCHMARKS", "csv:double"],
    ["a benchmark and its twin", { benchmarks: ["csv:market", "csv:twin"] }, "SINGULAR_BENCHMARKS", "csv:twin"],
    ["two returns", own([0.01, -0.02]), "INSUFFICIENT_DATA", "at least 3 observations, got 2"],
    ["a return of 1e150", wild(1e150), "BAD_INPUT", "got 1e+150"],
    ["returns below 1e-100", own(QUIET.map((value) => value * 1e-150)), "BAD_INPUT", "between 1e-100 and"],

    ["a window longer than the sample", { window: 60 }, "INSUFFICIENT_DATA", "a window of 60"],
    ["a window of 2 for two coefficients", { window: 2 }, "BAD_INPUT", "at least 3, got 2"],
    ["a window of 1", { window: 1 }, "BAD_INPUT", "at least 3, got 1"],
    ["a window of 0", { window: 0 }, "BAD_INPUT", "at least 3, got 0"],
    ["a window of -5", { window: -5 }, "BAD_INPUT", "at least 3, got -5"],
    ["the largest window there is", { window: 2 ** 31 - 1 }, "INSUFFICIENT_DATA", "a window of 2147483647"],
    ["a window beyond integers", { window: 2 ** 31 }, "BAD_INPUT", "2147483648"],
    ["a window of a half", { window: 20.5 }, "BAD_INPUT", "20.5"],
    ["a minimum longer than the sample", { minimum: 60 }, "INSUFFICIENT_DATA", "a minimum of 60"],
    ["a minimum of -5", { minimum: -5 }, "BAD_INPUT", "at least 3, got -5"],

    ["lags of -1", { inference: { covariance, lags: -1 } }, "BAD_INPUT", "from 0 to 58 for 59 observations, got -1"],
    ["lags of 10^9", { inference: { covariance, lags: 1e9 } }, "BAD_INPUT", "from 0 to 58 for 59 observations"],
    ["as many lags as returns", { inference: { covariance, lags: 59 } }, "BAD_INPUT", "got 59"],
    [
      "lags with HC1",
      { inference: { covariance: "HC1", lags: 2 } },
      "BAD_INPUT",
      "lags belongs to HAC, got 2 with HC1",
    ],
    ["lags without a covariance", { inference: { lags: 2 } }, "BAD_INPUT", "got 2 with CLASSICAL"],
    ["HC3 with smallSample", { inference: { covariance: "HC3", smallSample: true } }, "BAD_INPUT", "smallSample"],
    ["an estimator that is none", { inference: { covariance: "HC9" } }, "BAD_INPUT", "HC9"],
    ["a confidence of 0", { inference: { confidence: 0 } }, "BAD_INPUT", "between 0 and 1, got 0"],
    ["a confidence of 1", { inference: { confidence: 1 } }, "BAD_INPUT", "between 0 and 1, got 1"],
    ["a confidence of 2", { inference: { confidence: 2 } }, "BAD_INPUT", "between 0 and 1, got 2"],
    ["a confidence of -0.5", { inference: { confidence: -0.5 } }, "BAD_INPUT", "got -0.5"],
    ["a confidence of NaN as text", { inference: { confidence: "NaN" } }, "BAD_INPUT", "NaN"],

    ["λ 0", { parameters: { ewmaLambda: 0 } }, "BAD_INPUT", "lambda must be above 0 and at most 1, got 0"],
    ["λ 2", { parameters: { ewmaLambda: 2 } }, "BAD_INPUT", "got 2"],
    ["λ and a half-life", { parameters: { ewmaLambda: 0.9, ewmaHalfLife: 9 } }, "BAD_INPUT", "got both"],
    ["a half-life of 0", { parameters: { ewmaHalfLife: 0 } }, "BAD_INPUT", "a half-life must be a positive number"],
    ["a half-life too short", { parameters: { ewmaHalfLife: 1e-9 } }, "BAD_INPUT", "got 1e-9"],
    ["Dimson's lags -1", { parameters: { dimsonLags: -1 } }, "BAD_INPUT", "got -1 and 1"],
    ["Dimson's lags 10^6", { parameters: { dimsonLags: 1e6 } }, "LIMIT_EXCEEDED", "at most 60 slopes of DIMSON"],
    ["Dimson's leads -1", { parameters: { dimsonLeads: -1 } }, "BAD_INPUT", "got 1 and -1"],
    ["Huber's threshold 0", { parameters: { huberThreshold: 0 } }, "BAD_INPUT", "at least 0.1, got 0"],
    ["Blume's weight 2", { parameters: { blumeWeight: 2 } }, "BAD_INPUT", "from 0 to 1, got 2"],
    ["Vasicek's deviation -1", { parameters: { vasicekStandardDeviation: -1 } }, "BAD_INPUT", "got 1 and -1"],
    ["a benchmark of another", { benchmark: "csv:stock" }, "BAD_INPUT", "(csv:market), got csv:stock"],
    ["an estimator nobody has", { estimators: ["MAGIC"] }, "BAD_INPUT", "MAGIC"],

    ["a million influential dates", { count: 1e6 }, "LIMIT_EXCEEDED", "at most 1000 influential dates"],
    ["-1 influential dates", { count: -1 }, "BAD_INPUT", "got -1"],
    ["Chow's date before the sample", { date: "1999-01-01" }, "BAD_INPUT", "got 1999-01-01"],
    ["Chow's date after it", { date: "2030-01-01" }, "BAD_INPUT", "got 2030-01-01"],
    ["Chow's date that no calendar has", { date: "2017-02-30" }, "BAD_INPUT", "2017-02-30"],
    ["Ljung and Box's lags 0", { lags: 0 }, "BAD_INPUT", "from 1 to 58, got 0"],
    ["Ljung and Box's lags n", { lags: 59 }, "BAD_INPUT", "from 1 to 58, got 59"],
    ["Ljung and Box's lags 10^6", { lags: 1e6 }, "LIMIT_EXCEEDED", "at most 1000 lags"],

    ["negative noise", { noise: { observation: -1, alpha: 0, betas: [0] } }, "BAD_INPUT", "got -1"],
    ["a beta of negative noise", { noise: { observation: 1, alpha: 0, betas: [-2] } }, "BAD_INPUT", "got -2"],
    ["no observation noise", { noise: { observation: 0, alpha: 0, betas: [0] } }, "BAD_INPUT", "above 0"],
    ["no noise of a beta", { noise: { observation: 1, alpha: 0, betas: [] } }, "BAD_INPUT", "got 0 for 1"],
    ["noise of two betas", { noise: { observation: 1, alpha: 0, betas: [0, 0] } }, "BAD_INPUT", "got 2 for 1"],
    ["huge noise", { noise: { observation: 1e308, alpha: 0, betas: [0] } }, "BAD_INPUT", "1e+308"],
    ["huge steps", { noise: { observation: 1, alpha: 1e308, betas: [1e308] } }, "BAD_INPUT", "too far"],
  ])("%s", async (_, variables, code, mention) => {
    const { status, data, errors } = await statistics(variables);
    expect(status).toBeLessThan(500);
    expect(data?.regression ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors[0].extensions.code).toBe(code);
    expect(errors[0].message).toContain(mention);
  });

  test("noise so small that its likelihood has no number is no defect of the server", async () => {
    const { data, errors } = await statistics({ noise: { observation: 1e-320, alpha: 1e-320, betas: [0] } });
    if (errors.length === 0) expect(data.regression.kalman).toMatchObject({ logLikelihood: null });
    else expect(errors).toMatchObject([{ extensions: { code: "BAD_INPUT" } }]);
  });

  test("more benchmarks than a Kalman filter takes: an error of its field, a reason in its estimate", async () => {
    const names = Array.from({ length: 6 }, (_, j) => `other${j}`);
    names.forEach((name, j) => {
      writePrices(name, DAYS, pricePath(60, 100 + j));
    });
    const benchmarks = names.map((name) => `csv:${name}`);
    const { errors } = await statistics({ benchmarks });
    expect(errors).toMatchObject([
      { path: ["regression", "kalman"], extensions: { code: "LIMIT_EXCEEDED", limit: 5 } },
    ]);
    const { data } = await statistics({ benchmarks, kalman: false, estimators: ["OLS", "KALMAN"] });
    expectReasons(data.regression);
    expect(data.regression.betaEstimates[1 as never]).toMatchObject({
      value: null,
      note: expect.stringContaining("6"),
    });
  });

  test("a confidence of NaN is refused by the SDK, which JSON would send as null", async () => {
    const { window: _, minimum: __, ...question } = GOOD;
    const call = createClient({ url: server.url }).regression({ ...question, inference: { confidence: Number.NaN } });
    await expect(call).rejects.toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining("NaN") });
  });

  test("an infinite confidence", async () => {
    const body = JSON.stringify({ query: STATISTICS, variables: { ...GOOD, inference: { confidence: "X" } } });
    const response = await fetch(server.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: body.replace('"X"', "1e999"),
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_INPUT" } }] });
  });
});

test("a failing statistic leaves the neighbour in the same query alone", async () => {
  const hedge = '(portfolio: { symbol: "csv:stock" }, benchmarks: ["csv:market"])';
  const query = `{
    bad: regression${hedge} { beta rolling(window: 1) { beta } }
    good: regression${hedge} { beta rolling(window: 59) { beta } }
  }`;
  const { data, errors } = await ask(server.url, query);
  expect(data.bad).toBeNull();
  expect(data.good.rolling.beta[0 as never]).toBeCloseTo(data.good.beta as unknown as number, 12);
  expect(errors).toMatchObject([{ path: ["bad", "rolling"], extensions: { code: "BAD_INPUT" } }]);
});

test("30,000 days of own returns, the most that are taken: every statistic answers", async () => {
  const days = Array.from({ length: 30_001 }, (_, i) => new Date(Date.UTC(1900, 0, 1 + i)).toISOString().slice(0, 10));
  // Not one path and its shift: a generator's lagged values would be the benchmark's leads.
  const market = pricePath(30_001, 7);
  const values = days.slice(1).map((_, i) => 0.5 * (market[i + 1] / market[i] - 1) + 0.01 * Math.sin(i * i));
  writePrices("long", days, market);
  const portfolio = { returns: { dates: days.slice(1), values } };
  const { data, errors } = await statistics({ portfolio, benchmarks: ["csv:long"], window: 252, minimum: 252 });
  expect(errors).toEqual([]);
  expectReasons(data.regression);
  expect(data.regression.observations).toBe(30_000);
  expect(data.regression.rolling.dates).toHaveLength(30_000 - 251);
  const estimates = data.regression.betaEstimates as unknown as { estimator: string; value: number }[];
  expect(estimates).toHaveLength(11);
  for (const { estimator, value } of estimates) {
    if (estimator !== "BLUME" && estimator !== "EWMA") expect(Math.abs(value - 0.5), estimator).toBeLessThan(0.06);
  }
});
