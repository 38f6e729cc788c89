import { ESTIMATORS, INTERVALS } from "../question/question.ts";
import type { Walk } from "../server/answers.ts";
import type { Warning } from "./answer-names.ts";
import { Figure } from "./figure.tsx";
import { beta, date, interval, percent, plural, pValue, shortSymbol } from "./formats.ts";
import { Warnings } from "./warnings.tsx";

export const OUT_OF_SAMPLE_LABELS = ["Beta realised", "Variance removed", "Volatility a year", "Cost of the hedge"];

export interface OutOfSampleProps {
  readonly walk: Walk;
  /** Warnings that stand elsewhere already. */
  readonly besides: readonly Warning[];
}

/** What the hedge did on dates that none of its ratios had seen. */
export function OutOfSample({ walk, besides }: OutOfSampleProps) {
  const { realized, promised, withoutHedge, realizedBetaIsZero, settings, provenance, costBreakdown } = walk;
  const period = INTERVALS[provenance.interval].period;
  const sure = percent(walk.verification.confidence, 0);
  const fits = walk.rebalances.dates.length - walk.skipped.length;
  return (
    <>
      <p>
        {plural(fits, "fit")} by {ESTIMATORS[settings.estimator].toLowerCase()}, each of the{" "}
        {plural(settings.lookback, period)} before it, held for {plural(settings.rebalanceEvery, period)}:{" "}
        {plural(provenance.observations, "return")} that no fit had seen, {date(provenance.firstDate)} to{" "}
        {date(provenance.lastDate)}.
      </p>
      <dl className="figures">
        {realized.betas.map(({ benchmark, beta: left, lower, upper }, index) => (
          <Figure
            key={benchmark}
            label={realized.betas.length === 1 ? "Beta realised" : `Beta realised to ${shortSymbol(benchmark)}`}
            value={beta(left)}
            range={`${sure} interval ${interval(lower, upper, beta)}`}
            tone="hedged"
          >
            {beta(withoutHedge.betas[index].beta)} without the hedge.
            {index === 0 && ` ${testWords(realizedBetaIsZero.pValue)}`}
          </Figure>
        ))}
        <Figure label="Variance removed" value={percent(realized.effectiveness, 1)} tone="hedged">
          Promised by the fits: {percent(promised.effectiveness, 1)}.
        </Figure>
        <Figure label="Volatility a year" value={percent(realized.annualizedVolatility, 1)} tone="hedged">
          {percent(withoutHedge.annualizedVolatility, 1)} without the hedge.
        </Figure>
        <Figure label="Cost of the hedge" value={percent(walk.costAnnualized, 2)} tone="benchmark">
          A year, of the portfolio's value; {percent(walk.cost, 2)} in all: trading {percent(costBreakdown.trading, 2)},
          borrowing {percent(costBreakdown.borrow, 2)}
          {costBreakdown.interest !== 0 && `, less interest ${percent(costBreakdown.interest, 2)}`}.
        </Figure>
      </dl>
      {walk.skipped.length > 0 && (
        <p className="hint">
          At {plural(walk.skipped.length, "rebalance")} the estimator had no answer, first on{" "}
          {date(walk.skipped[0].date)}: {walk.skipped[0].reason}. The hedge was left as it was.
        </p>
      )}
      <Warnings warnings={provenance.warnings} besides={besides} />
    </>
  );
}

function testWords(pValueOfZero: number | null): string {
  if (pValueOfZero === null) return "There is nothing left to test.";
  const missed = pValueOfZero < 0.05;
  return missed
    ? `The hedge missed 0: p ${pValue(pValueOfZero)}.`
    : `These dates do not show that it missed 0: p ${pValue(pValueOfZero)}.`;
}
