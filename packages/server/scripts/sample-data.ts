/**
 * Makes the bundled sample in `sample-data/` from two npm packages (dev dependencies): `pnpm sample-data`.
 *
 * - `@observablehq/sample-datasets`, aapl.csv: AAPL, daily, with adjusted closes.
 * - `vega-datasets`, sp500-2000.csv: the S&P 500 index, daily; stocks.csv: five stocks, monthly.
 *
 * stocks.csv names months (`Jan 1 2000`), and a row is the close that ends its month. Its dates are therefore taken
 * from the index's calendar. The last month, March 2010, is not whole: the same package's sp500.csv, recorded with it,
 * equals the index's daily closes at the end of every month, but in March 2010 its close of 9 March. The script checks
 * this for every month and gives the last row that date; a row that fits no date stops it.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

type Row = Record<string, string>;
type Prices = [date: string, adjustedClose: string][];

const require = createRequire(import.meta.url);
const out = fileURLToPath(new URL("../sample-data/", import.meta.url));
const aaplFile = require.resolve("@observablehq/sample-datasets/aapl.csv");
const vega = join(dirname(require.resolve("vega-datasets")), "../data");

const rows = (path: string): Row[] => parse(readFileSync(path, "utf8"), { columns: true });

const aapl: Prices = rows(aaplFile).map((row) => [row.Date, row["Adj Close"]]);
const index: Prices = rows(join(vega, "sp500-2000.csv")).map((row) => [row.date, row.adjclose]);
const monthly = rows(join(vega, "stocks.csv"));
const tradingDates = recordedDates(rows(join(vega, "sp500.csv")), index);

const assets = [
  asset("AAPL", "Apple Inc.", "EQUITY", "NasdaqGS", aapl),
  asset("^GSPC", "S&P 500 price index, without dividends", "INDEX", "SNP", index),
  ...[
    ["MSFT", "Microsoft Corporation", "NasdaqGS"],
    ["AMZN", "Amazon.com, Inc.", "NasdaqGS"],
    ["IBM", "International Business Machines Corporation", "NYSE"],
    ["GOOG", "Alphabet Inc. (then Google Inc.)", "NasdaqGS"],
    ["AAPL", "Apple Inc.", "NasdaqGS"],
  ].map(([symbol, name, exchange]) =>
    asset(`${symbol}-MONTHLY`, `${name}, monthly`, "EQUITY", exchange, monthlyPrices(symbol)),
  ),
];

mkdirSync(out, { recursive: true });
for (const { file, prices } of assets) {
  writeFileSync(join(out, file), `date,adjustedClose\n${prices.map((row) => row.join(",")).join("\n")}\n`);
}
const manifest = { assets: assets.map(({ prices: _, ...about }) => about) };
writeFileSync(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(assets.map(({ symbol, prices }) => `${symbol}: ${prices.length} prices`).join("\n"));

function asset(symbol: string, name: string, kind: string, exchange: string, prices: Prices) {
  const file = `${symbol.replace("^", "")}.csv`;
  const dates = prices.map(([date]) => date).sort();
  const span = { firstDate: dates[0], lastDate: dates[dates.length - 1] };
  return { symbol, file, name, kind, currency: "USD", exchange, ...span, prices: prices.map(plain) };
}

/** Yahoo's export pads to six decimals: `112.500000` is `112.5`. */
function plain([date, price]: Prices[number]): Prices[number] {
  if (!(Number(price) > 0)) throw new Error(`no price on ${date}: ${price}`);
  return [date, String(Number(price))];
}

function monthlyPrices(symbol: string): Prices {
  return monthly
    .filter((row) => row.symbol === symbol)
    .map((row) => [tradingDates.get(row.date) ?? fail(`no trading date for ${row.date}`), row.price]);
}

/** The day on which each month of the monthly files was recorded, found by the index, which is in both. */
function recordedDates(monthlyIndex: Row[], dailyIndex: Prices): Map<string, string> {
  return new Map(
    monthlyIndex.map(({ date: month, price }) => {
      const start = new Date(`${month} UTC`).toISOString().slice(0, 7);
      const days = dailyIndex.filter(([date]) => date.startsWith(start));
      const recorded = days.findLast(([, close]) => Math.abs(Number(close) - Number(price)) < 0.0051);
      if (recorded === undefined) return fail(`the index never closed at ${price} in ${start}`);
      if (recorded !== days.at(-1) && start !== "2010-03") return fail(`${start} was not recorded at its end`);
      return [month, recorded[0]];
    }),
  );
}

function fail(message: string): never {
  throw new Error(message);
}
