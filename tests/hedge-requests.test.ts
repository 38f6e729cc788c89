import { weekdays } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compounded, randomReturns, withBeta, writePrices } from "./price-files.ts";
import { ask, type RunningServer, startServer } from "./running-server.ts";

// What one request may cost a server, and what others notice of it.

const LENGTH = 5000;
const DAYS = weekdays("2000-01-03", LENGTH + 1);
const FUNDS = Array.from({ length: 15 }, (_, j) => `csv:fund${j}`);

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
  const index = randomReturns(LENGTH, 1);
  writePrices(server.dataDir, "index", DAYS, compounded(index));
  writePrices(server.dataDir, "asset", DAYS, compounded(withBeta(1.1, index, 0.4, 6_700_417)));
  FUNDS.forEach((_, j) => {
    const fund = withBeta(0.5 + j / 10, index, 0.2, 19_931_207 + 1_000_003 * j);
    writePrices(server.dataDir, `fund${j}`, DAYS, compounded(fund));
  });
});
afterAll(async () => {
  expect(server.output()).not.toContain("unexpected error");
  await server.close();
});

/** Orders by the Kalman filter with 15 instruments, one a lookback: each takes a processor for a second or more. */
const orders = (lookbacks: readonly number[]) => {
  const fields = lookbacks.map(
    (lookback, i) =>
      `o${i}: hedge(value: ${1e6 + i}, lookback: ${lookback}, estimator: KALMAN, minimumNorm: true) { legs { ratio } }`,
  );
  const hedgeWith = JSON.stringify(FUNDS);
  return `{ hedgedPortfolio(portfolio: { symbol: "csv:asset" }, benchmarks: ["csv:index"], hedgeWith: ${hedgeWith}) {
    ${fields.join(" ")} } }`;
};

describe("long orders of one request", () => {
  test("that differ count together, and are LIMIT_EXCEEDED", async () => {
    const lookbacks = Array.from({ length: 32 }, (_, i) => LENGTH - i);
    const { data, errors } = await ask(server.url, orders(lookbacks));
    expect(data.hedgedPortfolio).toBeNull();
    expect(errors[0].extensions).toMatchObject({ code: "LIMIT_EXCEEDED", limit: 60 });
    expect(errors[0].message).toContain("seconds of work in the estimates of a request (at 1 estimate by KALMAN of");
  });

  test("that are alike share one estimate, and others are answered before it ends", async () => {
    const seen: string[] = [];
    let ended = false;
    // Sixteen orders by each of two estimates: were they not shared, they would be more than a minute of work.
    const long = ask(server.url, orders(Array.from({ length: 32 }, (_, i) => LENGTH - (i % 2)))).then((answer) => {
      ended = true;
      return answer;
    });
    while (!ended) {
      const { data } = await ask(server.url, '{ asset(symbol: "sample:AAPL") { symbol } }');
      if (!ended) seen.push(String(data.asset.symbol));
    }
    const { data, errors } = await long;
    expect(errors).toEqual([]);
    const answers = Object.values(data.hedgedPortfolio) as unknown as { legs: { ratio: number }[] }[];
    expect(answers).toHaveLength(32);
    answers.forEach(({ legs }, i) => {
      expect(legs).toEqual(answers[i % 2].legs);
    });
    expect(answers[1].legs).not.toEqual(answers[0].legs);
    // Between the estimates, that is: where none lets go of the processor not one comes through.
    expect(seen.length).toBeGreaterThan(1);
  });
});

describe("a number beyond doubles", () => {
  const asked = (threshold: string, type: string) =>
    `query ${type} { hedgedPortfolio(portfolio: { symbol: "csv:asset" }, benchmarks: ["csv:index"]) {
      rebalanceAdvice(value: 1000, ratios: [1], since: "${DAYS[LENGTH]}", threshold: ${threshold}) { act } } }`;

  test("as a threshold is BAD_INPUT, in the query and in the variables", async () => {
    const headers = { "content-type": "application/json" };
    const bodies = [
      JSON.stringify({ query: asked("1e999", "") }),
      `{"query":${JSON.stringify(asked("$t", "($t: Float)"))},"variables":{"t":1e999}}`,
    ];
    for (const body of bodies) {
      const response = await fetch(server.url, { method: "POST", headers, body });
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      expect(errors).toMatchObject([{ extensions: { code: "BAD_INPUT" } }]);
    }
  });

  test.each(["-0.1", "-1e999"])("a threshold of %s neither", async (threshold) => {
    const { errors } = await ask(server.url, asked(threshold, ""));
    expect(errors).toMatchObject([{ extensions: { code: "BAD_INPUT" } }]);
  });
});
