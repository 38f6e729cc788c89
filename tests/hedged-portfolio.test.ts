import { createClient } from "@hedgeql/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GRAPHIQL_TABS } from "../packages/server/src/edge/graphiql-tabs.ts";
import { ask, type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const client = () => createClient({ url: server.url });

/** Relative: what the golden values promise. */
function expectClose(actual: number | null, expected: number, tolerance = 1e-9): void {
  expect(Math.abs((actual as number) / expected - 1), `${actual} is not ${expected}`).toBeLessThan(tolerance);
}

describe("sample:AAPL on sample:^GSPC, all dates, as statsmodels 0.13.5 gives it", async () => {
  const hedge = async () =>
    (await client().hedgedPortfolio({ portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] }))
      .hedgedPortfolio;

  test("the regression", async () => {
    const { regression } = await hedge();
    expect(regression.observations).toBe(1259);
    expect(regression.degreesOfFreedom).toBe(1257);
    expectClose(regression.alpha, 0.000711955807153437);
    expectClose(regression.beta, 0.993391718787843);
    expectClose(regression.rSquared, 0.28483593262681506);
    expectClose(regression.adjustedRSquared, 0.28426698746581813);
    expectClose(regression.residualStandardError, 0.012419352105614817);
    expectClose(regression.fStatistic, 500.6386417413164);
    expectClose(regression.logLikelihood, 3739.6778877005218);
    expectClose(regression.aic, -7475.3557754010435);
    expectClose(regression.bic, -7465.079629332955);
    expectClose(regression.durbinWatson, 1.9170631795130295);
    const [alpha, beta] = regression.coefficients;
    expectClose(alpha.standardError, 0.00035055520302856);
    expectClose(beta.standardError, 0.04439748319219715);
    expect(beta.term).toBe("sample:^GSPC");
    expectClose(alpha.tStatistic, 2.0309377838429676);
    expectClose(alpha.pValue, 0.042471408921711654);
    expectClose(beta.pValue, 1.3122007497124987e-93);
    expectClose(regression.fPValue, 1.312200749713601e-93);
    expect(regression.undefinedQuantities).toEqual([]);
  });

  test("the hedge: beta is gone, alpha is kept, the variance removed is R²", async () => {
    const { regression, verification, effectiveness, returns, unhedged, benchmarks } = await hedge();
    expect(Math.abs(verification.beta)).toBeLessThan(1e-12);
    expectClose(verification.alpha, regression.alpha, 1e-12);
    expectClose(effectiveness, regression.rSquared as number, 1e-12);
    for (const series of [returns, unhedged, benchmarks[0]]) expect(series.values).toHaveLength(1259);
    expect(returns.dates.at(0)).toBe("2013-05-14");
    const last = returns.values.length - 1;
    expectClose(returns.values[last], unhedged.values[last] - regression.beta * benchmarks[0].values[last], 1e-12);
  });

  test("a symbol, one holding of weight 1, any number of its shares, and its own returns are the same portfolio", async () => {
    const { unhedged, regression } = await hedge();
    const returns = { dates: unhedged.dates.toArray(), values: [...unhedged.values] };
    const period = { start: "2014-01-01", end: "2015-06-30" };
    const portfolios = [
      { symbol: "sample:AAPL" },
      { holdings: [{ symbol: "sample:AAPL", weight: 1 }] },
      { holdings: [{ symbol: "sample:AAPL", shares: 137 }] },
      { returns },
    ];
    for (const interval of ["DAY", "WEEK", "MONTH"] as const) {
      const betas = await Promise.all(
        portfolios.map(async (portfolio) => {
          const variables = { portfolio, benchmarks: ["sample:^GSPC"], period: { ...period, interval } };
          return (await client().regression(variables)).regression;
        }),
      );
      for (const other of betas) {
        expectClose(other.beta, betas[0].beta, 1e-10);
        expect(other.observations).toBe(betas[0].observations);
        expect(other.provenance.firstDate).toBe(betas[0].provenance.firstDate);
      }
    }
    // All of its own returns: the first counts from the benchmark's previous close, so none is lost.
    const own = await client().regression({
      portfolio: { returns },
      benchmarks: ["sample:^GSPC"],
    });
    expectClose(own.regression.beta, regression.beta, 1e-12);
    expect(own.regression.observations).toBe(1259);
  });

  test("log returns are ln(1 + simple returns)", async () => {
    const symbol = "sample:AAPL";
    const simple = await client().returns({ symbol });
    const log = await client().returns({ symbol, kind: "LOG" });
    log.asset.returns.values.forEach((value, i) => {
      expect(value).toBeCloseTo(Math.log1p(simple.asset.returns.values[i]), 14);
    });
  });
});

