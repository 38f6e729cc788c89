import type { LeastSquaresFit } from "./least-squares-fit.ts";

/** What leaving each observation out would do, one entry an observation. */
export interface Deletion {
  /** 1 − hₜ, h the leverage: 0 where the observation alone determines a coefficient. */
  readonly complements: Float64Array;
  /** eₜ/(1 − hₜ): how far the response is from what the others predict. NaN where `complements` is 0. */
  readonly residuals: Float64Array;
}

/** Above this leverage 1 − h and the residual lose digits, and are taken from a fit of the others. k/0.9 at most are. */
const HIGH_LEVERAGE = 0.9;

/** Others that differ by the rounding of returns alone predict nothing: a bad tick of a million deviations leaves 1e−12. */
const NOTHING = 1e-20;

/** Leave-one-out residuals and leverages, accurate also for one wild observation (D. Belsley, E. Kuh, R. Welsch 1980). */
export function deletion(fit: LeastSquaresFit): Deletion {
  const residuals = fit.residuals().slice();
  const complements = fit.leverages();
  for (let t = 0; t < residuals.length; t++) {
    if (complements[t] < HIGH_LEVERAGE) {
      complements[t] = 1 - complements[t];
      residuals[t] /= complements[t];
    } else {
      [complements[t], residuals[t]] = predicted(fit, t);
    }
  }
  return { complements, residuals };
}

/** With v the weights by which the others predict observation t: 1/(1 + ‖v‖²), and the response less its prediction. */
function predicted(fit: LeastSquaresFit, t: number): [complement: number, residual: number] {
  const weights = fit.predictorOf(t);
  if (weights === null) return [0, Number.NaN];
  const { response } = fit;
  let squares = 0;
  let residual = response[t];
  for (let s = 0; s < weights.length; s++) {
    squares += weights[s] * weights[s];
    residual -= weights[s] * response[s < t ? s : s + 1];
  }
  const complement = 1 / (1 + squares);
  return complement > NOTHING ? [complement, residual] : [0, Number.NaN];
}
