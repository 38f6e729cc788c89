import {
  type Client,
  createClient,
  type HedgedPortfolioQueryVariables,
  type HedgedPortfolioResult,
  type HedgeQLError,
  waitBeforeRetry,
} from "@hedgeql/sdk";
import { QueryClient, QueryClientProvider, queryOptions, replaceEqualDeep, useQuery } from "@tanstack/react-query";
import { url } from "./address.ts";
import { Answer } from "./answer.tsx";
import { Failure } from "./failure.tsx";
import { Page } from "./page.tsx";

// The methods throw nothing else.
declare module "@tanstack/react-query" {
  interface Register {
    defaultError: HedgeQLError;
  }
}

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: { queries: { retry: isWorthRetrying, retryDelay: waitFor, staleTime: 60_000 } },
  });

/** Not where it would fail again: a symbol that no source has will not be there a second later. */
function isWorthRetrying(failures: number, error: HedgeQLError): boolean {
  return failures < 2 && waitFor(failures, error) >= 0;
}

/** As long as the server asks, and a little more; NaN where it is not worth it. */
function waitFor(failures: number, error: HedgeQLError): number {
  return waitBeforeRetry(error, failures + 1);
}

export const hedgedPortfolioOptions = (hedgeql: Client, variables: HedgedPortfolioQueryVariables) =>
  queryOptions({
    queryKey: ["hedgedPortfolio", variables],
    // With the signal a question that nobody waits for any more is not answered to the end.
    queryFn: ({ signal }) => hedgeql.hedgedPortfolio(variables, { signal }),
    structuralSharing: (old, fresh) => share(old as HedgedPortfolioResult, fresh as HedgedPortfolioResult),
  });

/**
 * TanStack Query compares plain objects, and takes every typed array for a new one. Equal ids are equal answers: there the
 * series stay the same objects, so that charts of them are not drawn again. Only how old the prices are may differ.
 */
function share(old: HedgedPortfolioResult | undefined, fresh: HedgedPortfolioResult): HedgedPortfolioResult {
  if (old?.hedgedPortfolio.id !== fresh.hedgedPortfolio.id) return fresh;
  const { provenance } = fresh.hedgedPortfolio;
  return replaceEqualDeep(old, { hedgedPortfolio: { ...old.hedgedPortfolio, provenance } });
}

// Its own retries are off: else each attempt of TanStack Query would be three.
const hedgeql = createClient({ url, retries: 0 });

export const useHedgedPortfolio = (variables: HedgedPortfolioQueryVariables) =>
  useQuery(hedgedPortfolioOptions(hedgeql, variables));

function HedgedPortfolio({ question }: { readonly question: HedgedPortfolioQueryVariables }) {
  const { data, error } = useHedgedPortfolio(question);
  if (data) return <Answer {...data.hedgedPortfolio} />;
  return error ? <Failure code={error.code} message={error.message} /> : <p>Loading …</p>;
}

const queryClient = createQueryClient();

export const App = () => (
  <QueryClientProvider client={queryClient}>
    <Page title="HedgeQL with TanStack Query">{(question) => <HedgedPortfolio question={question} />}</Page>
  </QueryClientProvider>
);
