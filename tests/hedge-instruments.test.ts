import { createClient } from "@hedgeql/sdk";
import { weekdays } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { correctDigits } from "../packages/core/golden/read-golden.ts";
import { changes, compounded, covariance, randomReturns, slope, withBeta, writePrices } from "./price-files.ts";
import { ask, type RunningServer, startServer } from "./running-server.ts";

const DAYS = weekdays("2021-01-04", 401);
const INDEX = randomReturns(400, 1);
const OTHER = withBeta(0.3, INDEX, 0.8, 3_000_017);
const BOTH = INDEX.map((value, t) => 0.9 * value - 0.4 * OTHER[t]);
const SERIES = {
  index: INDEX,
  other: OTHER,
  asset: withBeta(1, BOTH, 0.4, 6_700_417),
  fund: withBeta(1.25, INDEX, 0.1, 19_931_207),
  second: withBeta(0.7, INDEX, 0.3, 40_000_003),
  third: withBeta(0.9, OTHER, 0.3, 70_000_027),
  gold: randomReturns(400, 104_729_003),
};

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
  for (const [name, returns] of Object.entries(SERIES)) writePrices(server.dataDir, name, DAYS, compounded(returns));
  writePrices(server.dataDir, "twin", DAYS, compounded(INDEX));
  writePrices(
    server.dataDir,
    "cash",
    DAYS,
    DAYS.map(() => 100),
  );
});
afterAll(async () => {
  expect(server.output()).not.toContain("unexpected error");
  await server.close();
});

/** As the server has them, out of prices. */
const returnsOf = (name: keyof typeof SERIES) => changes(compounded(SERIES[name]));

const client = () => createClient({ url: server.url });
const ASSET = { portfolio: { symbol: "csv:asset" }, benchmarks: ["csv:index"] };
const TWO = { ...ASSET, benchmarks: ["csv:index", "csv:other"] };
type Variables = Parameters<ReturnType<typeof client>["hedge"]>[0];
const hedge = async (variables: Partial<Variables> = {}) =>
  (await client().hedge({ ...ASSET, value: 1e6, ...variables })).hedgedPortfolio.hedge;
const codes = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code);

function agree(actual: number | null, truth: number, label: string, digits = 11): void {
  expect(correctDigits(actual, truth), `${label}: ${actual} is not ${truth}`).toBeGreaterThan(digits);
}

/** The portfolio's returns less so much of each instrument's. */
function held(ratios: readonly number[], names: readonly (keyof typeof SERIES)[]): number[] {
  const columns = names.map(returnsOf);
  return returnsOf("asset").map((value, t) => columns.reduce((sum, column, j) => sum - ratios[j] * column[t], value));
}

describe("measured against the index, hedged with a fund", () => {
  test("the ratio is the quotient of the betas, and no beta to the index is left in the sample", async () => {
    const { legs, residualBeta, warnings, effectiveness } = await hedge({ hedgeWith: ["csv:fund"] });
    const [asset, fund, index] = [returnsOf("asset"), returnsOf("fund"), returnsOf("index")];
    agree(legs[0].ratio, slope(asset, index) / slope(fund, index), "ratio");
    expect(Math.abs(residualBeta)).toBeLessThan(1e-15);
    expect(codes(warnings)).toEqual(["CURRENCY_UNKNOWN", "PRICES_OLD"]);
    const hedged = held([legs[0].ratio], ["fund"]);
    expect(Math.abs(slope(hedged, index))).toBeLessThan(1e-12);
    agree(effectiveness, 1 - covariance(hedged, hedged) / covariance(asset, asset), "effectiveness");
  });

  test("the hedged portfolio is that hedge, and its verification finds a beta of 0", async () => {
    const variables = { ...ASSET, hedgeWith: ["csv:fund"] };
    const { ratios, verification, returns, regression } = (await client().hedgedPortfolio(variables)).hedgedPortfolio;
    const { legs, neutrality } = await hedge({ hedgeWith: ["csv:fund"] });
    expect(ratios).toEqual([{ symbol: "csv:fund", ratio: legs[0].ratio }]);
    expect(Math.abs(verification.beta)).toBeLessThan(1e-13);
    expect(verification.coefficients[1].term).toBe("csv:index");
    expect(neutrality[0].beta.value).toBe(regression.beta);
    held([legs[0].ratio], ["fund"]).forEach((value, t) => {
      expect(Math.abs(returns.values[t] - value)).toBeLessThan(1e-15);
    });
  });

  test("to a target the same quotient of what is to go", async () => {
    const { legs, neutrality } = await hedge({ hedgeWith: ["csv:fund"], targetBeta: 0.25 });
    const index = returnsOf("index");
    agree(legs[0].ratio, (slope(returnsOf("asset"), index) - 0.25) / slope(returnsOf("fund"), index), "ratio");
    agree(neutrality[0].hedgedBeta, 0.25, "hedged");
  });
});