test("several benchmarks: the first beta, and all of them as coefficients", async () => {
  const { regression } = await client().regression({
    portfolio: { symbol: "sample:MSFT-MONTHLY" },
    benchmarks: ["sample:^GSPC", "sample:IBM-MONTHLY"],
    period: { interval: "MONTH" },
  });
  expect(regression.coefficients.map(({ term }) => term)).toEqual(["alpha", "sample:^GSPC", "sample:IBM-MONTHLY"]);
  expect(regression.beta).toBe(regression.coefficients[1].estimate);
  expect(regression.observations).toBe(121);
  expect(regression.provenance.periodsPerYear).toBe(12);
  expect(regression.provenance.warnings.map(({ code }) => code)).toEqual(["INCOMPLETE_PERIOD"]);
});

test("a portfolio that is its own benchmark is hedged to nothing, and what is not defined is null, with the reason", async () => {
  const { hedgedPortfolio } = await client().hedgedPortfolio({
    portfolio: { symbol: "sample:AAPL" },
    benchmarks: ["sample:AAPL"],
  });
  expect(hedgedPortfolio.regression.beta).toBe(1);
  expect(hedgedPortfolio.effectiveness).toBe(1);
  expect(hedgedPortfolio.returns.values.every((value) => value === 0)).toBe(true);
  expect(hedgedPortfolio.verification).toMatchObject({ beta: 0, rSquared: null, durbinWatson: null });
  const reasons = new Map(
    hedgedPortfolio.verification.undefinedQuantities.map(({ quantity, reason }) => [quantity, reason]),
  );
  expect(reasons.get("rSquared")).toContain("do not vary");
  expect(reasons.get("durbinWatson")).toBeTruthy();
});

describe("warnings", () => {
  const warnings = async (variables: Parameters<ReturnType<typeof client>["regression"]>[0]) =>
    (await client().regression(variables)).regression.provenance.warnings;
  const benchmarks = ["sample:^GSPC"];

  test("weights that do not sum to 1", async () => {
    const portfolio = { holdings: [{ symbol: "sample:AAPL", weight: 0.4 }] };
    expect(await warnings({ portfolio, benchmarks })).toContainEqual({
      code: "WEIGHTS_NOT_ONE",
      message: "the weights sum to 0.4, not 1: 0.6 is held in cash that earns nothing",
    });
  });

  test("monthly prices asked for by the day", async () => {
    const [warning] = await warnings({ portfolio: { symbol: "sample:AAPL-MONTHLY" }, benchmarks });
    expect(warning.code).toBe("SPARSE_DATES");
  });

  test("few observations", async () => {
    const period = { start: "2018-05-01" };
    expect(await warnings({ portfolio: { symbol: "sample:AAPL" }, benchmarks, period })).toMatchObject([
      { code: "FEW_OBSERVATIONS" },
    ]);
  });
});

test("GraphiQL's own tabs answer, sent with a browser's headers", async () => {
  const headers = {
    accept: "application/graphql-response+json, application/json, multipart/mixed",
    "accept-language": "en",
    origin: new URL(server.url).origin,
    referer: server.url,
  };
  for (const { query, variables } of GRAPHIQL_TABS) {
    const { status, data, errors } = await ask(server.url, query, variables && JSON.parse(variables), headers);
    expect(status).toBe(200);
    expect(Object.values(data)).not.toContain(null);
    // One tab shows how an unknown symbol fails beside others that answer.
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(query.includes("NOBODY") ? ["UNKNOWN_SYMBOL"] : []);
  }
});

test("columns come packed, too, and hold the same numbers", async () => {
  const query = '{ asset(symbol: "sample:AAPL") { returns { dates values packed { length dates values } } } }';
  const { data } = await ask(server.url, query);
  const { dates, values, packed } = data.asset.returns as unknown as {
    dates: string[];
    values: number[];
    packed: { length: number; dates: string; values: string };
  };
  const floats = new Float64Array(Uint8Array.from(Buffer.from(packed.values, "base64")).buffer);
  const days = new Int32Array(Uint8Array.from(Buffer.from(packed.dates, "base64")).buffer);
  expect(packed.length).toBe(values.length);
  expect([...floats]).toEqual(values);
  expect(Array.from(days, (day) => new Date(day * 86_400_000).toISOString().slice(0, 10))).toEqual(dates);
});
