import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "@hedgeql/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { correctDigits } from "../packages/core/golden/read-golden.ts";
import { ask, type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
  mkdirSync(join(server.dataDir, "csv"), { recursive: true });
  const old = ["1990-01-02,100", "1990-01-03,101", "1990-01-04,102"].join("\n");
  writeFileSync(join(server.dataDir, "csv", "old.csv"), `date,adjustedClose\n${old}\n`);
  const flat = ["2018-05-07", "2018-05-08", "2018-05-09", "2018-05-10", "2018-05-11"].map((day) => `${day},100`);
  writeFileSync(join(server.dataDir, "csv", "flat.csv"), `date,adjustedClose\n${flat.join("\n")}\n`);
});
afterAll(async () => {
  expect(server.output()).not.toContain("unexpected error");
  await server.close();
});

const client = () => createClient({ url: server.url });
type Variables = Parameters<ReturnType<typeof client>["screen"]>[0];
const screen = async (variables: Variables) => (await client().screen(variables)).screen;

const MONTHLY = ["AAPL", "MSFT", "IBM", "GOOG", "AMZN"].map((name) => `sample:${name}-MONTHLY`);
const DAILY: Variables = { symbols: ["sample:AAPL"], benchmarks: ["sample:^GSPC"] };

function agree(actual: number | null, truth: number | null, label: string): void {
  expect(correctDigits(actual, truth as number), `${label}: ${actual} is not ${truth}`).toBeGreaterThan(12);
}

describe("each row is the regression of its symbol alone", () => {
  test.each<[string, Omit<Variables, "symbols">]>([
    ["one benchmark", { benchmarks: ["sample:^GSPC"] }],
    ["two benchmarks", { benchmarks: ["sample:^GSPC", "sample:IBM-MONTHLY"] }],
    ["log returns", { benchmarks: ["sample:^GSPC"], returnKind: "LOG" }],
    ["3 % a year taken off", { benchmarks: ["sample:^GSPC"], riskFree: { annualRate: 0.03 } }],
    ["a symbol's returns taken off", { benchmarks: ["sample:^GSPC"], riskFree: { symbol: "sample:IBM-MONTHLY" } }],
    ["a shorter period", { benchmarks: ["sample:^GSPC"], period: { start: "2005-01-01", end: "2008-12-31" } }],
  ])("%s", async (_, given) => {
    // IBM is a benchmark, or the rate, in some.
    const symbols = MONTHLY.filter((symbol) => symbol !== "sample:IBM-MONTHLY");
    const variables = { ...given, period: { ...given.period, interval: "MONTH" as const } };
    const rows = await screen({ ...variables, symbols });
    expect(rows.map(({ symbol }) => symbol)).toEqual(symbols);
    for (const row of rows) {
      const alone = (await client().regression({ ...variables, portfolio: { symbol: row.symbol } })).regression;
      const [alpha, ...betas] = alone.coefficients;
      expect(row.error).toBeNull();
      agree(row.alpha, alpha.estimate, "alpha");
      agree(row.alphaStandardError, alpha.standardError, "error of alpha");
      agree(row.rSquared, alone.rSquared, "R²");
      expect(row.betas).toHaveLength(betas.length);
      betas.forEach(({ estimate, standardError }, j) => {
        agree(row.betas![j], estimate, `beta ${j}`);
        agree(row.standardErrors![j], standardError, `error ${j}`);
      });
      expect([row.beta, row.standardError]).toEqual([row.betas![0], row.standardErrors![0]]);
      const { firstDate, lastDate, datesDropped } = alone.provenance;
      expect(row).toMatchObject({ observations: alone.observations, firstDate, lastDate, datesDropped });
    }
  });

  test("symbols of other dates than the row before have their own, and a symbol may stand twice", async () => {
    const symbols = ["sample:GOOG-MONTHLY", "sample:MSFT-MONTHLY", "sample:GOOG-MONTHLY", "SAMPLE:goog-monthly"];
    const rows = await screen({ symbols, benchmarks: ["sample:^GSPC"], period: { interval: "MONTH" } });
    expect(rows.map(({ observations }) => observations)).toEqual([66, 121, 66, 66]);
    expect(rows[0].firstDate).toBe("2004-08-31");
    expect(rows[2]).toEqual(rows[0]);
    expect(rows[3]).toEqual(rows[0]);
  });

  test("as statsmodels 0.13.5 gives it of daily returns", async () => {
    const [row] = await screen(DAILY);
    expect(correctDigits(row.beta, 0.993391718787843)).toBeGreaterThan(9);
    expect(correctDigits(row.standardError, 0.04439748319219715)).toBeGreaterThan(9);
    expect(correctDigits(row.alphaStandardError, 0.00035055520302856)).toBeGreaterThan(9);
    expect(row.observations).toBe(1259);
  });

  test("a benchmark among the symbols has a beta of 1 and no error", async () => {
    const [row] = await screen({ ...DAILY, symbols: ["sample:^GSPC"] });
    expect(row).toMatchObject({ beta: 1, alpha: 0, rSquared: 1, standardError: 0, error: null });
  });
});

