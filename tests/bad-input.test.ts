import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, type RunningServer, startServer } from "./running-server.ts";

const HEDGE = `query ($portfolio: PortfolioInput!, $benchmarks: [String!]!, $period: PeriodInput) {
  hedgedPortfolio(portfolio: $portfolio, benchmarks: $benchmarks, period: $period) {
    regression { beta observations }
  }
}`;

const DAYS = ["2018-05-07", "2018-05-08", "2018-05-09", "2018-05-10", "2018-05-11"];
const VALUES = [0.01, -0.02, 0.005, 0.01, -0.01];

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  // Whatever the tests threw at it, it lives, answers, and found nothing unexpected.
  const { data } = await ask(server.url, HEDGE, good());
  expect(data.hedgedPortfolio.regression.observations).toBe(1259);
  expect(server.output()).not.toContain("unexpected error");
  await server.close();
});

function good() {
  return { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };
}

async function refusal(
  variables: object,
): Promise<{ code: unknown; message: string; details: Record<string, unknown> }> {
  const { data, errors } = await ask(server.url, HEDGE, variables);
  expect(data?.hedgedPortfolio ?? null).toBeNull();
  expect(errors).toHaveLength(1);
  const { code, ...details } = errors[0].extensions;
  return { code, message: errors[0].message, details };
}

const own = (dates: unknown, values: unknown) => ({
  portfolio: { returns: { dates, values } },
  benchmarks: ["sample:^GSPC"],
});

test("an unknown symbol beside a good one: the good one answers", async () => {
  const { data, errors } = await ask(server.url, '{ assets(symbols: ["sample:AAPL", "sample:NOBODY"]) { symbol } }');
  expect(data.assets).toEqual([{ symbol: "sample:AAPL" }, null]);
  expect(errors).toMatchObject([
    { path: ["assets", 1], extensions: { code: "UNKNOWN_SYMBOL", symbol: "sample:NOBODY" } },
  ]);
});

test("a failing field is null, and its neighbour in the same query answers", async () => {
  const query = `{
    bad: regression(portfolio: { symbol: "sample:NOBODY" }, benchmarks: ["sample:^GSPC"]) { beta }
    good: regression(portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"]) { beta }
  }`;
  const { data, errors } = await ask(server.url, query);
  expect(data.bad).toBeNull();
  expect(data.good).toEqual({ beta: expect.closeTo(0.993391718787843, 12) });
  expect(errors).toMatchObject([{ path: ["bad"], extensions: { code: "UNKNOWN_SYMBOL" } }]);
});

describe("data that do not allow an answer", () => {
  test("no overlap", async () => {
    const { code, message } = await refusal({
      portfolio: { symbol: "sample:MSFT-MONTHLY" },
      benchmarks: ["sample:AAPL"],
    });
    expect(code).toBe("NO_OVERLAP");
    expect(message).toContain("sample:MSFT-MONTHLY");
    expect(message).toContain("2010-03-09");
  });

  test("a period in which there are no prices", async () => {
    const { code, message } = await refusal({ ...good(), period: { start: "2019-01-01" } });
    expect(code).toBe("NO_OVERLAP");
    expect(message).toContain("2019-01-01");
    expect(message).toContain("2018-05-11");
  });

  test("one observation", async () => {
    const refused = await refusal({ ...good(), period: { start: "2018-05-10" } });
    expect(refused).toMatchObject({ code: "INSUFFICIENT_DATA", details: { observations: 1, needed: 3 } });
  });

  test("one price", async () => {
    expect(await refusal({ ...good(), period: { start: "2018-05-11" } })).toMatchObject({ code: "INSUFFICIENT_DATA" });
  });

  test("a constant benchmark", async () => {
    const { writeFileSync, mkdirSync } = await import("node:fs");
    mkdirSync(`${server.dataDir}/csv`, { recursive: true });
    writeFileSync(
      `${server.dataDir}/csv/flat.csv`,
      `date,adjustedClose\n${DAYS.map((day) => `${day},100`).join("\n")}\n`,
    );
    const { code, message, details } = await refusal({
      portfolio: { symbol: "sample:AAPL" },
      benchmarks: ["csv:flat"],
    });
    expect(code).toBe("SINGULAR_BENCHMARKS");
    expect(message).toContain("csv:flat");
    expect(details.terms).toEqual(["csv:flat"]);
  });

  test("the same benchmark twice", async () => {
    const { code, details } = await refusal({ ...good(), benchmarks: ["sample:^GSPC", "sample:^gspc"] });
    expect(code).toBe("SINGULAR_BENCHMARKS");
    expect(details.terms).toEqual(["sample:^GSPC"]);
  });
});

