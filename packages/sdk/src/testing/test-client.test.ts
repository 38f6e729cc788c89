import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { failureOf } from "../failure.fixture.ts";
import { graphql, type HedgedPortfolioResult, operations } from "../index.ts";
import { nameOf } from "../operation.ts";
import { after } from "./after.ts";
import type { Answers } from "./answer.ts";
import { fail } from "./fail.ts";
import { RECORDED } from "./recorded/index.ts";
import { sequence } from "./sequence.ts";
import { series } from "./series.ts";
import { createTestClient } from "./test-client.ts";

const variables = { portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"] };

const Beta = graphql<{ regression: { beta: number; rolling: { packed: { dates: string; beta: string } } } | null }>`
  query Beta { regression(portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"]) {
    beta
    rolling(window: 2) { packed { dates beta } }
  } }
`;

describe("without answers of the test's own", () => {
  test.each(operations.map((operation) => nameOf(operation)!))("%s has a recorded one", async (name) => {
    const hedgeql = createTestClient();
    const method = name.replace(/^./, (letter) => letter.toLowerCase()) as "regression";
    const asked = JSON.parse(RECORDED[name]).variables;
    const result = await hedgeql[method](asked);
    expect(Object.keys(result)).toHaveLength(1);
    expect(JSON.stringify(result)).not.toMatch(/__typename|"packed"/);
    expect(hedgeql.calls).toEqual([{ operation: name, variables: asked, headers: expect.anything(), ignored: [] }]);
  });

  test("series are read as a client reads them", async () => {
    const { hedgedPortfolio } = await createTestClient().hedgedPortfolio(variables);
    const { returns, regression, unhedged, benchmarks } = hedgedPortfolio;
    expect(returns.values).toBeInstanceOf(Float64Array);
    expect(returns.dates.at(-1)).toBe("2018-05-11");
    const index = returns.dates.indexOf("2018-02-05");
    const hedged = unhedged.values[index] - regression.beta * benchmarks[0].values[index];
    expect(returns.values[index]).toBeCloseTo(hedged, 12);
  });
});

describe("an answer of the test's own", () => {
  test("is laid over the recorded one", async () => {
    const hedgeql = createTestClient({
      answers: {
        hedgedPortfolio: { hedgedPortfolio: { regression: { beta: 1.2, coefficients: [{}, { estimate: 1.2 }] } } },
      },
    });
    const { hedgedPortfolio } = await hedgeql.hedgedPortfolio(variables);
    expect(hedgedPortfolio.regression).toMatchObject({ beta: 1.2, observations: 90 });
    expect(hedgedPortfolio.regression.coefficients).toMatchObject([{ term: "alpha" }, { term: "SPY", estimate: 1.2 }]);
  });

  test("may be a function of the variables, and be given later", async () => {
    const hedgeql = createTestClient();
    hedgeql.answer("asset", async ({ symbol }) => ({ asset: { name: `The ${symbol} company` } }));
    const { asset } = await hedgeql.asset({ symbol: "TSLA" });
    expect(asset).toMatchObject({ name: "The TSLA company", symbol: "TSLA", source: "YAHOO" });
  });

  test("may be a whole result of another call", async () => {
    const hedgeql = createTestClient({
      answers: { returns: { asset: { returns: series("2024-01-05", [0.01, Number.NaN]) } } },
    });
    const { asset } = await hedgeql.returns({ symbol: "TSLA" });
    const rows = [
      { date: "2024-01-05", value: 0.01 },
      { date: "2024-01-08", value: Number.NaN },
    ];
    expect(asset.returns.toArray()).toEqual(rows);
    hedgeql.answer("returns", { asset });
    expect((await hedgeql.returns({ symbol: "SPY" })).asset.returns.toArray()).toEqual(rows);
  });

  test("of an operation of its own is whole, and its series are columns, too", async () => {
    const hedgeql = createTestClient({
      answers: { Beta: { regression: { beta: 1.2, rolling: series("2024-01-02", { beta: [1, 2] }) } } },
    });
    const { regression } = await hedgeql.request(Beta, {});
    expect(regression.beta).toBe(1.2);
    expect(regression.rolling.toArray()).toEqual([
      { date: "2024-01-02", beta: 1 },
      { date: "2024-01-03", beta: 2 },
    ]);
    expect(hedgeql.calls).toMatchObject([{ operation: "Beta", ignored: [] }]);
  });
});

describe("a mistake of the test is BAD_INPUT, says what to do, and is not retried", () => {
  test("an operation that nothing is given for", async () => {
    const hedgeql = createTestClient({ retries: 2 });
    const error = await failureOf(hedgeql.request(Beta, {}));
    expect(error).toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining("answers: { Beta: { … } }") });
    expect(hedgeql.calls).toHaveLength(1);
  });

  test("an operation without a name", async () => {
    const error = await failureOf(createTestClient().request(graphql`{ asset(symbol: "TSLA") { id } }`, {}));
    expect(error).toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining("query Beta") });
  });

  test("a field that the operation does not ask for, which a function's type lets through", async () => {
    const hedgeql = createTestClient({ answers: { asset: ({ symbol }) => ({ asset: { symbol, nam: "Tesla" } }) } });
    const error = await failureOf(hedgeql.asset({ symbol: "TSLA" }));
    expect(error.message).toBe("Asset: the answer has asset.nam, which the operation does not ask for");
  });

  test("a method that does not exist", () => {
    const answers = { hegdedPortfolio: {} } as Answers;
    expect(() => createTestClient({ answers })).toThrow("the client has no method hegdedPortfolio");
  });
});

