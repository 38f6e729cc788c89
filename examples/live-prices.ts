/**
 * One stock by the prices of Yahoo, and what to do where they do not come: a symbol that is unknown, a source that fails
 * or wants fewer requests, prices that are old.
 *
 *     pnpm example live-prices --symbol TSLA --benchmark SPY
 */
import { Assets, createClient, HedgeQLError, partialData, type ServerError } from "@hedgeql/sdk";
import { end, printWarnings, readOptions, refuse, SERVER, SHARED_USAGE, text, wrapped } from "./command-line.ts";
import { grouped, percent, percentOrDash, rounded } from "./report/numbers.ts";

const USAGE = `Usage: pnpm example live-prices [options]
  --symbol TEXT      what is held                         (default TSLA)
  --benchmark TEXT   what it is measured and hedged with  (default SPY)
  --value NUMBER     what it is worth now                 (default 100000)
  --lookback NUMBER  how many returns an order is made of (default 252)
  --retries NUMBER   further attempts where Yahoo fails   (default 2)
${SHARED_USAGE}`;

const { symbol, benchmark, ...options } = readOptions(USAGE, {
  symbol: text("TSLA"),
  benchmark: text("SPY"),
  value: text("100000"),
  lookback: text("252"),
  retries: text("2"),
});
const lookback = Number(options.lookback);
const retries = Number(options.retries);
if (!/^\d+$/.test(options.retries)) refuse(`--retries must be a whole number, got "${options.retries}"`, USAGE);

const hedgeql = createClient({
  url: SERVER,
  retries,
  // Before a further attempt the client waits for as long as Yahoo asks: this says why nothing happens.
  onResponse({ attempt, error }) {
    const isPassing = error?.code === "RATE_LIMITED" || error?.code === "SOURCE_UNAVAILABLE";
    if (isPassing && attempt <= retries) console.error(`Attempt ${attempt} of ${retries + 1}: ${error.code}`);
  },
});

try {
  // Of both symbols at once, so that one which fails does not hide what is wrong with the other.
  const { assets } = await hedgeql.assets({ symbols: [symbol, benchmark] });
  for (const { symbol, name, currency, source, retrievedAt, stale } of assets) {
    const facts = [name ?? symbol, currency ?? "currency not known", `${source} ${retrievedAt ?? ""}`.trimEnd()];
    console.log(wrapped(`${symbol}: ${facts.join(", ")}`));
    if (stale !== null) console.log(wrapped(`  OLD PRICES: ${stale}`));
  }

  const question = { portfolio: { symbol }, benchmarks: [benchmark] };
  const [{ regression }, { hedgedPortfolio: sized }, { hedgedPortfolio: walked }] = await Promise.all([
    hedgeql.regression(question),
    hedgeql.hedge({ ...question, lookback, value: Number(options.value), wholeShares: true }),
    hedgeql.walkForward({ ...question, lookback }),
  ]);
  const [alpha, beta] = regression.coefficients;
  const { value, currency, legs, effectiveness, warnings } = sized.hedge;
  const [{ side, quantity, price, priceDate }] = legs;
  console.log(`
All prices  alpha ${percent(alpha.estimate, 3)} a day, beta ${rounded(beta.estimate, 3)} (95 %: ${rounded(beta.lower, 3)} to ${rounded(beta.upper, 3)})
Order       ${side} ${grouped(quantity, 0)} ${benchmark} at ${grouped(price, 2)} of ${priceDate}, for ${grouped(value, 0)} ${currency}
Promise     ${percentOrDash(effectiveness, 1)} of the variance removed, in the sample of the order
Fact        ${percentOrDash(walked.walkForward.realized.effectiveness, 1)} by earlier orders, on days that they had not seen`);
  printWarnings(warnings);
} catch (error) {
  if (!(error instanceof HedgeQLError) || error.errors.length === 0 || error.code === "BAD_INPUT") end(error, USAGE);
  else {
    for (const one of error.errors) console.error(wrapped(await remedyOf(one)));
    // What did answer, where it was the first call that failed.
    for (const asset of partialData(Assets, error)?.assets ?? []) {
      if (asset !== null) console.error(`There are prices of ${asset.symbol}.`);
    }
    process.exitCode = 1;
  }
}

/** What went wrong with one symbol, and what to do: each code has its own details to act on. */
async function remedyOf(error: ServerError): Promise<string> {
  if (error.code === "UNKNOWN_SYMBOL") {
    return `UNKNOWN_SYMBOL: ${error.details.symbol}. ${await suggestionsFor(error.details.symbol)}`;
  }
  if (error.code === "RATE_LIMITED") {
    return `RATE_LIMITED: no prices of ${error.details.symbol} yet; ask again in ${error.details.retryAfterSeconds} s.`;
  }
  if (error.code === "SOURCE_UNAVAILABLE") {
    const { symbol, status = "none that can be used" } = error.details;
    return `SOURCE_UNAVAILABLE: no prices of ${symbol} (answer of the source: ${status}); try again later.`;
  }
  return `${error.code}: ${error.message}`;
}

async function suggestionsFor(text: string): Promise<string> {
  const found = await hedgeql.symbols({ search: text, limit: 3 }).catch(() => undefined);
  const names = (found?.symbols.matches ?? []).map(({ symbol, name }) => `${symbol} (${name})`);
  return names.length > 0 ? `Did you mean ${names.join(" or ")}?` : "Nothing like it was found.";
}
