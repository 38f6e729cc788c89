/**
 * A book of holdings: the order that removes its betas to two benchmarks by two instruments, and what beta is left.
 *
 * An index cannot be sold. So the book is measured against one, beside Apple for the sector, and hedged with stocks.
 *
 *     pnpm example hedge-a-book --holding sample:MSFT-MONTHLY=2000 --holding sample:AMZN-MONTHLY=500
 */
import { type Client, createClient, type Interval } from "@hedgeql/sdk";
import { end, printWarnings, readOptions, refuse, SERVER, SHARED_USAGE, text, texts, wrapped } from "./command-line.ts";
import { grouped, orDash, percentOrDash, rounded } from "./report/numbers.ts";

const USAGE = `Usage: pnpm example hedge-a-book [options]; * may be given several times
  --holding SYMBOL=NUMBER *  what is held, and how much of it
                     (default sample:MSFT-MONTHLY=2000, sample:AMZN-MONTHLY=500)
  --by TEXT          shares or weight (0.6 is 60 %): what these numbers are
                     (default shares)
  --value NUMBER     what the book is worth now
                     (default its shares at their latest prices)
  --benchmark TEXT * what it is measured against
                     (default sample:^GSPC, sample:AAPL-MONTHLY)
  --hedge-with TEXT *  what is sold
                     (default sample:IBM-MONTHLY, sample:AAPL-MONTHLY)
  --interval TEXT    day, week or month (default month)
${SHARED_USAGE}`;

const options = readOptions(USAGE, {
  holding: texts("sample:MSFT-MONTHLY=2000", "sample:AMZN-MONTHLY=500"),
  by: text("shares"),
  value: { type: "string" },
  benchmark: texts("sample:^GSPC", "sample:AAPL-MONTHLY"),
  "hedge-with": texts("sample:IBM-MONTHLY", "sample:AAPL-MONTHLY"),
  interval: text("month"),
});
const { by } = options;
if (by !== "shares" && by !== "weight") refuse(`--by must be shares or weight, got "${by}"`, USAGE);
if (by === "weight" && options.value === undefined) refuse("--by weight needs the book's --value", USAGE);
const positions = options.holding.map((holding) => {
  // By the last "=", for a symbol may have one itself: EURUSD=X.
  const [, symbol, number] = /^(.+)=(-?[\d.]+)$/.exec(holding) ?? refuse(`"${holding}" is not SYMBOL=NUMBER`, USAGE);
  return { symbol, number: Number(number) };
});

try {
  const hedgeql = createClient({ url: SERVER });
  const { hedgedPortfolio } = await hedgeql.hedge({
    portfolio: { holdings: positions.map(({ symbol, number }) => ({ symbol, [by]: number })) },
    benchmarks: options.benchmark,
    hedgeWith: options["hedge-with"],
    period: { interval: options.interval.toUpperCase() as Interval },
    value: options.value === undefined ? await worthOf(hedgeql) : Number(options.value),
    wholeShares: true,
  });
  const { hedge: order, provenance } = hedgedPortfolio;
  const currency = order.currency ?? "";

  console.log(`${wrapped(`A book worth ${grouped(order.value, 0)} ${currency}: ${options.holding.join(", ")}`)}
${provenance.observations} returns, a ${options.interval} each, of prices from ${order.fittedFrom} to ${order.fittedTo}

The order                   shares       price  of        ${currency.padStart(13)}   ratio`);
  for (const { side, symbol, quantity, price, priceDate, notional, ratio } of order.legs) {
    const size = `${grouped(quantity, 0).padStart(7)}${grouped(price, 2).padStart(12)}`;
    const worth = `${grouped(Math.abs(notional), 0).padStart(13)}${rounded(ratio, 4).padStart(8)}`;
    console.log(`  ${side.padEnd(4)} ${symbol.padEnd(20)}${size}  ${priceDate}${worth}`);
  }

  console.log(`\nBeta to                  alone (95 %)               hedged  ${currency} that still moves`);
  for (const { benchmark, beta, hedgedBeta, residualValue } of order.neutrality) {
    const alone = `${orDash(beta.value, 3)} (${orDash(beta.lower, 3)} to ${orDash(beta.upper, 3)})`;
    const left = `${rounded(hedgedBeta, 4).padStart(8)}${grouped(residualValue, 0).padStart(10)}`;
    console.log(`  ${benchmark.padEnd(22)} ${alone.padEnd(25)}${left}`);
  }
  const removed = percentOrDash(order.effectiveness, 1);
  console.log(`\nIn the sample that it is made of, the order removes ${removed} of the variance.`);
  printWarnings(order.warnings);
  if (order.warnings.some(({ code }) => code === "INDEX_NOT_TRADABLE")) {
    console.log("\nOf an index there are no shares: trade a fund or a future on it for that money.");
  }
} catch (error) {
  end(error, USAGE);
}

/** Shares times the latest close, of which alone an adjusted close is the price that was paid. */
async function worthOf(hedgeql: Client): Promise<number> {
  const assets = await Promise.all(positions.map(({ symbol }) => hedgeql.prices({ symbol })));
  const currencies = new Set(assets.map(({ asset }) => asset.currency));
  if (currencies.size > 1) refuse(`holdings in ${[...currencies].join(" and ")} need the book's --value`, USAGE);
  const closes = assets.map(({ asset }) => asset.prices.adjustedCloses.at(-1) ?? Number.NaN);
  return positions.reduce((sum, { number }, i) => sum + number * closes[i], 0);
}