describe("values that break a rule are BAD_INPUT, and the message says which", () => {
  test.each([
    ["NaN, which JSON sends as null", own(DAYS, [Number.NaN, ...VALUES.slice(1)]), "values"],
    ["a return below −1", own(DAYS, [-1.5, ...VALUES.slice(1)]), "-1.5"],
    ["unsorted dates", own([DAYS[1], DAYS[0], ...DAYS.slice(2)], VALUES), "2018-05-07"],
    ["repeated dates", own([DAYS[0], DAYS[0], ...DAYS.slice(2)], VALUES), "2018-05-07"],
    ["fewer values than dates", own(DAYS, VALUES.slice(1)), "5"],
    ["an impossible date", own(["2018-02-30", ...DAYS.slice(1)], VALUES), "2018-02-30"],
    ["a date in another form", own(["7 May 2018", ...DAYS.slice(1)], VALUES), "7 May 2018"],
    ["a date that is a number", own([20180507, ...DAYS.slice(1)], VALUES), "20180507"],
    ["no returns", own([], []), "empty"],
    ["start after end", { ...good(), period: { start: "2018-01-02", end: "2017-01-01" } }, "2018-01-02"],
    ["no benchmarks", { ...good(), benchmarks: [] }, "benchmarks"],
    ["no holdings", { ...good(), portfolio: { holdings: [] } }, "holdings"],
    ["an empty symbol", { ...good(), portfolio: { symbol: " " } }, "symbol"],
    ["two kinds of portfolio", { ...good(), portfolio: { symbol: "sample:AAPL", holdings: [] } }, "PortfolioInput"],
    ["no kind of portfolio", { ...good(), portfolio: {} }, "PortfolioInput"],
    ["an unknown interval", { ...good(), period: { interval: "YEAR" } }, "YEAR"],
    ["a missing variable", { portfolio: { symbol: "sample:AAPL" } }, "benchmarks"],
    [
      "weights and shares mixed",
      {
        ...good(),
        portfolio: {
          holdings: [
            { symbol: "sample:AAPL", weight: 1 },
            { symbol: "sample:^GSPC", shares: 1 },
          ],
        },
      },
      "all by weight or all by shares",
    ],
    [
      "percentages in place of fractions",
      {
        ...good(),
        portfolio: {
          holdings: [
            { symbol: "sample:AAPL", weight: 60 },
            { symbol: "sample:^GSPC", weight: 40 },
          ],
        },
      },
      "60 %",
    ],
    [
      "shares that come to nothing",
      { ...good(), portfolio: { holdings: [{ symbol: "sample:AAPL", shares: 0 }] } },
      "worth",
    ],
  ])("%s", async (_, variables, mention) => {
    const { code, message } = await refusal(variables);
    expect(code).toBe("BAD_INPUT");
    expect(message).toContain(mention);
  });

  test("an infinite return", async () => {
    const body = `{"query":${JSON.stringify(HEDGE)},"variables":${JSON.stringify(own(DAYS, ["X", ...VALUES.slice(1)]))}}`;
    const response = await fetch(server.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: body.replace('"X"', "1e999"),
    });
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect(errors).toMatchObject([{ extensions: { code: "BAD_INPUT" } }]);
  });

  test("an impossible date and a NaN written into the query itself", async () => {
    for (const returns of ['dates: ["2018-02-30"], values: [0.1]', 'dates: ["2018-05-07"], values: [NaN]']) {
      const query = `{ regression(portfolio: { returns: { ${returns} } }, benchmarks: ["sample:^GSPC"]) { beta } }`;
      const { errors } = await ask(server.url, query);
      expect(errors).toMatchObject([{ extensions: { code: "BAD_INPUT" } }]);
    }
  });
});

test("a symbol that is a path stays a symbol", async () => {
  for (const symbol of ["csv:../../../etc/passwd", "csv:..", "csv:a/b", "../x", "AAPL/../X", "x".repeat(1000), "😀"]) {
    const { data, errors } = await ask(server.url, "query ($s: String!) { asset(symbol: $s) { name } }", { s: symbol });
    expect(data.asset).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: "UNKNOWN_SYMBOL" } }]);
  }
});
