// A program of somebody else's, to be compiled by their compiler: what the package's types promise must be known there.
import {
  type Client,
  createClient,
  createRequest,
  HedgedPortfolio,
  type HedgedPortfolioQueryVariables,
  type HedgedPortfolioResult,
  HedgeQLError,
  type HedgeQLErrorCode,
  type ResultOf,
  retries,
  type Series,
  unpack,
} from "@hedgeql/sdk";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function expectType<_ extends true>(): void {}

const question: HedgedPortfolioQueryVariables = {
  portfolio: { symbol: "sample:AAPL" },
  benchmarks: ["sample:^GSPC"],
};

export async function report(url: string): Promise<object> {
  const hedgeql: Client = createClient({ url, headers: async () => ({ "x-team": "desk" }), retries: 1 });
  const result = await hedgeql.hedgedPortfolio(question);
  const { hedgedPortfolio } = result;
  expectType<Equal<typeof result, HedgedPortfolioResult>>();
  expectType<Equal<typeof hedgedPortfolio.regression.beta, number>>();
  expectType<Equal<typeof hedgedPortfolio.regression.rSquared, number | null>>();
  expectType<Equal<typeof hedgedPortfolio.provenance.interval, "DAY" | "WEEK" | "MONTH">>();
  const returns: Series = hedgedPortfolio.returns;
  expectType<Equal<typeof hedgedPortfolio.returns.symbol, string | null>>();
  const last: { readonly date: string; readonly value: number } | undefined = returns.toArray().at(-1);

  const request = createRequest({ url }, retries(1));
  const wire = await request(HedgedPortfolio, question);
  expectType<Equal<typeof wire.hedgedPortfolio.returns.packed.values, string>>();
  expectType<Equal<ResultOf<typeof HedgedPortfolio>["hedgedPortfolio"], null> extends true ? false : true>();
  const values = unpack(wire).hedgedPortfolio.returns.values;
  expectType<Equal<(typeof values)[number], number>>();

  // @ts-expect-error: a portfolio is one of three things.
  const two: HedgedPortfolioQueryVariables = { portfolio: { symbol: "X", holdings: [] }, benchmarks: [] };
  // @ts-expect-error: no benchmarks.
  const none: HedgedPortfolioQueryVariables = { portfolio: { symbol: "X" } };
  // @ts-expect-error: no such interval.
  const year: HedgedPortfolioQueryVariables = { ...question, period: { interval: "YEAR" } };

  return {
    beta: hedgedPortfolio.regression.beta,
    last,
    values: values.length,
    code: await hedgeql.asset({ symbol: "sample:NOBODY" }).then(() => "OK", told),
    refused: [two, none, year].length,
  };
}

function told(error: unknown): string {
  if (!(error instanceof HedgeQLError)) throw error;
  expectType<Equal<typeof error.code, HedgeQLErrorCode>>();
  if (error.code === "INSUFFICIENT_DATA") return `${error.details.observations.toFixed()} of ${error.details.needed}`;
  if (error.code !== "UNKNOWN_SYMBOL") return error.code;
  expectType<Equal<typeof error.details.symbol, string>>();
  // @ts-expect-error: an unknown symbol has no number of observations.
  return `${error.code} ${error.details.symbol}${error.details.observations ?? ""}`;
}
