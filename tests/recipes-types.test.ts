import { createClient, type HedgedPortfolioQuery, type HedgeQLError, type Unpacked } from "@hedgeql/sdk";
import { HedgedPortfolioDocument } from "@hedgeql/sdk/documents";
import { expectTypeOf, test } from "vitest";
import { createApolloClient, type useHedgedPortfolio as useApollo } from "../examples/recipes/apollo.tsx";
import {
  createQueryClient,
  hedgedPortfolioOptions,
  type useHedgedPortfolio,
} from "../examples/recipes/tanstack-query.tsx";
import { createUrqlClient, type useHedgedPortfolio as useUrql } from "../examples/recipes/urql.tsx";

// The compiler runs these: a type that loosens, to `any` or to null, fails.

type Read = Unpacked<HedgedPortfolioQuery>;

const url = "http://127.0.0.1:9/graphql";
const question = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

/** Never called: only its types count. */
const unsent = (_: () => unknown) => {};

test("urql infers result and variables", () => {
  expectTypeOf<ReturnType<typeof useUrql>["data"]>().toEqualTypeOf<Read | undefined>();
  const client = createUrqlClient(url);
  unsent(async () => {
    const { data } = await client.query(HedgedPortfolioDocument, question);
    expectTypeOf(data).toEqualTypeOf<HedgedPortfolioQuery | undefined>();
    expectTypeOf(data?.hedgedPortfolio?.regression.rSquared).toEqualTypeOf<number | null | undefined>();
    // @ts-expect-error: a portfolio is one of three things.
    client.query(HedgedPortfolioDocument, { ...question, portfolio: { symbol: "X", holdings: [] } });
    // @ts-expect-error: no benchmarks.
    client.query(HedgedPortfolioDocument, { portfolio: question.portfolio });
    // @ts-expect-error: no field of that name.
    data?.hedgedPortfolio?.gamma;
  });
});

test("Apollo infers result and variables", () => {
  expectTypeOf<ReturnType<typeof useApollo>["data"]>().toEqualTypeOf<Read | undefined>();
  const client = createApolloClient(url);
  unsent(async () => {
    const { data } = await client.query({ query: HedgedPortfolioDocument, variables: question });
    expectTypeOf(data).toEqualTypeOf<HedgedPortfolioQuery | undefined>();
    expectTypeOf(data?.hedgedPortfolio?.regression.rSquared).toEqualTypeOf<number | null | undefined>();
    const wrong = { ...question, returnKind: "SQUARED" as const };
    // @ts-expect-error: no such kind of returns.
    client.query({ query: HedgedPortfolioDocument, variables: wrong });
    // @ts-expect-error: no benchmarks.
    client.query({ query: HedgedPortfolioDocument, variables: { portfolio: question.portfolio } });
    // @ts-expect-error: no field of that name.
    data?.hedgedPortfolio?.gamma;
  });
});

test("TanStack Query knows the series as columns, and the error by its code", () => {
  type Hook = ReturnType<typeof useHedgedPortfolio>;
  expectTypeOf<NonNullable<Hook["data"]>["hedgedPortfolio"]>().toEqualTypeOf<NonNullable<Read["hedgedPortfolio"]>>();
  expectTypeOf<NonNullable<Hook["data"]>["hedgedPortfolio"]["returns"]["values"]>().toEqualTypeOf<Float64Array>();
  expectTypeOf<Hook["error"]>().toEqualTypeOf<HedgeQLError | null>();
  unsent(() => {
    const { queryKey } = hedgedPortfolioOptions(createClient({ url }), question);
    const cached = createQueryClient().getQueryData(queryKey);
    expectTypeOf(cached?.hedgedPortfolio.regression.beta).toEqualTypeOf<number | undefined>();
    // @ts-expect-error: no benchmarks.
    hedgedPortfolioOptions(createClient({ url }), { portfolio: question.portfolio });
  });
});
