/** What compiles as an answer, and what must not: a type that loosens fails here. */
import { expect, expectTypeOf, test } from "vitest";
import { graphql, type HedgedPortfolioQueryVariables, type HedgedPortfolioResult } from "../index.ts";
import { after } from "./after.ts";
import type { Answer, Answers, MethodAnswer } from "./answer.ts";
import { fail } from "./fail.ts";
import { partly } from "./partly.ts";
import { sequence } from "./sequence.ts";
import { series } from "./series.ts";
import { createTestClient } from "./test-client.ts";

const given = (answers: Answers) => answers;

test("an answer is a part of its result, however deep", () => {
  given({
    hedgedPortfolio: {
      hedgedPortfolio: { regression: { beta: 1.2, rSquared: null, coefficients: [{}, { pValue: 0 }] } },
    },
    asset: { asset: { name: "Tesla", currency: null } },
    assets: { assets: [{ name: "Tesla" }] },
    charts: { hedgedPortfolio: { charts: { regression: null, residuals: { vegaLite: { mark: "point" } } } } },
  });
  // @ts-expect-error: no such method.
  given({ hegdedPortfolio: {} });
  // @ts-expect-error: no such field.
  given({ hedgedPortfolio: { hedgedPortfolio: { regression: { beta: 1.2, betta: 1.2 } } } });
  // @ts-expect-error: a number.
  given({ hedgedPortfolio: { hedgedPortfolio: { regression: { beta: "1.2" } } } });
  // @ts-expect-error: never null.
  given({ hedgedPortfolio: { hedgedPortfolio: { regression: { beta: null } } } });
  // @ts-expect-error: the answer has one field more on top.
  given({ hedgedPortfolio: { regression: { beta: 1.2 } } });
  // @ts-expect-error: none of the sources.
  given({ asset: { asset: { source: "BLOOMBERG" } } });
  expectTypeOf<HedgedPortfolioResult>().toExtend<Answer<HedgedPortfolioResult, HedgedPortfolioQueryVariables>>();
});

test("series are columns as lists, and no rows", () => {
  given({
    returns: { asset: { returns: series("2024-01-02", [0.01]) } },
    prices: { asset: { prices: { dates: ["2024-01-02"], adjustedCloses: new Float64Array(1) } } },
    rollingRegression: {
      regression: { rolling: { dates: ["2024-01-02"], beta: [1], betas: [{ benchmark: "SPY", values: [1] }] } },
    },
  });
  // @ts-expect-error: prices have adjusted closes.
  given({ prices: { asset: { prices: series("2024-01-02", [185.64]) } } });
  // @ts-expect-error: not packed.
  given({ returns: { asset: { returns: { packed: { length: 1 } } } } });
});

test("functions know the variables, and what is scripted the result", () => {
  given({
    asset: ({ symbol }) => ({ asset: { name: symbol.toUpperCase() } }),
    assets: async ({ symbols }) => (symbols.length > 1 ? fail("LIMIT_EXCEEDED", { limit: 1, what: "symbols" }) : {}),
    regression: sequence(fail("NETWORK_ERROR"), after(10, { regression: { beta: 1 } }), () => fail("TIMEOUT")),
    walkForward: after(Number.POSITIVE_INFINITY),
    charts: partly({ hedgedPortfolio: { charts: {} } }, fail("NOTHING_TO_DRAW", { reason: "it is exact" })),
  });
  // @ts-expect-error: no such variable.
  given({ asset: ({ ticker }) => ({ asset: { name: ticker } }) });
  // @ts-expect-error: a text.
  given({ asset: ({ symbol }) => ({ asset: { symbol, name: 1 } }) });
  // @ts-expect-error: no such field.
  given({ regression: after(10, { regression: { beta: 1, betta: 1 } }) });
  // @ts-expect-error: no such field.
  given({ regression: sequence(fail("NETWORK_ERROR"), after(1, { regression: { beta: 1, betta: 1 } })) });
  // @ts-expect-error: no such field.
  given({ assets: partly({ assets: [{ name: "Tesla", nam: "Tesla" }] }) });
});

test("an answer that is declared apart names its method", () => {
  const flaky: MethodAnswer<"regression"> = sequence(fail("TIMEOUT"), { regression: { beta: 1.2 } });
  given({ regression: flaky });
  // @ts-expect-error: of another one.
  given({ walkForward: flaky });
});

test("failures have the details of their codes", () => {
  fail("BAD_INPUT");
  fail("RATE_LIMITED", { symbol: "TSLA", retryAfterSeconds: 3 }, { message: "busy" });
  fail("HTTP_ERROR", {}, { status: 429, headers: { "retry-after": "3" } });
  // The source's status is a detail, and the server's is not.
  fail("SOURCE_UNAVAILABLE", { symbol: "TSLA", status: 500 }, { status: 200 });
  // @ts-expect-error: which symbol?
  fail("UNKNOWN_SYMBOL");
  // @ts-expect-error: no such detail.
  fail("UNKNOWN_SYMBOL", { symbol: "TSLA", ticker: "TSLA" });
  // @ts-expect-error: it has none.
  fail("NETWORK_ERROR", { symbol: "TSLA" });
  // @ts-expect-error: no such code.
  fail("NOT_FOUND");
});

test("an operation of one's own is answered by its document, exactly, or by its name", () => {
  const hedgeql = createTestClient({ answers: { Own: { anything: true } } });
  const Beta = graphql<{ regression: { beta: number } | null }, { symbol: string }>`
    query Beta($symbol: String!) { regression(portfolio: { symbol: $symbol }) { beta } }
  `;
  hedgeql.answer(Beta, { regression: { beta: 1.2 } });
  hedgeql.answer(Beta, ({ symbol }) => ({ regression: { beta: symbol.length } }));
  hedgeql.answer("Beta", { regression: { beta: 1.2 } });
  hedgeql.answer("regression", { regression: { beta: 1.2 } });
  // @ts-expect-error: no such field.
  hedgeql.answer(Beta, { regression: { betta: 1.2 } });
  // @ts-expect-error: no such field.
  hedgeql.answer("regression", { regression: { beta: 1.2, betta: 1.2 } });
  // @ts-expect-error: no such method; a name of an operation begins with a capital.
  expect(() => hedgeql.answer("regresion", { regression: { beta: 1.2 } })).toThrow("no method regresion");
});
