/**
 * One stock: its alpha and beta, the order that removes the beta, and what such orders did on dates that they had not
 * seen.
 *
 *     pnpm example hedge-one-stock --symbol sample:AAPL --value 100000
 */
import { createClient, type Interval } from "@hedgeql/sdk";
import { end, printWarnings, readOptions, SERVER, SHARED_USAGE, text } from "./command-line.ts";
import { confidenceOf, grouped, percent, percentOrDash, rounded } from "./report/numbers.ts";

const USAGE = `Usage: pnpm example hedge-one-stock [options]
  --symbol TEXT      what is held                         (default sample:AAPL)
  --benchmark TEXT   what it is measured and hedged with  (default sample:^GSPC)
  --value NUMBER     what it is worth now                 (default 100000)
  --interval TEXT    day, week or month                   (default day)
  --lookback NUMBER  how many returns an order is made of (default 252)
${SHARED_USAGE}`;

const { symbol, benchmark, ...options } = readOptions(USAGE, {
  symbol: text("sample:AAPL"),
  benchmark: text("sample:^GSPC"),
  value: text("100000"),
  interval: text("day"),
  lookback: text("252"),
});
const lookback = Number(options.lookback);
const every = options.interval.toLowerCase();

try {
  const hedgeql = createClient({ url: SERVER });
  const question = {
    portfolio: { symbol },
    benchmarks: [benchmark],
    // The API refuses what is none of its intervals, as it does numbers that make no sense.
    period: { interval: every.toUpperCase() as Interval },
  };
  const [{ regression }, { hedgedPortfolio: sized }, { hedgedPortfolio: walked }] = await Promise.all([
    hedgeql.regression(question),
    hedgeql.hedge({ ...question, lookback, value: Number(options.value), wholeShares: true }),
    hedgeql.walkForward({ ...question, lookback }),
  ]);

  const { provenance, observations, confidence } = regression;
  const [alpha, beta] = regression.coefficients;
  console.log(`${symbol} against ${benchmark}
${grouped(observations, 0)} returns, a ${every} each, of prices from ${provenance.firstDate} to ${provenance.lastDate}

The regression, with ${confidenceOf(confidence)} intervals
  alpha  ${percent(alpha.estimate, 4)} a ${every} (${percent(alpha.lower, 4)} to ${percent(alpha.upper, 4)})
  beta   ${rounded(beta.estimate, 4)} (${rounded(beta.lower, 4)} to ${rounded(beta.upper, 4)})`);

  const order = sized.hedge;
  const [{ exactRatio, side, quantity, price, priceDate, notional }] = order.legs;
  const money = (amount: number) => `${grouped(amount, 0)} ${order.currency ?? ""}`.trimEnd();
  console.log(`
The order for ${money(order.value)}, by the beta of the latest ${lookback} returns, ${rounded(exactRatio, 4)}
  ${side} ${grouped(quantity, 0)} ${benchmark} at ${grouped(price, 2)} of ${priceDate}: ${money(notional)}
  whole shares leave a beta of ${rounded(order.residualBeta, 4)}: ${money(order.residualValue)} still move`);

  const { promised, realized, withoutHedge, rebalances, settings, provenance: walk } = walked.walkForward;
  console.log(`
How much of the variance it removes
  ${percentOrDash(order.effectiveness, 1)} this order, in the very sample that it is made of: no evidence
  ${percentOrDash(promised.effectiveness, 1)} the ${rebalances.dates.length} orders before it, each in its own sample: the promise
  ${percentOrDash(realized.effectiveness, 1)} the same ones, in the ${settings.rebalanceEvery} ${every}s after each: the fact
Over these ${grouped(walk.observations, 0)} ${every}s beta was ${rounded(withoutHedge.beta, 3)}, and ${rounded(realized.beta, 3)} with the hedge`);
  printWarnings(provenance.warnings, order.warnings, walk.warnings);
} catch (error) {
  end(error, USAGE);
}
