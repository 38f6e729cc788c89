/** What the reports are asked for on the command line, and the question to the API that it makes. */
import type { ParseArgsConfig } from "node:util";
import type { CovarianceEstimator, InferenceInput, Interval, PeriodInput, RiskFreeInput } from "@hedgeql/sdk";

export const URL_BY_DEFAULT = "http://127.0.0.1:4000/graphql";

/** The options that every report has, as `parseArgs` takes them. */
export const SHARED_OPTIONS = {
  symbol: { type: "string", default: "sample:AAPL" },
  benchmark: { type: "string", multiple: true, default: ["sample:^GSPC"] },
  start: { type: "string" },
  end: { type: "string" },
  interval: { type: "string", default: "DAY" },
  covariance: { type: "string" },
  lags: { type: "string" },
  confidence: { type: "string", default: "0.95" },
  "risk-free": { type: "string" },
  help: { type: "boolean", default: false },
} satisfies ParseArgsConfig["options"];

export interface SharedValues {
  readonly symbol: string;
  readonly benchmark: string[];
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly interval: string;
  readonly covariance?: string | undefined;
  readonly lags?: string | undefined;
  readonly confidence: string;
  readonly "risk-free"?: string | undefined;
  readonly help: boolean;
}

/** What every operation of the SDK that regresses takes. */
export interface Question {
  readonly portfolio: { symbol: string };
  readonly benchmarks: string[];
  readonly period: PeriodInput & { interval: Interval };
  readonly inference: InferenceInput;
  readonly riskFree: RiskFreeInput | null;
}

const INTERVALS = ["DAY", "WEEK", "MONTH"] as const satisfies readonly Interval[];
const COVARIANCES = ["CLASSICAL", "HC0", "HC1", "HC2", "HC3", "HAC"] as const satisfies readonly CovarianceEstimator[];

/** A report by its name, with the standard errors that it takes by default and the usage lines of its own options. */
export interface ReportKind {
  readonly name: string;
  readonly covariance: CovarianceEstimator;
  readonly ownUsage?: string;
}

export function usageOf({ name, covariance, ownUsage = "" }: ReportKind): string {
  return `Usage: pnpm example ${name} [options]
  --symbol      what to hedge                       (default sample:AAPL)
  --benchmark   what to hedge it with; may be given several times
                                                    (default sample:^GSPC)
  --start       first date, YYYY-MM-DD              (default: all that they share)
  --end         last date, YYYY-MM-DD
  --interval    day, week or month                  (default day)
  --covariance  classical, hc0, hc1, hc2, hc3 or hac: how standard errors are
                estimated                           (default ${covariance.toLowerCase()})
  --lags        how many periods hac looks back     (default by the sample's length)
  --confidence  of the intervals, a decimal         (default 0.95)
  --risk-free   a rate a year, a decimal, or a symbol such as BIL
                                                    (default none: 0)
${ownUsage}  --help        this text

HEDGEQL_URL in the environment names the server     (default ${URL_BY_DEFAULT})`;
}

/** What `parse` gives; or the usage, where it is asked for or an option is wrong. */
export function readOptions<Values extends SharedValues>(report: ReportKind, parse: () => Values): Values {
  let values: Values;
  try {
    values = parse();
  } catch (error) {
    return refuse(report, error instanceof Error ? error.message : String(error));
  }
  if (values.help) {
    console.log(usageOf(report));
    process.exit();
  }
  return values;
}

export function questionOf(report: ReportKind, values: SharedValues): Question {
  const covariance = choice(report, "covariance", values.covariance ?? report.covariance, COVARIANCES);
  return {
    portfolio: { symbol: values.symbol },
    benchmarks: values.benchmark,
    period: {
      start: values.start ?? null,
      end: values.end ?? null,
      interval: choice(report, "interval", values.interval, INTERVALS),
    },
    inference: {
      covariance,
      lags: values.lags === undefined ? null : wholeNumber(report, "lags", values.lags),
      confidence: decimal(report, "confidence", values.confidence),
    },
    riskFree: riskFreeOf(report, values["risk-free"]),
  };
}

export function wholeNumber(report: ReportKind, option: string, text: string): number {
  return /^\d+$/.test(text) ? Number(text) : refuse(report, `--${option} must be a whole number, got "${text}"`);
}

export function decimal(report: ReportKind, option: string, text: string): number {
  return isNumber(text) ? Number(text) : refuse(report, `--${option} must be a decimal number, got "${text}"`);
}

function riskFreeOf(report: ReportKind, text: string | undefined): RiskFreeInput | null {
  if (text === undefined) return null;
  if (isNumber(text)) return { annualRate: Number(text) };
  if (/^[^a-z^]*$/i.test(text)) {
    return refuse(report, `--risk-free must be a decimal, such as 0.03 for 3 % a year, or a symbol, got "${text}"`);
  }
  return { symbol: text };
}

function isNumber(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}

export function choice<Name extends string>(
  report: ReportKind,
  option: string,
  text: string,
  names: readonly Name[],
): Name {
  const known = names.find((name) => name === text.toUpperCase());
  if (known !== undefined) return known;
  const listed = names.map((name) => name.toLowerCase());
  return refuse(report, `--${option} must be ${listed.slice(0, -1).join(", ")} or ${listed.at(-1)}, got "${text}"`);
}

/** Says what is wrong, and how the report is used; ends with 2. */
export function refuse(report: ReportKind, message: string): never {
  console.error(`${message}\n\n${usageOf(report)}`);
  process.exit(2);
}