describe("a symbol that fails has its reason in its row, and the others answer", () => {
  const NUMBERS = {
    beta: null,
    alpha: null,
    rSquared: null,
    standardError: null,
    alphaStandardError: null,
    betas: null,
    standardErrors: null,
    observations: null,
    firstDate: null,
    lastDate: null,
    datesDropped: null,
  };

  test.each([
    ["unknown to the sample", "sample:NOBODY", "UNKNOWN_SYMBOL", "NOBODY"],
    ["no file", "csv:nofile", "UNKNOWN_SYMBOL", "nofile"],
    ["no date shared", "csv:old", "NO_OVERLAP", "csv:old"],
    ["a path", "csv:../../etc/passwd", "UNKNOWN_SYMBOL", "without folders"],
    ["empty", " ", "BAD_INPUT", "symbol"],
  ])("%s", async (_, symbol, code, mention) => {
    const [before, row, after] = await screen({ ...DAILY, symbols: ["sample:AAPL", symbol, "sample:AAPL"] });
    expect(row).toMatchObject({ symbol, ...NUMBERS, error: { code, message: expect.stringContaining(mention) } });
    expect(before.beta).toBeCloseTo(0.9933917187878, 12);
    expect(after).toEqual(before);
  });

  test("too few observations in the period", async () => {
    const period = { start: "2018-05-10" };
    const [row] = await screen({ ...DAILY, period });
    expect(row.error).toMatchObject({ code: "INSUFFICIENT_DATA", message: expect.stringContaining("got 1") });
  });

  test("a symbol that does not move has a beta of 0, and no R²", async () => {
    const [row] = await screen({ ...DAILY, symbols: ["csv:flat"] });
    expect(row).toMatchObject({ symbol: "csv:flat", beta: 0, alpha: 0, rSquared: null, observations: 4, error: null });
  });

  test("an own file is read with the others, whatever dates it has", async () => {
    const days = ["2018-05-07", "2018-05-08", "2018-05-09", "2018-05-10", "2018-05-11"];
    const prices = [100, 101, 99, 102, 103];
    const lines = days.map((day, i) => `${day},${prices[i]}`).join("\n");
    writeFileSync(join(server.dataDir, "csv", "mine.csv"), `date,adjustedClose\n${lines}\n`);
    const [own, sample] = await screen({ ...DAILY, symbols: ["csv:mine", "sample:AAPL"] });
    expect([own.observations, sample.observations]).toEqual([4, 1259]);
    expect(own.beta).not.toBeNull();
  });
});

