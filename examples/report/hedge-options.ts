/** What the hedge report is asked for, besides what every report is. */
import type { ParseArgsConfig } from "node:util";
import {
  type Question,
  questionOf,
  type ReportKind,
  refuse,
  SHARED_OPTIONS,
  type SharedValues,
  wholeNumber,
} from "./options.ts";
import { HELD, LOOKBACKS, type WalkQuestion } from "./walk-options.ts";

export const HEDGE_REPORT = {
  name: "hedge-report",
  covariance: "CLASSICAL",
  ownUsage: `  --out         a folder: also writes report.html there, one file with the numbers,
                the pictures, and what the hedge did out of sample; and each
                picture beside it as SVG
  --lookback    how many returns each fit out of sample is made of, in the file
                                                    (default 252 days, 104 weeks, 36 months)
`,
} as const satisfies ReportKind;

export const HEDGE_OPTIONS = {
  ...SHARED_OPTIONS,
  out: { type: "string" },
  lookback: { type: "string" },
} satisfies ParseArgsConfig["options"];

/** What the walk-forward report takes unless it is told. */
const COSTS = { tradingBps: 2, borrowRate: 0.005, cashRate: 0 };

/** What the walk of the file is asked with. */
export type FiledWalkQuestion = Question & Pick<WalkQuestion, "lookback" | "rebalanceEvery" | "costs">;

export interface HedgeRequest {
  readonly question: Question;
  /** Where a file is wanted. */
  readonly filed: { readonly folder: string; readonly walk: FiledWalkQuestion } | undefined;
}

interface HedgeValues extends SharedValues {
  readonly out?: string | undefined;
  readonly lookback?: string | undefined;
}

export function hedgeRequestOf({ out, lookback, ...values }: HedgeValues): HedgeRequest {
  const question = questionOf(HEDGE_REPORT, values);
  if (out === undefined) {
    return lookback === undefined
      ? { question, filed: undefined }
      : refuse(HEDGE_REPORT, "--lookback is for the file: give --out, too");
  }
  if (out === "") return refuse(HEDGE_REPORT, "--out must name a folder");
  const { interval } = question.period;
  const walk = {
    ...question,
    lookback: lookback === undefined ? LOOKBACKS[interval] : wholeNumber(HEDGE_REPORT, "lookback", lookback),
    rebalanceEvery: HELD[interval],
    costs: COSTS,
  };
  return { question, filed: { folder: out, walk } };
}
