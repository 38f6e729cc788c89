/**
 * The same walk by several estimators and lookbacks, ranked: which hedge would have done best on dates that it had not
 * seen. Ctrl-C or the timeout ends the calls, on the server too; how long each took is told beside the answer.
 *
 *     pnpm example compare-estimators --estimator ols --estimator kalman --lookback 252 --timeout 30
 */
import { type BetaEstimator, createClient, type ScoreOrder } from "@hedgeql/sdk";
import { end, printWarnings, readOptions, SERVER, SHARED_USAGE, text, texts, wrapped } from "./command-line.ts";
import { orDash, percentOrDash } from "./report/numbers.ts";

const USAGE = `Usage: pnpm example compare-estimators [options]; * may be given several times
  --symbol TEXT      what is held                         (default sample:AAPL)
  --benchmark TEXT   what it is measured and hedged with  (default sample:^GSPC)
  --estimator TEXT * (default ols, ewma, kalman, vasicek, huber)
  --lookback NUMBER *  how many returns an estimate is made of
                                                          (default 126, 252)
  --trading-bps NUMBER what trades cost, in basis points  (default 2)
  --order-by TEXT    hedged_variance, realized_beta, turnover or net_return
                                                     (default hedged_variance)
  --timeout SECONDS  for each call                        (default 60)
${SHARED_USAGE}`;

const options = readOptions(USAGE, {
  symbol: text("sample:AAPL"),
  benchmark: text("sample:^GSPC"),
  estimator: texts("ols", "ewma", "kalman", "vasicek", "huber"),
  lookback: texts("126", "252"),
  "trading-bps": text("2"),
  "order-by": text("hedged_variance"),
  timeout: text("60"),
});

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());

const hedgeql = createClient({
  url: SERVER,
  signal: stop.signal,
  timeout: 1000 * Number(options.timeout),
  // To stderr, so that the table can be piped.
  onResponse: ({ operation, attempt, milliseconds, error }) =>
    console.error(`${operation}, attempt ${attempt}: ${error?.code ?? "answered"} after ${milliseconds.toFixed(0)} ms`),
});

try {
  const { hedgedPortfolio } = await hedgeql.compareEstimators({
    portfolio: { symbol: options.symbol },
    benchmarks: [options.benchmark],
    costs: { tradingBps: Number(options["trading-bps"]) },
    // The API refuses what is none of its estimators or orders.
    estimators: options.estimator.map((name) => name.toUpperCase() as BetaEstimator),
    lookbacks: options.lookback.map(Number),
    orderBy: options["order-by"].toUpperCase() as ScoreOrder,
  });
  const { compareEstimators: scores, provenance } = hedgedPortfolio;
  console.log(`${options.symbol} hedged with ${options.benchmark}, out of sample

                                                      variance    net,  places
estimator        lookback  beta that is left (95 %)    removed  a year    v  b`);
  for (const { estimator, lookback, realizedBeta, lower, upper, effectiveness, netReturn, ranks, reason } of scores) {
    const name = `${estimator.padEnd(16)}${`${lookback}`.padStart(9)}  `;
    if (realizedBeta === null || ranks === null) console.log(wrapped(`${name}${reason}`));
    else {
      const beta = `${orDash(realizedBeta, 3).padStart(6)} (${orDash(lower, 3)} to ${orDash(upper, 3)})`;
      const gains = [effectiveness, netReturn].map((share) => percentOrDash(share, 1).padStart(8)).join("");
      const places = [ranks.hedgedVariance, ranks.realizedBeta].map((place) => `${place}`.padStart(3)).join("");
      console.log(`${name}${beta.padEnd(27)}${gains}  ${places}`);
    }
  }
  console.log("\nPlaces are by v, the variance that is left, and by b, how near to 0 beta is.");
  console.log("The best of many on one history is partly luck.");
  printWarnings(provenance.warnings);
} catch (error) {
  end(error, USAGE);
}
