import { type HedgedPortfolioQueryVariables, readError, unpack } from "@hedgeql/sdk";
import { embeddedTypes, HedgedPortfolioDocument } from "@hedgeql/sdk/documents";
import { cacheExchange } from "@urql/exchange-graphcache";
import { useMemo } from "react";
import { Client, fetchExchange, Provider, useQuery } from "urql";
import { url } from "./address.ts";
import { Answer } from "./answer.tsx";
import { Failure } from "./failure.tsx";
import { Page } from "./page.tsx";

export const createUrqlClient = (url: string) =>
  new Client({
    url,
    // A GET would put the portfolio into the address, and so into the logs of every proxy.
    preferGetMethod: false,
    exchanges: [
      // What has an `id` is kept once under it, whichever operation asked; all else stays inside what it was asked of.
      cacheExchange({ keys: Object.fromEntries(embeddedTypes.map((type) => [type, () => null])) }),
      fetchExchange,
    ],
  });

export function useHedgedPortfolio(variables: HedgedPortfolioQueryVariables) {
  const [{ data, error, fetching }] = useQuery({ query: HedgedPortfolioDocument, variables });
  // Once for each answer, not each time the page renders.
  const unpacked = useMemo(() => data && unpack(data), [data]);
  return { data: unpacked, error, fetching };
}

function HedgedPortfolio({ question }: { readonly question: HedgedPortfolioQueryVariables }) {
  const { data, error, fetching } = useHedgedPortfolio(question);
  if (fetching) return <p>Loading …</p>;
  if (data?.hedgedPortfolio) return <Answer {...data.hedgedPortfolio} />;
  // The server's errors are in `graphQLErrors`; `networkError` says what happened on the way: a proxy answered, or nobody.
  const failed = readError(error?.graphQLErrors[0]);
  const onTheWay = error?.response ? "HTTP_ERROR" : "NETWORK_ERROR";
  return <Failure code={failed?.code ?? onTheWay} message={failed?.message ?? `${error?.networkError}`} />;
}

const client = createUrqlClient(url);

export const App = () => (
  <Provider value={client}>
    <Page title="HedgeQL with urql">{(question) => <HedgedPortfolio question={question} />}</Page>
  </Provider>
);
