import type { Numbers } from "../server/answers.ts";
import { instrumentNames, portfolioName, tradeOf } from "./answer-names.ts";
import { Figure } from "./figure.tsx";
import { beta, interval, level, percent, pValue, shortSymbol } from "./formats.ts";
import { Warnings } from "./warnings.tsx";

export const IN_SAMPLE_LABELS = [
  "Beta",
  "Alpha a year",
  "R²",
  "Hedge ratio",
  "Variance removed",
  "Beta after the hedge",
];
/** Of more betas the table of coefficients has the rest. */
const SHOWN_BETAS = 4;

/** What the regression says of the very dates that it was fitted on. */
export function InSample({ numbers }: { readonly numbers: Numbers }) {
  const { regression, verification, effectiveness, provenance, ratios } = numbers;
  const [alpha, ...betas] = regression.coefficients;
  const sure = level(regression.confidence);
  const yearly = (value: number) => percent(value * provenance.periodsPerYear, 1);
  const name = portfolioName(numbers);
  const [left] = verification.coefficients.slice(1).toSorted((a, b) => Math.abs(b.estimate) - Math.abs(a.estimate));
  return (
    <>
      <dl className="figures">
        {betas.slice(0, SHOWN_BETAS).map(({ term, estimate, lower, upper }) => (
          <Figure
            key={term}
            label={betas.length === 1 ? "Beta" : `Beta to ${shortSymbol(term)}`}
            value={beta(estimate)}
            range={`${sure} interval ${interval(lower, upper, beta)}`}
            tone="benchmark"
          >
            {name} moved {percent(estimate / 100, 2)} for each 1% of {shortSymbol(term)}
            {betas.length > 1 && ", the others unchanged"}.
          </Figure>
        ))}
        <Figure
          label="Alpha a year"
          value={percent(regression.annualizedAlpha.arithmetic, 1)}
          range={`${sure} interval ${interval(alpha.lower, alpha.upper, yearly)}`}
          tone="portfolio"
        >
          Return beyond beta. Tested against 0: p {pValue(alpha.pValue)}.
        </Figure>
        <Figure label="R²" value={percent(regression.rSquared, 1)}>
          Share of the variance that {betas.length === 1 ? shortSymbol(betas[0].term) : "the benchmarks"} explain
          {betas.length === 1 ? "s" : ""}.
        </Figure>
        <Figure
          label="Hedge ratio"
          value={ratios.length === 1 ? beta(ratios[0].ratio) : `${ratios.length} legs`}
          tone="benchmark"
        >
          {sentence(ratios.map((ratio) => tradeOf(ratio, beta)).join(", "))} for each 1.00 held.
        </Figure>
        <Figure label="Variance removed" value={percent(effectiveness, 1)} tone="hedged">
          With hindsight, on the dates of the fit.
        </Figure>
        {Math.abs(left.estimate) < 1e-6 ? (
          <Figure
            label="Beta after the hedge"
            value="0"
            range={`${beta(Math.abs(left.estimate))} by rounding`}
            tone="hedged"
          >
            By algebra: the ratio was fitted on these very returns. It proves nothing about the next period.
          </Figure>
        ) : (
          <Figure label="Beta after the hedge" value={beta(left.estimate)} tone="hedged">
            To {shortSymbol(left.term)}: what {instrumentNames(numbers)} could not remove, on the dates of the fit.
          </Figure>
        )}
      </dl>
      <Warnings warnings={provenance.warnings} />
    </>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
