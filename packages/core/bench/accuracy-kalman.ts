import { columnsOf } from "../golden/read-golden.ts";
import { denseKalmanCases, type KalmanCase, kalmanCases } from "../golden/read-kalman.ts";
import { kalmanFilter } from "../src/kalman/kalman-filter.ts";
import type { KalmanRegression } from "../src/kalman/kalman-regression.ts";
import { kalmanSmoother } from "../src/kalman/kalman-smoother.ts";
import { digitsOfError, type Family, FamilyTable } from "./accuracy-family.ts";

/** These cost what they are, as kalman.golden.test.ts says. */
const HARD: Readonly<Record<string, { readonly family: string; readonly floor: number }>> = {
  "the first regressors hardly differ": { family: "Kalman, twins at the start", floor: 9 },
  "a huge outlier": { family: "Kalman, outlier", floor: 10 },
};
/** Half a unit of the eighth decimal. */
const LIKELIHOOD_DECIMALS = -Math.log10(5e-9);

export function kalmanFamilies(): Family[] {
  return [
    ...familiesBy("mpmath", denseKalmanCases, 13),
    // It starts with large variances, and loses digits to them.
    ...familiesBy("statsmodels", kalmanCases, 10),
  ];
}

function familiesBy(judge: string, cases: readonly KalmanCase[], ordinary: number): readonly Family[] {
  const table = new FamilyTable(judge);
  for (const golden of cases) {
    const { name, y, x, observation, steps, logLikelihood } = golden;
    const [alpha, ...betas] = steps;
    const inputs = [Float64Array.from(y), columnsOf(x), { observation, alpha, betas }] as const;
    for (const [kind, result] of [
      ["filtered", kalmanFilter(...inputs)],
      ["smoothed", kalmanSmoother(...inputs)],
    ] as const) {
      const { family, floor } = HARD[name] ?? { family: `Kalman, ${kind}`, floor: ordinary };
      const { ofStates, ofErrors } = deviations(golden, result, kind);
      table.add(family, "states", floor, name, digitsOfError(ofStates));
      table.add(family, "standard errors", floor, name, digitsOfError(ofErrors));
      const missed = Math.abs((result.logLikelihood ?? Number.NaN) - logLikelihood);
      table.add("Kalman", "log-likelihood (decimals)", LIKELIHOOD_DECIMALS, name, digitsOfError(missed));
    }
  }
  return table.families;
}

/** The worst deviation of the states in standard errors, and that of the standard errors as a share of themselves. */
function deviations(golden: KalmanCase, result: KalmanRegression, kind: "filtered" | "smoothed") {
  let [ofStates, ofErrors] = [0, 0];
  const errors = [result.alphaStandardErrors, ...result.betaStandardErrors];
  golden.periods.forEach((t, row) => {
    [result.alpha, ...result.betas].forEach((states, j) => {
      const expected = golden[`${kind}Errors`][row][j];
      ofStates = Math.max(ofStates, Math.abs(states[t] - golden[kind][row][j]) / expected);
      ofErrors = Math.max(ofErrors, Math.abs(errors[j][t] / expected - 1));
    });
  });
  return { ofStates, ofErrors };
}
