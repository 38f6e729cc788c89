import { AnalysisError } from "../errors.ts";
import type { CovarianceOptions } from "../regression/covariance-choice.ts";
import { type RegressionOptions, regress } from "../regression/regression.ts";
import type { BetaEstimate, EstimatorOptions } from "./beta-estimate.ts";

/** Which neighbours of a period to look at, and how to measure the uncertainty. */
export interface DimsonOptions extends EstimatorOptions {
  /** How many earlier periods of each regressor take part. Default 1. */
  readonly lags?: number;
  /** How many later ones. Default 1. */
  readonly leads?: number;
  /** The covariance estimator of the regression, whose own `lags` are another thing. Default classical. */
  readonly inference?: CovarianceOptions;
}

/**
 * Dimson's beta: the sum of the slopes on a regressor's lags and leads and on itself, in one regression, over the
 * periods in which all of them exist. For portfolios whose prices are stale, or whose exchange closes at another hour:
 * what the benchmark does today shows in part tomorrow. One estimate a regressor.
 *
 * Σ bₖ·x₍ₜ₊ₖ₎ = (Σ bₖ)·xₜ + Σ bₖ·(x₍ₜ₊ₖ₎ − xₜ): regressed on xₜ and on these differences, the sum is a coefficient like
 * any other, and has the standard error that the covariance matrix of the slopes gives it, whichever its estimator.
 * Bounds are Student's t with n − k degrees of freedom, n and k those of that regression.
 *
 * Source: E. Dimson, "Risk Measurement When Shares Are Subject to Infrequent Trading" (Journal of Financial Economics
 * 7, 1979). Where the benchmark's own returns follow each other the sum is biased (D. Fowler, C. Rorke, the same
 * journal, 12, 1983): see `scholesWilliams`.
 *
 * @throws AnalysisError as `regress`; `BAD_INPUT` when lags or leads are not whole numbers from 0 up;
 * `INSUFFICIENT_DATA` when the periods that have all their neighbours are too few.
 */
export function dimson(
  response: Float64Array,
  regressors: readonly Float64Array[],
  options: DimsonOptions = {},
): BetaEstimate[] {
  const { lags = 1, leads = 1, inference, ...own } = options;
  const terms = own.terms ?? regressors.map((_, j) => `x${j + 1}`);
  refuseCounts(lags, leads);
  regress(response, regressors, own); // for its checks, before the ends are cut off
  refuseTooFew(response.length, regressors.length, lags, leads);
  const columns: Float64Array[] = [];
  const names: string[] = [];
  regressors.forEach((regressor, j) => {
    const at = (shift: number) => regressor.subarray(lags + shift, regressor.length - leads + shift);
    const same = at(0);
    columns.push(same);
    names.push(terms[j]);
    for (let shift = -lags; shift <= leads; shift++) {
      if (shift === 0) continue;
      columns.push(at(shift).map((value, t) => value - same[t]));
      names.push(`${terms[j]} ${shift < 0 ? `lag ${-shift}` : `lead ${shift}`}`);
    }
  });
  const settings: RegressionOptions = { ...own, ...inference, terms: names };
  const { coefficients } = regress(response.subarray(lags, response.length - leads), columns, settings);
  return regressors.map((_, j) => {
    const { estimate, standardError, lower, upper } = coefficients[1 + j * (lags + leads + 1)];
    return { value: estimate, standardError, lower, upper };
  });
}

function refuseCounts(lags: number, leads: number): void {
  if (Number.isInteger(lags) && lags >= 0 && Number.isInteger(leads) && leads >= 0) return;
  throw new AnalysisError("BAD_INPUT", `lags and leads must be whole numbers from 0 up, got ${lags} and ${leads}`, {
    lags: String(lags),
    leads: String(leads),
  });
}

function refuseTooFew(observations: number, benchmarks: number, lags: number, leads: number): void {
  const slopes = benchmarks * (lags + leads + 1);
  const needed = lags + leads + slopes + 2;
  if (observations >= needed) return;
  throw new AnalysisError(
    "INSUFFICIENT_DATA",
    `${slopes} slopes on ${counted(lags, "lag")} and ${counted(leads, "lead")} need at least ${needed} observations, ` +
      `got ${observations}`,
    { observations, needed },
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
