import { ESTIMATORS } from "../question/question.ts";
import type { Score } from "../server/answers.ts";
import { beta, interval, percent, pValue } from "./formats.ts";
import { ScrollingTable } from "./scrolling-table.tsx";

/** The same walk by every estimator and lookback, the least variance first. */
export function ComparisonTable({ scores }: { readonly scores: readonly Score[] }) {
  return (
    <>
      <ScrollingTable
        label="Estimators compared"
        columns={[
          "Estimator",
          "Lookback",
          "Beta realised",
          "Interval of beta",
          "p of beta 0",
          "Volatility a year",
          "Variance removed",
          "Cost in all",
          "Net a year",
        ]}
        rows={scores.map((score) => ({
          key: `${score.estimator} ${score.lookback}`,
          cells: [
            ESTIMATORS[score.estimator],
            score.lookback,
            score.reason === null ? beta(score.realizedBeta) : "no answer",
            score.reason === null ? interval(score.lower, score.upper, beta) : score.reason,
            pValue(score.betaIsZero?.pValue),
            dash(score.annualizedVolatility, 2),
            dash(score.effectiveness, 1),
            dash(score.cost, 2),
            dash(score.netReturn, 1),
          ],
        }))}
      />
      <p className="hint">
        All over the same dates, those after the longest lookback. The best of many on one history is partly luck: small
        differences mean nothing. The interval is that of beta, and tests no difference between two rows.
      </p>
    </>
  );
}

function dash(value: number | null, digits: number): string {
  return value === null ? "–" : percent(value, digits);
}
