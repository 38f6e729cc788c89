/** What the compiler knows of variables and results, exactly: a type that loosens fails here. */
import { expect, expectTypeOf, test } from "vitest";
import { type Client, createClient } from "./client.ts";
import { answered, url } from "./failure.fixture.ts";
import type {
  AssetsResult,
  CompareEstimatorsResult,
  HedgedPortfolioQuery,
  HedgedPortfolioQueryVariables,
  HedgedPortfolioResult,
  HedgeResult,
  KalmanRegressionResult,
  PortfolioInput,
  PricesResult,
  RegressionResult,
  RollingRegressionResult,
  WalkForwardResult,
} from "./generated/operations.ts";
import type { Operation, ResultOf, VariablesOf } from "./operation.ts";
import type { Dates } from "./series.ts";

const hedgeql = createClient({ url, fetch: answered });
const portfolio = { symbol: "sample:AAPL" };
const benchmarks = ["sample:^GSPC"];

test("results", () => {
  type Hedged = HedgedPortfolioResult["hedgedPortfolio"];
  expectTypeOf<Hedged["regression"]["beta"]>().toEqualTypeOf<number>();
  expectTypeOf<Hedged["regression"]["rSquared"]>().toEqualTypeOf<number | null>();
  expectTypeOf<Hedged["effectiveness"]>().toEqualTypeOf<number | null>();
  expectTypeOf<Hedged["id"]>().toEqualTypeOf<string>();
  expectTypeOf<Hedged["provenance"]["firstDate"]>().toEqualTypeOf<string>();
  expectTypeOf<Hedged["provenance"]["interval"]>().toEqualTypeOf<"DAY" | "WEEK" | "MONTH">();
  expectTypeOf<RegressionResult["regression"]["coefficients"][0]["pValue"]>().toEqualTypeOf<number | null>();
  expectTypeOf<HedgeResult["hedgedPortfolio"]["hedge"]["legs"][0]["side"]>().toEqualTypeOf<"SELL" | "BUY" | "NONE">();
  type Score = CompareEstimatorsResult["hedgedPortfolio"]["compareEstimators"][0];
  expectTypeOf<Score["realizedBeta"]>().toEqualTypeOf<number | null>();
  type Walk = WalkForwardResult["hedgedPortfolio"]["walkForward"];
  expectTypeOf<Walk["realized"]["lower"]>().toEqualTypeOf<number | null>();
  expectTypeOf<Walk["rebalances"]["outcomes"][0]>().toEqualTypeOf<"TRADED" | "WITHIN_TRIGGER" | "NO_ESTIMATE">();
  expectTypeOf<Hedged["noSuchField" & keyof Hedged]>().toBeNever();
});

test("series are columns", () => {
  type Returns = HedgedPortfolioResult["hedgedPortfolio"]["returns"];
  expectTypeOf<Returns["values"]>().toEqualTypeOf<Float64Array>();
  expectTypeOf<Returns["dates"]>().toEqualTypeOf<Dates>();
  expectTypeOf<Returns["symbol"]>().toEqualTypeOf<string | null>();
  expectTypeOf<ReturnType<Returns["toArray"]>[0]["value"]>().toEqualTypeOf<number>();
  expectTypeOf<ReturnType<Returns["toArray"]>[0]["date"]>().toEqualTypeOf<string>();
  expectTypeOf<"packed" extends keyof Returns ? true : false>().toEqualTypeOf<false>();
  expectTypeOf<PricesResult["asset"]["prices"]["adjustedCloses"]>().toEqualTypeOf<Float64Array>();
  type Rolling = RollingRegressionResult["regression"]["rolling"];
  expectTypeOf<Rolling["standardError"]>().toEqualTypeOf<Float64Array>();
  expectTypeOf<Rolling["betas"][0]["benchmark"]>().toEqualTypeOf<string>();
  expectTypeOf<Rolling["betas"][0]["values"]>().toEqualTypeOf<Float64Array>();
  type Path = KalmanRegressionResult["regression"]["kalman"];
  expectTypeOf<Path["alphaStandardError"]>().toEqualTypeOf<Float64Array>();
  expectTypeOf<Path["logLikelihood"]>().toEqualTypeOf<number | null>();
  // Nothing of it can be written to, as everywhere.
  const write = (returns: Returns, rolling: Rolling) => {
    // @ts-expect-error: readonly.
    returns.symbol = "X";
    // @ts-expect-error: readonly.
    rolling.beta = new Float64Array();
  };
  expect(write).toBeTypeOf("function");
  // On the wire they are text.
  type Wire = NonNullable<HedgedPortfolioQuery["hedgedPortfolio"]>["returns"]["packed"];
  expectTypeOf<Wire["values"]>().toEqualTypeOf<string>();
});