describe("what the server would refuse, whatever the test gives", () => {
  test.each([
    ["no benchmarks", { ...variables, benchmarks: [] }, "benchmarks must not be empty", 200],
    [
      "a variable that is missing",
      { portfolio: variables.portfolio },
      '"$benchmarks" of required type "[String!]!"',
      400,
    ],
  ])("%s", async (_, asked, message, status) => {
    const hedgeql = createTestClient({ answers: { regression: { regression: { beta: 1 } } } });
    const error = await failureOf(hedgeql.regression(asked as typeof variables));
    expect(error).toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining(message), status });
  });
});

describe("calls and reset", () => {
  test("variables and headers are as they were sent", async () => {
    const hedgeql = createTestClient({ headers: async () => ({ Authorization: "Bearer x" }) });
    const asked = { ...variables, hedgeWith: undefined, period: { start: "2020-01-01" } };
    await hedgeql.hedgedPortfolio(asked, { headers: { "x-team": "desk" } });
    expect(hedgeql.calls).toEqual([
      {
        operation: "HedgedPortfolio",
        variables: { ...variables, period: { start: "2020-01-01" } },
        headers: expect.objectContaining({ authorization: "Bearer x", "x-team": "desk" }),
        ignored: ["period"],
      },
    ]);
  });

  test("after a reset it is as it was made", async () => {
    const answers: Answers = { regression: sequence(fail("TIMEOUT"), { regression: { beta: 1.2 } }) };
    const hedgeql = createTestClient({ answers });
    const { calls } = hedgeql;
    for (let time = 0; time < 2; time++) {
      expect((await failureOf(hedgeql.regression(variables))).code).toBe("TIMEOUT");
      expect((await hedgeql.regression(variables)).regression.beta).toBe(1.2);
      hedgeql.answer("regression", fail("NETWORK_ERROR"));
      hedgeql.answer("asset", { asset: { name: "Tesla" } });
      expect((await failureOf(hedgeql.regression(variables))).code).toBe("NETWORK_ERROR");
      expect(calls).toHaveLength(3);
      hedgeql.reset();
      expect(calls).toHaveLength(0);
      expect((await hedgeql.asset({ symbol: "TSLA" })).asset.name).toBeNull();
      hedgeql.reset();
    }
  });

  test("two clients know nothing of each other", async () => {
    const answers: Answers = { regression: sequence(fail("TIMEOUT"), {}) };
    const clients = [createTestClient({ answers }), createTestClient({ answers })];
    for (const hedgeql of clients) expect((await failureOf(hedgeql.regression(variables))).code).toBe("TIMEOUT");
  });
});

describe("with fake timers", () => {
  beforeEach(() => {
    // Also those that the platform itself would wait by.
    vi.useFakeTimers({
      toFake: ["setTimeout", "clearTimeout", "setImmediate", "queueMicrotask", "Date", "performance"],
    });
  });
  afterEach(() => void vi.useRealTimers());

  test("an answer comes at once, or when its time has come", async () => {
    const hedgeql = createTestClient({ answers: { regression: after(200, { regression: { beta: 1.2 } }) } });
    expect((await hedgeql.hedgedPortfolio(variables)).hedgedPortfolio.regression.observations).toBe(90);
    const done = vi.fn((result: unknown) => result);
    const call = hedgeql.regression(variables).then(done);
    await vi.advanceTimersByTimeAsync(199);
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toHaveBeenCalledWith({ regression: expect.objectContaining({ beta: 1.2, observations: 90 }) });
    await call;
  });

  test("an answer that never comes: the timeout or the signal ends the call", async () => {
    const hedgeql = createTestClient({ answers: { regression: after(Number.POSITIVE_INFINITY) } });
    const late = failureOf(hedgeql.regression(variables, { timeout: 5_000 }));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await late).toMatchObject({ code: "TIMEOUT", message: "no answer within 5000 ms" });
    const controller = new AbortController();
    const ended = failureOf(hedgeql.regression(variables, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(10);
    controller.abort("left the page");
    expect(await ended).toMatchObject({ code: "ABORTED", cause: "left the page" });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("retries take the next of a sequence, and wait as they do in service", async () => {
    const limited = fail("RATE_LIMITED", { symbol: "TSLA", retryAfterSeconds: 30 });
    const onResponse = vi.fn();
    const hedgeql = createTestClient({
      retries: 2,
      onResponse,
      answers: { regression: sequence(limited, fail("NETWORK_ERROR"), { regression: { beta: 1.2 } }) },
    });
    const call = hedgeql.regression(variables);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(hedgeql.calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(30_000);
    expect((await call).regression.beta).toBe(1.2);
    expect(hedgeql.calls).toHaveLength(3);
    const codes = onResponse.mock.calls.map(([event]) => event.error?.code);
    expect(codes).toEqual(["RATE_LIMITED", "NETWORK_ERROR", undefined]);
  });
});

test("a result of the test client is the client's own type", async () => {
  const result: HedgedPortfolioResult = await createTestClient().hedgedPortfolio(variables);
  expect(result.hedgedPortfolio.provenance.assets.map(({ symbol }) => symbol)).toEqual(["TSLA", "SPY"]);
});
