/**
 * Many symbols against one benchmark, a row each: the largest beta first, or the largest t of alpha. What could not be screened
 * has its reason.
 *
 *     pnpm example screen-a-list sample:AAPL-MONTHLY sample:IBM-MONTHLY --sort t --csv screen.csv
 */
import { writeFileSync } from "node:fs";
import { createClient, type Interval } from "@hedgeql/sdk";
import { end, readOptions, refuse, SERVER, SHARED_USAGE, text, wrapped } from "./command-line.ts";
import { orDash, percent } from "./report/numbers.ts";

const USAGE = `Usage: pnpm example screen-a-list [SYMBOL ...] [options]
  SYMBOL ...         up to 5,000  (default: the stocks of the sample, and one
                     that it does not have)
  --benchmark TEXT   what they are measured against  (default sample:^GSPC)
  --interval TEXT    day, week or month              (default month)
  --sort TEXT        beta, or t: that of alpha       (default beta)
  --csv FILE         writes all columns to it too; rates are decimals
${SHARED_USAGE}`;

const SYMBOLS = ["MSFT-MONTHLY", "AMZN-MONTHLY", "IBM-MONTHLY", "GOOG-MONTHLY", "AAPL-MONTHLY", "AAPL", "TSLA"];
const options = readOptions(
  USAGE,
  { benchmark: text("sample:^GSPC"), interval: text("month"), sort: text("beta"), csv: { type: "string" } },
  true,
);
const { sort } = options;
const symbols = options.positionals.length > 0 ? options.positionals : SYMBOLS.map((name) => `sample:${name}`);
if (sort !== "beta" && sort !== "t") refuse(`--sort must be beta or t, got "${sort}"`, USAGE);

try {
  const hedgeql = createClient({ url: SERVER });
  const { screen } = await hedgeql.screen({
    symbols,
    benchmarks: [options.benchmark],
    period: { interval: options.interval.toUpperCase() as Interval },
  });
  const rows = screen.map(({ symbol, beta, standardError, alpha, alphaStandardError, error, ...row }) => {
    // Of an exact fit, such as that of the benchmark on itself, there is no t.
    const alphaT = alpha === null || !alphaStandardError ? null : alpha / alphaStandardError;
    const { rSquared, observations, firstDate, lastDate } = row;
    const reason = error && `${error.code}: ${error.message}`;
    return { symbol, beta, standardError, alpha, alphaT, rSquared, observations, firstDate, lastDate, reason };
  });
  const key = sort === "beta" ? "beta" : "alphaT";
  rows.sort((one, other) => (other[key] ?? Number.NEGATIVE_INFINITY) - (one[key] ?? Number.NEGATIVE_INFINITY));

  if (options.csv !== undefined) {
    const lines = [Object.keys(rows[0]), ...rows.map((row) => Object.values(row))];
    writeFileSync(options.csv, lines.map((cells) => `${cells.map(cellOf).join(",")}\n`).join(""));
  }

  const first = sort === "beta" ? "beta" : "t of alpha";
  console.log(
    `Against ${options.benchmark}, returns and alphas of a ${options.interval} each; largest ${first} first\n`,
  );
  console.log("symbol                    beta  s.e.   alpha       t     R²     n  from");
  for (const { symbol, beta, standardError, alpha, alphaT, rSquared, observations, firstDate, reason } of rows) {
    if (alpha === null || reason !== null) continue;
    const slope = `${orDash(beta, 3).padStart(8)}${orDash(standardError, 2).padStart(6)}`;
    const intercept = `${percent(alpha, 2).padStart(8)}${orDash(alphaT, 2).padStart(8)}`;
    const sample = `${orDash(rSquared, 2).padStart(7)}${String(observations).padStart(6)}  ${firstDate}`;
    console.log(`${symbol.padEnd(22)}${slope}${intercept}${sample}`);
  }
  for (const { symbol, reason } of rows) if (reason !== null) console.log(wrapped(`\n${symbol}: ${reason}`));
} catch (error) {
  end(error, USAGE);
}

function cellOf(value: string | number | null): string {
  return typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : `${value ?? ""}`;
}