test("nulls that only an error can cause are gone, and others are not", () => {
  expectTypeOf<null extends HedgedPortfolioResult["hedgedPortfolio"] ? true : false>().toEqualTypeOf<false>();
  expectTypeOf<null extends HedgedPortfolioQuery["hedgedPortfolio"] ? true : false>().toEqualTypeOf<true>();
  expectTypeOf<null extends AssetsResult["assets"][0] ? true : false>().toEqualTypeOf<false>();
  expectTypeOf<AssetsResult["assets"][0]["name"]>().toEqualTypeOf<string | null>();
});

test("variables", () => {
  expectTypeOf<HedgedPortfolioQueryVariables["benchmarks"]>().toEqualTypeOf<readonly string[] | string>();
  expectTypeOf<HedgedPortfolioQueryVariables["portfolio"]>().toEqualTypeOf<PortfolioInput>();
  expectTypeOf<HedgedPortfolioQueryVariables["returnKind"]>().toEqualTypeOf<"LOG" | "SIMPLE" | null | undefined>();
  expectTypeOf<{ symbol: string; holdings: [] }>().not.toExtend<PortfolioInput>();
  const calls = () => [
    hedgeql.regression({ portfolio, benchmarks }),
    // @ts-expect-error: a portfolio is one of three things.
    hedgeql.regression({ portfolio: { symbol: "X", holdings: [] }, benchmarks }),
    // @ts-expect-error: and not none.
    hedgeql.regression({ portfolio: {}, benchmarks }),
    // @ts-expect-error: no benchmarks.
    hedgeql.regression({ portfolio }),
    // @ts-expect-error: no such interval.
    hedgeql.regression({ portfolio, benchmarks, period: { interval: "YEAR" } }),
    // @ts-expect-error: no such variable.
    hedgeql.regression({ portfolio, benchmarks, benchmark: "X" }),
    // @ts-expect-error: a date is text.
    hedgeql.regression({ portfolio, benchmarks, period: { start: new Date() } }),
    // @ts-expect-error: an order needs a value.
    hedgeql.hedge({ portfolio, benchmarks }),
    // @ts-expect-error: no such option.
    hedgeql.regression({ portfolio, benchmarks }, { timeOut: 5 }),
    // @ts-expect-error: no such method.
    hedgeql.regress({ portfolio, benchmarks }),
  ];
  expect(calls).toBeTypeOf("function");
});

test("operations of one's own", () => {
  type Beta = Operation<{ readonly beta: number }, { readonly symbol: string }>;
  expectTypeOf<ResultOf<Beta>>().toEqualTypeOf<{ readonly beta: number }>();
  expectTypeOf<VariablesOf<Beta>>().toEqualTypeOf<{ readonly symbol: string }>();
  const calls = (operation: Beta) => [
    hedgeql.request(operation, { symbol: "X" }),
    // @ts-expect-error: its symbol is text.
    hedgeql.request(operation, { symbol: 5 }),
    // @ts-expect-error: it needs a symbol.
    hedgeql.request(operation, {}),
  ];
  expect(calls).toBeTypeOf("function");
});

test("nothing is any", () => {
  expectTypeOf<Client["hedgedPortfolio"]>().parameter(0).not.toBeAny();
  expectTypeOf<Awaited<ReturnType<Client["hedgedPortfolio"]>>>().not.toBeAny();
  expectTypeOf<HedgedPortfolioResult["hedgedPortfolio"]>().not.toBeAny();
  expectTypeOf<Client["request"]>().returns.resolves.not.toBeAny();
});
