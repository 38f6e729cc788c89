/**
 * The tutorial in four steps, for any stock and any benchmarks: the sample, the regression, the hedge, the verification.
 *
 *     pnpm example hedge-report --symbol sample:AAPL --benchmark sample:^GSPC
 *
 * HEDGEQL_URL names another server than the one on this computer.
 */
import { parseArgs } from "node:util";
import { createClient, HedgeQLError, type Interval, type RegressionFieldsFragment } from "@hedgeql/sdk";

const URL_BY_DEFAULT = "http://127.0.0.1:4000/graphql";

const USAGE = `Usage: pnpm example hedge-report [options]
  --symbol     what to hedge                        (default sample:AAPL)
  --benchmark  what to hedge it with; may be given several times
                                                    (default sample:^GSPC)
  --start      first date, YYYY-MM-DD               (default: all that they share)
  --end        last date, YYYY-MM-DD
  --interval   day, week or month                   (default day)
  --help       this text

HEDGEQL_URL in the environment names the server     (default ${URL_BY_DEFAULT})`;

/** What the report calls the quantities that can be undefined. */
const QUANTITIES: Readonly<Record<string, string>> = {
  tStatistic: "t",
  pValue: "p",
  rSquared: "R²",
  adjustedRSquared: "adjusted R²",
  fStatistic: "F",
  fPValue: "p of F",
  logLikelihood: "log-likelihood",
  aic: "AIC",
  bic: "BIC",
  durbinWatson: "Durbin-Watson",
};

const { interval, ...options } = readOptions();
/** Of the column with the labels: as wide as the longest of them, which is known with the answer. */
let labelWidth = "Volatility a year".length;

const hedgeql = createClient({ url: process.env.HEDGEQL_URL ?? URL_BY_DEFAULT });

try {
  const benchmarks = options.benchmark;
  const { hedgedPortfolio } = await hedgeql.hedgedPortfolio({
    portfolio: { symbol: options.symbol },
    benchmarks,
    period: {
      start: options.start ?? null,
      end: options.end ?? null,
      interval,
    },
  });
  const { regression, verification, provenance, effectiveness, returns, unhedged } = hedgedPortfolio;
  const [asset] = provenance.assets;
  const unit = { DAY: "day", WEEK: "week", MONTH: "month" }[provenance.interval];
  // Monthly prices asked for by day, for example: then a return is not one of the interval, and a year has fewer.
  const sparse = provenance.warnings.some(({ code }) => code === "SPARSE_DATES");
  const period = sparse ? "period" : unit;
  const labels = [`alpha (a ${period})`, ...provenance.assets.map(({ symbol }) => symbol)];
  labelWidth = Math.max(labelWidth, ...labels.map(({ length }) => length));

  heading(`${asset.symbol} hedged with ${benchmarks.join(" and ")}`);
  for (const { symbol, name, source, currency, retrievedAt } of provenance.assets) {
    const age = retrievedAt === null ? "" : `, retrieved ${retrievedAt}`;
    line(symbol, `${name ?? "no name"} (${source}${currency === null ? "" : `, ${currency}`}${age})`);
  }

  step(1, "The sample");
  line("Prices", `${provenance.firstDate} to ${provenance.lastDate}, adjusted closes`);
  line(
    "Returns",
    `${provenance.observations} simple returns, ${sparse ? `farther apart than a ${unit}` : `one a ${unit}`}`,
  );
  const dropped = provenance.datesDropped;
  line("Dates left out", dropped === 0 ? "none" : `${dropped}, on which not every series has a price`);
  for (const { message } of provenance.warnings) paragraph(`Warning: ${message}.`);

  step(2, `Regression: return = alpha + beta x benchmark + residual`);
  regressionTable(regression, period);

  step(3, "The hedge");
  for (const { term, estimate } of regression.coefficients.slice(1)) {
    const side = Number(estimate.toFixed(4)) >= 0 ? "sell short" : "buy";
    console.log(`  ${side} ${Math.abs(estimate).toFixed(4)} of ${term} for each 1.0000 held in ${asset.symbol},`);
  }
  console.log(`  by value, restored ${sparse ? "on each of these dates" : `every ${unit}`}\n`);
  const volatilities = `${annual(unhedged.values)} unhedged, ${annual(returns.values)} hedged`;
  line("Volatility a year", sparse ? `not given: the returns are farther apart than a ${unit}` : volatilities);
  line("Variance removed", effectiveness === null ? "not defined: the returns do not vary" : percent(effectiveness, 1));

  step(4, "Verification: the hedged returns on the same benchmarks");
  if (verification.rSquared === null) {
    paragraph(
      `The benchmarks explain ${asset.symbol} exactly: the hedged returns do not vary, and nothing is left to regress.`,
    );
  } else {
    regressionTable(verification, period);
    const left = Math.max(...verification.coefficients.slice(1).map(({ estimate }) => Math.abs(estimate)));
    line("Beta left", `${left.toExponential(1)}, which is 0 but for rounding`);
    console.log(`
  The beta is 0 because it was fitted on these very returns: that shows the
  arithmetic to be right, and says nothing of the next ${period}. The alpha is kept.`);
  }
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

function readOptions() {
  const { help, interval, ...rest } = parseArguments();
  if (help) {
    console.log(USAGE);
    process.exit();
  }
  const known = (["DAY", "WEEK", "MONTH"] as const).find((name) => name === interval.toUpperCase());
  if (known === undefined) refuse(`--interval must be day, week or month, got "${interval}"`);
  return { ...rest, interval: known satisfies Interval };
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
    }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function refuse(message: string): never {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}

function regressionTable(regression: RegressionFieldsFragment, period: string): void {
  console.log(`  ${row("", "estimate", "std. error", "t", "p", "95 % interval")}`);
  for (const { term, estimate, standardError, tStatistic, pValue, lower, upper } of regression.coefficients) {
    const interval = `${number(lower)} to ${number(upper)}`;
    const t = tStatistic === null ? "-" : rounded(tStatistic, 2);
    const label = term === "alpha" ? `alpha (a ${period})` : term;
    console.log(`  ${row(label, number(estimate), number(standardError), t, probability(pValue), interval)}`);
  }
  const { observations, degreesOfFreedom, rSquared, residualStandardError, durbinWatson } = regression;
  console.log(`  n ${observations}, degrees of freedom ${degreesOfFreedom}, R² ${rSquared?.toFixed(4) ?? "-"},`);
  console.log(
    `  residual standard error ${percent(residualStandardError, 3)}, Durbin-Watson ${durbinWatson?.toFixed(3) ?? "-"}`,
  );
  for (const [reason, group] of Map.groupBy(regression.undefinedQuantities, ({ reason }) => reason)) {
    const names = group.map(({ quantity }) => QUANTITIES[quantity] ?? quantity);
    paragraph(`${names.join(", ")}: not defined, ${reason}`);
  }
}

function row(term: string, ...cells: string[]): string {
  const widths = [11, 11, 8, 8, 24];
  return term.padEnd(labelWidth) + cells.map((cell, i) => cell.padStart(widths[i])).join("");
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
  console.log(`  ${label.padEnd(labelWidth)}  ${text}`);
}

/** Broken between words where a line gets too long for a narrow window. */
function paragraph(text: string): void {
  console.log(text.replace(/(.{1,94})(?: +|$)/g, "  $1\n").trimEnd());
}

function heading(text: string): void {
  console.log(`\n${text}\n${"=".repeat(text.length)}`);
}

function step(number: number, text: string): void {
  console.log(`\n${number}. ${text}\n`);
}