describe("several benchmarks and instruments", () => {
  test("as many of each: all betas go, by the ratios that solve the equations", async () => {
    const names = ["fund", "third"] as const;
    const { legs, neutrality } = await hedge({ ...TWO, hedgeWith: names.map((name) => `csv:${name}`) });
    for (const { residualBeta } of neutrality) expect(Math.abs(residualBeta)).toBeLessThan(1e-14);
    const hedged = held(
      legs.map(({ ratio }) => ratio),
      names,
    );
    for (const benchmark of ["index", "other"] as const) {
      expect(Math.abs(covariance(hedged, returnsOf(benchmark)))).toBeLessThan(1e-16);
    }
  });

  test("the benchmarks themselves: the betas of the regression, each to its own", async () => {
    const { regression } = await client().regression(TWO);
    const { legs, neutrality } = await hedge(TWO);
    expect(legs.map(({ ratio }) => ratio)).toEqual(regression.coefficients.slice(1).map(({ estimate }) => estimate));
    expect(legs.map(({ side }) => side)).toEqual(["SELL", "BUY"]);
    expect(neutrality.map(({ residualBeta }) => residualBeta)).toEqual([0, 0]);
  });

  test("one instrument for two benchmarks leaves the least variance that they explain: two-stage least squares", async () => {
    const { legs, neutrality } = await hedge({ ...TWO, hedgeWith: ["csv:fund"] });
    const explained = async (name: string) => {
      const { regression } = await client().regression({ ...TWO, portfolio: { symbol: `csv:${name}` } });
      const [, first, second] = regression.coefficients.map(({ estimate }) => estimate);
      const [index, other] = [returnsOf("index"), returnsOf("other")];
      return { first, second, values: index.map((value, t) => first * value + second * other[t]) };
    };
    const [asset, fund] = [await explained("asset"), await explained("fund")];
    agree(legs[0].ratio, slope(asset.values, fund.values), "ratio");
    agree(neutrality[0].residualBeta, asset.first - legs[0].ratio * fund.first, "left of the first");
    agree(neutrality[1].residualBeta, asset.second - legs[0].ratio * fund.second, "left of the second");
    expect(Math.abs(neutrality[1].residualBeta)).toBeGreaterThan(0.1);
  });

  test("more instruments than benchmarks do not determine their ratios", async () => {
    const call = hedge({ hedgeWith: ["csv:fund", "csv:second"] });
    await expect(call).rejects.toMatchObject({
      code: "SINGULAR_BENCHMARKS",
      message: expect.stringContaining("minimumNorm would spread the hedge over them"),
    });
  });

  test("minimumNorm takes the smallest of them, and says so", async () => {
    const answer = await hedge({ hedgeWith: ["csv:fund", "csv:second"], minimumNorm: true });
    expect(answer.minimumNorm).toBe(true);
    expect(codes(answer.warnings)).toContain("MINIMUM_NORM");
    const index = returnsOf("index");
    const betas = (["fund", "second"] as const).map((name) => slope(returnsOf(name), index));
    const share = slope(returnsOf("asset"), index) / (betas[0] ** 2 + betas[1] ** 2);
    answer.legs.forEach(({ ratio }, j) => {
      agree(ratio, share * betas[j], `ratio ${j}`);
    });
    expect(Math.abs(answer.residualBeta)).toBeLessThan(1e-14);
  });

  test("minimumNorm changes nothing where the ratios are determined", async () => {
    const { legs, minimumNorm, warnings } = await hedge({ hedgeWith: ["csv:fund"], minimumNorm: true });
    expect(minimumNorm).toBe(false);
    expect(legs).toEqual((await hedge({ hedgeWith: ["csv:fund"] })).legs);
    expect(codes(warnings)).toEqual(["CURRENCY_UNKNOWN", "PRICES_OLD"]);
  });
});

