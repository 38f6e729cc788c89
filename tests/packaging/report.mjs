// What is asked of the package wherever it runs; it uses nothing but the package and what each platform has. The entry
// of each platform imports the package as is usual there, and hands it over.

const question = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

/** Facts that are the same everywhere, as values that JSON can hold. */
export async function report(sdk, url) {
  const { createClient, createRequest, HedgeQLError, hooks, persisted, Returns, retries, unpack } = sdk;
  const hedgeql = createClient({ url });
  const { hedgedPortfolio } = await hedgeql.hedgedPortfolio(question);
  const { dates, values } = hedgedPortfolio.returns;

  const operations = [];
  const request = createRequest(
    { url, headers: async () => ({ "x-team": "desk" }) },
    retries(1),
    hooks({ onResponse: ({ operation }) => operations.push(operation) }),
    persisted(),
  );
  const { asset } = unpack(await request(Returns, { symbol: "sample:AAPL" }));

  const failure = (call) =>
    call.then(
      () => "no failure",
      (error) => (error instanceof HedgeQLError ? error.code : `${error}`),
    );
  const nowhere = createClient({ url: "http://127.0.0.1:9/graphql", retries: 0 });
  const silent = createClient({ url, fetch: () => new Promise(() => {}), timeout: 1 });
  return {
    beta: hedgedPortfolio.regression.beta,
    series: [values instanceof Float64Array, values.length, dates.at(-1), values.at(-1)],
    rows: hedgedPortfolio.returns.toArray().length,
    unpacked: [asset.returns.values.length, operations],
    failures: [
      await failure(hedgeql.asset({ symbol: "sample:NOBODY" })),
      await failure(hedgeql.regression(question, { signal: AbortSignal.abort() })),
      await failure(silent.regression(question)),
      await failure(nowhere.regression(question)),
    ],
  };
}
