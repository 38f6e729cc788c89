import {
  ApolloClient,
  CombinedGraphQLErrors,
  HttpLink,
  InMemoryCache,
  ServerError,
  ServerParseError,
} from "@apollo/client";
import { ApolloProvider, useQuery } from "@apollo/client/react";
import { type HedgedPortfolioQueryVariables, readError, unpack } from "@hedgeql/sdk";
import { embeddedTypes, HedgedPortfolioDocument } from "@hedgeql/sdk/documents";
import { useMemo } from "react";
import { url } from "./address.ts";
import { Answer } from "./answer.tsx";
import { Failure } from "./failure.tsx";
import { Page } from "./page.tsx";

export const createApolloClient = (url: string) =>
  new ApolloClient({
    link: new HttpLink({ uri: url }),
    cache: new InMemoryCache({
      // What has an `id` is kept once under it by itself. All else stays inside what it was asked of: without `merge` an
      // operation that asks other fields of it would take those of the one before out of the cache.
      typePolicies: Object.fromEntries(embeddedTypes.map((type) => [type, { merge: true }])),
    }),
  });

export function useHedgedPortfolio(variables: HedgedPortfolioQueryVariables) {
  const { data, error, loading } = useQuery(HedgedPortfolioDocument, { variables });
  // Once for each answer, not each time the page renders.
  const unpacked = useMemo(() => data && unpack(data), [data]);
  return { data: unpacked, error, loading };
}

function HedgedPortfolio({ question }: { readonly question: HedgedPortfolioQueryVariables }) {
  const { data, error, loading } = useHedgedPortfolio(question);
  if (loading) return <p>Loading …</p>;
  if (data?.hedgedPortfolio) return <Answer {...data.hedgedPortfolio} />;
  // The server's errors are in `errors`; any other error is of the way to it: a proxy answered, or nobody.
  const failed = readError(CombinedGraphQLErrors.is(error) && error.errors[0]);
  const onTheWay = ServerError.is(error) || ServerParseError.is(error) ? "HTTP_ERROR" : "NETWORK_ERROR";
  return <Failure code={failed?.code ?? onTheWay} message={failed?.message ?? `${error?.message}`} />;
}

const client = createApolloClient(url);

export const App = () => (
  <ApolloProvider client={client}>
    <Page title="HedgeQL with Apollo Client">{(question) => <HedgedPortfolio question={question} />}</Page>
  </ApolloProvider>
);