describe("benchmarks that repeat each other", () => {
  const of = (fields: string) =>
    `hedgedPortfolio(portfolio: { symbol: "csv:asset" }, benchmarks: ["csv:index", "csv:twin"]) { ${fields} }`;

  test("have no regression, but a hedge of smallest norm, in its own alias", async () => {
    const hedge =
      "hedge(value: 1000000, minimumNorm: true) { minimumNorm legs { ratio } warnings { code } residualBeta }";
    const query = `{ bad: ${of("regression { beta }")} worse: ${of("hedge(value: 1) { residualBeta }")} good: ${of(hedge)} }`;
    const { data, errors } = await ask(server.url, query);
    const singular = { code: "SINGULAR_BENCHMARKS" };
    expect([data.bad, data.worse]).toEqual([null, null]);
    expect(errors).toHaveLength(2);
    for (const { extensions } of errors) expect(extensions).toMatchObject(singular);
    const half = slope(returnsOf("asset"), returnsOf("index")) / 2;
    expect(data.good.hedge).toMatchObject({
      minimumNorm: true,
      residualBeta: 0,
      legs: [{ ratio: expect.closeTo(half, 12) }, { ratio: expect.closeTo(half, 12) }],
    });
    expect(data.good.hedge.warnings).toContainEqual({ code: "MINIMUM_NORM" });
  });

  test("walk forward with minimumNorm, half in each", async () => {
    const walk = `walkForward(lookback: 60, minimumNorm: true) { instrumentRatios { symbol values } returns { values } }`;
    const { data, errors } = await ask(server.url, `{ two: ${of(walk)} }`);
    expect(errors).toEqual([]);
    const single = (await client().walkForward({ ...ASSET, lookback: 60 })).hedgedPortfolio.walkForward;
    const [first, second] = data.two.walkForward.instrumentRatios as unknown as { values: number[] }[];
    single.ratios.values.forEach((ratio, t) => {
      agree(first.values[t], ratio / 2, "half", 10);
      agree(second.values[t], ratio / 2, "half", 10);
    });
  });
});

describe("instruments that are no hedge", () => {
  test("one that cannot be told to move with the benchmark is a weak hedge", async () => {
    const { warnings, legs } = await hedge({ hedgeWith: ["csv:gold"] });
    expect(codes(warnings)).toContain("WEAK_HEDGE");
    expect(warnings.find(({ code }) => code === "WEAK_HEDGE")?.message).toContain("csv:gold");
    expect(Math.abs(legs[0].ratio)).toBeGreaterThan(5);
  });

  test("one whose price never moves is none, and minimumNorm leaves it alone", async () => {
    const call = hedge({ hedgeWith: ["csv:cash"] });
    const message = expect.stringContaining("csv:cash: it does not move");
    await expect(call).rejects.toMatchObject({ code: "UNDEFINED_ESTIMATE", message });
    const { legs, minimumNorm } = await hedge({ hedgeWith: ["csv:fund", "csv:cash"], minimumNorm: true });
    const alone = await hedge({ hedgeWith: ["csv:fund"] });
    expect(minimumNorm).toBe(true);
    agree(legs[0].ratio, alone.legs[0].ratio, "fund");
    expect(legs[1]).toMatchObject({ ratio: 0, side: "NONE" });
  });

  test.each([
    ["listed twice", ["csv:fund", "csv:fund"], "SINGULAR_BENCHMARKS", "csv:fund is listed again"],
    ["listed twice in another case of its prefix", ["csv:fund", "CSV:fund"], "SINGULAR_BENCHMARKS", "listed again"],
    ["unknown", ["csv:nobody"], "UNKNOWN_SYMBOL", "csv/nobody.csv"],
    ["without a name", [" "], "BAD_INPUT", "symbol"],
  ])("one that is %s", async (_, hedgeWith, code, mention) => {
    await expect(hedge({ hedgeWith })).rejects.toMatchObject({ code, message: expect.stringContaining(mention) });
  });
});
