import type { Numbers } from "../server/answers.ts";
import { count, figure, level, percent, pValue, shortSymbol } from "./formats.ts";
import { ScrollingTable } from "./scrolling-table.tsx";

type Regression = Numbers["regression"];

/** A regression as a table, and what goes with it. */
export function Coefficients({ label, regression }: { readonly label: string; readonly regression: Regression }) {
  const { covariance, confidence } = regression;
  const sure = level(confidence);
  return (
    <>
      <ScrollingTable
        label={label}
        columns={["Term", "Estimate", "Std. error", "t", "p", `${sure} from`, `${sure} to`]}
        rows={regression.coefficients.map(({ term, estimate, standardError, tStatistic, pValue: p, lower, upper }) => ({
          key: term,
          cells: [
            term === "alpha" ? "Alpha" : `Beta, ${shortSymbol(term)}`,
            figure(estimate, 5),
            figure(standardError, 4),
            figure(tStatistic, 4),
            pValue(p),
            figure(lower, 5),
            figure(upper, 5),
          ],
        }))}
      />
      <p className="hint">
        {count(regression.observations)} returns, {count(regression.degreesOfFreedom)} degrees of freedom; R²{" "}
        {percent(regression.rSquared, 2)}, adjusted {percent(regression.adjustedRSquared, 2)}; residual standard error{" "}
        {percent(regression.residualStandardError, 3)}; Durbin–Watson {figure(regression.durbinWatson, 4)}; standard
        errors {covariance.estimator}
        {covariance.lags !== null && ` with ${covariance.lags} lags`}. Alpha is a decimal a period.
      </p>
    </>
  );
}
