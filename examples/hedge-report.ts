/**
 * The tutorial in four steps, for any stock and any benchmarks: the sample, the regression, the hedge, the verification.
 *
 *     pnpm example hedge-report --symbol sample:AAPL --benchmark sample:^GSPC
 */
import { parseArgs } from "node:util";
import { createClient, HedgeQLError, type Interval, type RegressionFieldsFragment } from "@hedgeql/sdk";

const USAGE = `Usage: pnpm example hedge-report [options]
  --symbol     what to hedge                        (default sample:AAPL)
  --benchmark  what to hedge it with; may be given several times
                                                    (default sample:^GSPC)
  --start      first date, YYYY-MM-DD               (default: all that they share)
  --end        last date, YYYY-MM-DD
  --interval   DAY, WEEK or MONTH                   (default DAY)
  --help       this text`;

const { values: options } = parseArguments();
if (options.help) {
  console.log(USAGE);
  process.exit();
}

const hedgeql = createClient({ url: process.env.HEDGEQL_URL ?? "http://127.0.0.1:4000/graphql" });

try {
  const benchmarks = options.benchmark;
  const { hedgedPortfolio } = await hedgeql.hedgedPortfolio({
    portfolio: { symbol: options.symbol },
    benchmarks,
    period: {
      start: options.start ?? null,
      end: options.end ?? null,
      interval: options.interval as Interval,
    },
  });
  const { regression, verification, provenance, effectiveness, returns, unhedged } = hedgedPortfolio;
  const [asset] = provenance.assets;
  const unit = { DAY: "day", WEEK: "week", MONTH: "month" }[provenance.interval];

  heading(`${asset.symbol} hedged with ${benchmarks.join(" and ")}`);
  for (const { symbol, name, source, currency, retrievedAt } of provenance.assets) {
    const age = retrievedAt === null ? "" : `, retrieved ${retrievedAt}`;
    line(symbol, `${name ?? "no name"} (${source}${currency === null ? "" : `, ${currency}`}${age})`);
  }

  step(1, "The sample");
  line("Prices", `${provenance.firstDate} to ${provenance.lastDate}, adjusted closes`);
  line("Returns", `${provenance.observations} simple returns, one a ${unit}`);
  line("Dates left out", `${provenance.datesDropped} (not every series has a price on them)`);

  step(2, `Regression: return = alpha + beta x benchmark + residual`);
  regressionTable(regression);

  step(3, "The hedge");
  for (const { term, estimate } of regression.coefficients.slice(1)) {
    const side = estimate >= 0 ? "sell short" : "buy";
    line(term, `${side} ${Math.abs(estimate).toFixed(4)} for each 1.0000 of ${asset.symbol}`);
  }
  line("Volatility a year", `${annual(unhedged.values)} unhedged, ${annual(returns.values)} hedged`);
  line("Variance removed", effectiveness === null ? "not defined: the returns do not vary" : percent(effectiveness, 1));

  step(4, "Verification: the hedged returns on the same benchmarks");
  regressionTable(verification);
  const left = Math.max(...verification.coefficients.slice(1).map(({ estimate }) => Math.abs(estimate)));
  line("Beta left", `${left.toExponential(1)}, which is 0 but for rounding`);
  console.log(`
  The beta is 0 because it was fitted on these very returns: that shows the
  arithmetic to be right, and says nothing of the next ${unit}. The alpha is kept.`);

  for (const { message } of provenance.warnings) console.log(`\n  Warning: ${message}.`);
  console.log();

  function annual(series: readonly number[]): string {
    const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
    const squares = series.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return percent(Math.sqrt((squares / (series.length - 1)) * provenance.periodsPerYear), 1);
  }
} catch (error) {
  if (!(error instanceof HedgeQLError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}

function parseArguments() {
  try {
    return parseArgs({
      options: {
        symbol: { type: "string", default: "sample:AAPL" },
        benchmark: { type: "string", multiple: true, default: ["sample:^GSPC"] },
        start: { type: "string" },
        end: { type: "string" },
        interval: { type: "string", default: "DAY" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exit(2);
  }
}

function regressionTable(regression: RegressionFieldsFragment): void {
  console.log(`  ${row("", "estimate", "std. error", "t", "p", "95 % interval")}`);
  for (const { term, estimate, standardError, tStatistic, pValue, lower, upper } of regression.coefficients) {
    const interval = `${number(lower)} to ${number(upper)}`;
    const t = tStatistic === null ? "-" : rounded(tStatistic, 2);
    console.log(`  ${row(term, number(estimate), number(standardError), t, probability(pValue), interval)}`);
  }
  const { observations, degreesOfFreedom, rSquared, residualStandardError, durbinWatson } = regression;
  console.log(`  n ${observations}, degrees of freedom ${degreesOfFreedom}, R² ${rSquared?.toFixed(4) ?? "-"},`);
  console.log(
    `  residual standard error ${percent(residualStandardError, 3)}, Durbin-Watson ${durbinWatson?.toFixed(3) ?? "-"}`,
  );
  for (const { quantity, reason } of regression.undefinedQuantities) console.log(`  ${quantity}: ${reason}`);
}

function row(term: string, ...cells: string[]): string {
  const widths = [11, 11, 8, 8, 24];
  return term.padEnd(18) + cells.map((cell, i) => cell.padStart(widths[i])).join("");
}

function number(value: number): string {
  return rounded(value, 6);
}

/** Without the sign of a number that rounds to 0. */
function rounded(value: number, digits: number): string {
  return (Number(value.toFixed(digits)) + 0).toFixed(digits);
}

function probability(value: number | null): string {
  if (value === null) return "-";
  return value < 0.0001 ? "<0.0001" : value.toFixed(4);
}

function percent(value: number, digits: number): string {
  return `${(value * 100).toFixed(digits)} %`;
}

function line(label: string, text: string): void {
  console.log(`  ${label.padEnd(19)} ${text}`);
}

function heading(text: string): void {
  console.log(`\n${text}\n${"=".repeat(text.length)}`);
}

function step(number: number, text: string): void {
  console.log(`\n${number}. ${text}\n`);
}
