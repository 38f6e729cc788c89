/**
 * Returns of your own, from a CSV: their regression on a benchmark, and between what their beta moved. Each row is checked
 * before anything is sent, and whether they are decimals or per cent is said, never guessed.
 *
 *     pnpm example own-returns-from-csv --file examples/data/fund-returns.csv --unit decimal
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Client, createClient, HedgeQLError, type Interval, type RegressionQueryVariables } from "@hedgeql/sdk";
import { end, printWarnings, readOptions, refuse, SERVER, SHARED_USAGE, text } from "./command-line.ts";
import { confidenceOf, percent, percentOrDash, rounded } from "./report/numbers.ts";
import { readReturns } from "./returns-csv.ts";

const USAGE = `Usage: pnpm example own-returns-from-csv [options]
  --file FILE        a line "date,return", and a row for each date, oldest first
                     (default examples/data/fund-returns.csv)
  --unit TEXT        decimal: 0.0125 is 1.25 %, and no row may have a %-sign
                     percent: 1.25 is, and so is 1.25 %       (default decimal)
  --benchmark TEXT   what they are measured against      (default sample:^GSPC)
  --interval TEXT    how far apart they are: day, week or month
                                                                (default month)
  --window NUMBER    how many returns each rolling beta is made of (default 36)
${SHARED_USAGE}`;

const options = readOptions(USAGE, {
  file: text(fileURLToPath(new URL("data/fund-returns.csv", import.meta.url))),
  unit: text("decimal"),
  benchmark: text("sample:^GSPC"),
  interval: text("month"),
  window: text("36"),
});
const { unit, benchmark, interval } = options;
if (unit !== "decimal" && unit !== "percent") refuse(`--unit must be decimal or percent, got "${unit}"`, USAGE);

try {
  const { returns, faults } = readReturns(readFileSync(options.file, "utf8"), unit);
  if (faults.length > 0) {
    console.error(faults.slice(0, 10).join("\n"));
    if (faults.length > 10) console.error(`and ${faults.length - 10} more`);
    process.exit(1);
  }

  const hedgeql = createClient({ url: SERVER });
  const period = { interval: interval.toUpperCase() as Interval };
  const question = { portfolio: { returns }, benchmarks: [benchmark], period };
  const { regression } = await hedgeql.regression(question);
  const { coefficients, observations, rSquared, confidence, provenance } = regression;
  const [alpha, beta] = coefficients;
  console.log(`Own returns against ${benchmark}
${observations} returns, a ${interval} each, of prices from ${provenance.firstDate} to ${provenance.lastDate}

The regression, with ${confidenceOf(confidence)} intervals
  alpha  ${percent(alpha.estimate, 3)} a ${interval} (${percent(alpha.lower, 3)} to ${percent(alpha.upper, 3)})
  beta   ${rounded(beta.estimate, 3)} (${rounded(beta.lower, 3)} to ${rounded(beta.upper, 3)})
  R²     ${percentOrDash(rSquared, 1)}: what the benchmark explains of the variance

Beta in windows of ${options.window} returns
  ${await rangeOf(hedgeql, { ...question, window: Number(options.window) })}`);
  printWarnings(provenance.warnings);
} catch (error) {
  end(error, USAGE);
}

/** The regression stands without it, so that a sample which is too short for a window is no failure. */
async function rangeOf(hedgeql: Client, question: RegressionQueryVariables & { window: number }): Promise<string> {
  try {
    const { rolling } = (await hedgeql.rollingRegression(question)).regression;
    // NaN stands where a window has no beta, since the benchmark did not vary in it.
    const windows = rolling.toArray().filter(({ beta }) => !Number.isNaN(beta));
    windows.sort((one, other) => one.beta - other.beta);
    const [least, most] = [windows[0], windows[windows.length - 1]];
    return `from ${rounded(least.beta, 3)} on ${least.date} to ${rounded(most.beta, 3)} on ${most.date}`;
  } catch (error) {
    if (!(error instanceof HedgeQLError && error.code === "INSUFFICIENT_DATA")) throw error;
    const { observations, needed } = error.details;
    return `none: that takes ${needed} returns, and there are ${observations}`;
  }
}