describe("what concerns all symbols is an error of the field", () => {
  const refusal = async (variables: Variables) => {
    const { data, errors } = await ask(
      server.url,
      `query ($symbols: [String!]!, $benchmarks: [String!]!, $period: PeriodInput, $riskFree: RiskFreeInput) {
        screen(symbols: $symbols, benchmarks: $benchmarks, period: $period, riskFree: $riskFree) { beta }
      }`,
      variables,
    );
    expect(data?.screen ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    return { code: errors[0].extensions.code, message: errors[0].message };
  };

  test.each<[string, Partial<Variables>, string, string]>([
    ["a benchmark that nobody knows", { benchmarks: ["sample:NOBODY"] }, "UNKNOWN_SYMBOL", "no NOBODY"],
    ["no benchmarks", { benchmarks: [] }, "BAD_INPUT", "benchmarks must not be empty"],
    ["a benchmark twice", { benchmarks: ["sample:^GSPC", "SAMPLE:^gspc"] }, "SINGULAR_BENCHMARKS", "sample:^GSPC"],
    ["21 benchmarks", { benchmarks: new Array(21).fill("sample:^GSPC") }, "LIMIT_EXCEEDED", "at most 20 benchmarks"],
    ["no symbols", { symbols: [] }, "BAD_INPUT", "symbols must not be empty"],
    ["5,001 symbols", { symbols: new Array(5001).fill("sample:AAPL") }, "LIMIT_EXCEEDED", "at most 5000 symbols"],
    ["a rate in per cent", { riskFree: { annualRate: 5 } }, "BAD_INPUT", "at most 1, got 5"],
    [
      "a period that ends before it starts",
      { period: { start: "2018-01-02", end: "2018-01-01" } },
      "BAD_INPUT",
      "start",
    ],
    ["a period without prices", { period: { start: "2021-01-01" } }, "NO_OVERLAP", "sample:^GSPC has no prices"],
    [
      "a risk-free rate that is the benchmark",
      { riskFree: { symbol: "sample:^GSPC" } },
      "SINGULAR_BENCHMARKS",
      "risk-free",
    ],
    ["a risk-free symbol that nobody knows", { riskFree: { symbol: "sample:X" } }, "UNKNOWN_SYMBOL", "no X"],
  ])("%s", async (_, variables, code, mention) => {
    const refused = await refusal({ ...DAILY, ...variables });
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(mention);
  });
});

test("screens count by their symbols: two of 5,000 cost too much, and are refused before any is computed", async () => {
  const query = `query ($symbols: [String!]!) {
    a: screen(symbols: $symbols, benchmarks: ["sample:^GSPC"]) { beta }
    b: screen(symbols: $symbols, benchmarks: ["sample:^GSPC"]) { beta }
  }`;
  const { data, errors } = await ask(server.url, query, { symbols: new Array(5_000).fill("sample:AAPL") });
  expect(data).toBeFalsy();
  expect(errors).toMatchObject([{ extensions: { code: "LIMIT_EXCEEDED", limit: 2000 } }]);
  expect(errors[0].message).toBe("at most 2000 points of query cost are allowed, got 2052");
});

test("a hundred small screens in one request are refused by their cost", async () => {
  const aliases = Array.from(
    { length: 100 },
    (_, i) => `s${i}: screen(symbols: ["sample:AAPL"], benchmarks: ["sample:^GSPC"]) { beta }`,
  );
  const { errors } = await ask(server.url, `{ ${aliases.join(" ")} }`);
  expect(errors).toMatchObject([{ extensions: { code: "LIMIT_EXCEEDED" } }]);
});

test("more symbols than a request may name elsewhere are screened", async () => {
  const symbols = Array.from({ length: 300 }, (_, i) => (i % 2 === 0 ? "sample:AAPL" : `sample:NOBODY${i}`));
  const rows = await screen({ ...DAILY, symbols });
  expect(rows.map(({ symbol }) => symbol)).toEqual(symbols);
  expect(rows.filter(({ error }) => error === null)).toHaveLength(150);
});
