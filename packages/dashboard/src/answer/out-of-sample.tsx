import { ESTIMATORS, INTERVALS } from "../question/question.ts";
import type { Walk } from "../server/answers.ts";
import type { Warning } from "./answer-names.ts";
import { Figure } from "./figure.tsx";
import { beta, date, interval, level, percent, plural, pValue, shortSymbol } from "./formats.ts";
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
  const { confidence } = walk.verification;
  const sure = level(confidence);
  const fits = walk.rebalances.dates.length - walk.skipped.length;
  const areSeveral = realized.betas.length > 1;
  const didHarm = realized.effectiveness !== null && realized.effectiveness < 0;
  return (
    <>
      <p>
        {plural(fits, "fit")} ({ESTIMATORS[settings.estimator]}), each of the {plural(settings.lookback, period)} before
        it, held for {plural(settings.rebalanceEvery, period)}: {plural(provenance.observations, "return")} that no fit
        had seen, {date(provenance.firstDate)} to {date(provenance.lastDate)}.
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
            {!areSeveral && ` ${testWords(realizedBetaIsZero.pValue, confidence)}`}
          </Figure>
        ))}
        {areSeveral && (
          <Figure label="All betas are 0" value={`p ${pValue(realizedBetaIsZero.pValue)}`} tone="hedged">
            The test of all of them together. {testWords(realizedBetaIsZero.pValue, confidence)}
          </Figure>
        )}
        {didHarm ? (
          <Figure label="Variance added" value={percent(-(realized.effectiveness ?? 0), 1)} tone="hedged">
            The hedge did harm on these dates. Promised by the fits: {percent(promised.effectiveness, 1)} removed.
          </Figure>
        ) : (
          <Figure label="Variance removed" value={percent(realized.effectiveness, 1)} tone="hedged">
            Promised by the fits: {percent(promised.effectiveness, 1)}.
          </Figure>
        )}
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

/** Of all dates at once: a beta that is 0 on average may be far from it for a year, up and then down. */
function testWords(pValueOfZero: number | null, confidence: number): string {
  if (pValueOfZero === null) return "There is nothing left to test.";
  return pValueOfZero < 1 - confidence
    ? `The hedge missed 0: p ${pValue(pValueOfZero)}.`
    : `Over all these dates together it is not shown to differ from 0 (p ${pValue(pValueOfZero)}); over shorter stretches it may, as promise and fact shows.`;
}
