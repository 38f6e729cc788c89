/** What the walk-forward report is asked for, besides what every report is. */
import type { ParseArgsConfig } from "node:util";
import type { BetaEstimator, CostsInput } from "@hedgeql/sdk";
import { ESTIMATOR_NAMES } from "./estimates-step.ts";
import {
  choice,
  decimal,
  type Question,
  questionOf,
  type ReportKind,
  SHARED_OPTIONS,
  type SharedValues,
  wholeNumber,
} from "./options.ts";

/** How many returns an estimate is made of: a year of days; of weeks and months a year would be too few to tell a beta. */
export const LOOKBACKS = { DAY: 252, WEEK: 104, MONTH: 36 };
/** How many periods a ratio is held: a month, or what comes near. */
export const HELD = { DAY: 21, WEEK: 4, MONTH: 1 };

export const WALK_REPORT = {
  name: "walk-forward-report",
  covariance: "HAC",
  ownUsage: `  --hedge-with  what to sell short, if not the benchmarks; may be given several times
  --value       what the portfolio is worth         (default 1000000)
  --estimator   ols, ewma, kalman, blume, vasicek, dimson, scholes_williams, up, down,
                huber or theil_sen: how betas are estimated
                                                    (default ols)
  --lookback    how many returns each estimate is made of
                                                    (default 252 days, 104 weeks, 36 months)
  --rebalance-every
                how many periods it is held         (default 21 days, 4 weeks, 1 month)
  --trading-bps
                what a trade costs, in basis points (default 2)
  --borrow-rate
                what lenders of shares take a year, a decimal
                                                    (default 0.005)
  --cash-rate   what the proceeds of short sales earn a year, a decimal
                                                    (default 0)
`,
} as const satisfies ReportKind;

export const WALK_OPTIONS = {
  ...SHARED_OPTIONS,
  "hedge-with": { type: "string", multiple: true },
  value: { type: "string", default: "1000000" },
  estimator: { type: "string", default: "OLS" },
  lookback: { type: "string" },
  "rebalance-every": { type: "string" },
  "trading-bps": { type: "string", default: "2" },
  "borrow-rate": { type: "string", default: "0.005" },
  "cash-rate": { type: "string", default: "0" },
} satisfies ParseArgsConfig["options"];

interface WalkValues extends SharedValues {
  readonly "hedge-with"?: string[] | undefined;
  readonly value: string;
  readonly estimator: string;
  readonly lookback?: string | undefined;
  readonly "rebalance-every"?: string | undefined;
  readonly "trading-bps": string;
  readonly "borrow-rate": string;
  readonly "cash-rate": string;
}

export interface WalkQuestion extends Question {
  readonly hedgeWith: string[] | null;
  readonly estimator: BetaEstimator;
  readonly lookback: number;
  readonly rebalanceEvery: number;
  readonly costs: CostsInput & { tradingBps: number; borrowRate: number; cashRate: number };
}

export function walkQuestionOf(values: WalkValues): WalkQuestion {
  const question = questionOf(WALK_REPORT, values);
  const { interval } = question.period;
  const count = (option: "lookback" | "rebalance-every", otherwise: number) => {
    const text = values[option];
    return text === undefined ? otherwise : wholeNumber(WALK_REPORT, option, text);
  };
  const rate = (option: "trading-bps" | "borrow-rate" | "cash-rate") => decimal(WALK_REPORT, option, values[option]);
  const names = Object.keys(ESTIMATOR_NAMES) as BetaEstimator[];
  return {
    ...question,
    hedgeWith: values["hedge-with"] ?? null,
    estimator: choice(WALK_REPORT, "estimator", values.estimator.replaceAll("-", "_"), names),
    lookback: count("lookback", LOOKBACKS[interval]),
    rebalanceEvery: count("rebalance-every", HELD[interval]),
    costs: { tradingBps: rate("trading-bps"), borrowRate: rate("borrow-rate"), cashRate: rate("cash-rate") },
  };
}
