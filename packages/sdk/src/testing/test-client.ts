import { type Client, type ClientOptions, createClient } from "../client.ts";
import { createTestFetch, type TestControls, type TestFetchOptions } from "./test-fetch.ts";

/** What `createTestClient` takes: what a client takes, but for `fetch`, and the answers of the test. */
export interface TestClientOptions extends Omit<ClientOptions, "url" | "fetch">, TestFetchOptions {
  /** Any: nothing is sent. Default: `http://hedgeql.test/graphql`. */
  readonly url?: string | URL | undefined;
  /** Default: 0, so that a failure is told at once. A test of retries sets it, and advances the clock. */
  readonly retries?: number | undefined;
}

/** A client on an in-memory server. */
export interface TestClient extends Client, TestControls {}

/**
 * A client for tests, without a server: a real one, on a `fetch` in memory, so that deadlines, signals, retries, hooks,
 * errors and series are the real ones. It has an answer for every operation, recorded from a server: Apple against the
 * S&P 500 from 2018-01-02 to 2018-05-11.
 *
 * An answer follows its question in what it names: symbols, holdings, benchmarks, hedge instruments, estimators,
 * lookbacks to compare, searches; in the amounts of an order; and in ids, which differ where questions do. **Figures and
 * dates stay those that were recorded**, as `provenance` says: of another period, interval or risk-free rate, of own
 * returns, of several benchmarks or holdings, each further one with the figures of the first. `calls` tells which
 * variables an answer ignored. A test that needs other figures gives them, and as many of them as it needs: they are laid
 * over what was recorded.
 *
 * It refuses with `BAD_INPUT`, as a server does, what is missing, a date or a value of an enum that does not exist, and
 * empty `benchmarks` and `hedgeWith`. **All else is answered**: unknown symbols, numbers out of their bounds such as a
 * `value` below 0, a period that ends before it starts, fields that an input does not have. A test of those gives the
 * failure by `fail`.
 *
 * @example
 * ```ts
 * import { createTestClient } from "@hedgeql/sdk/testing";
 *
 * const hedgeql = createTestClient({ answers: { hedgedPortfolio: { hedgedPortfolio: { regression: { beta: 1.2 } } } } });
 * const { hedgedPortfolio } = await hedgeql.hedgedPortfolio({ portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"] });
 * console.log(hedgedPortfolio.regression.beta, hedgedPortfolio.benchmarks[0].symbol); // 1.2 SPY
 * console.log(hedgeql.calls[0].variables); // { portfolio: { symbol: 'TSLA' }, benchmarks: [ 'SPY' ] }
 * ```
 */
export function createTestClient({
  answers,
  url = "http://hedgeql.test/graphql",
  retries = 0,
  ...options
}: TestClientOptions = {}): TestClient {
  const fetch = createTestFetch({ answers });
  const { calls, answer, reset } = fetch;
  return Object.assign(createClient({ ...options, url, retries, fetch }), { calls, answer, reset });
}
