import { read } from "./read-golden.ts";

// kalman.json as tests read it; kalman.py says what is in it.

/** The filter and the smoother at given noise, alpha first; only some `periods` are kept. */
export interface KalmanCase {
  readonly name: string;
  readonly y: number[];
  readonly x: number[][];
  readonly observation: number;
  /** The variances of the steps of alpha and the betas. */
  readonly steps: number[];
  /** How many periods it takes until the coefficients are determined. */
  readonly diffusePeriods: number;
  readonly logLikelihood: number;
  readonly periods: number[];
  /** A row a period. */
  readonly filtered: number[][];
  readonly filteredErrors: number[][];
  readonly smoothed: number[][];
  readonly smoothedErrors: number[][];
  readonly maximum: KalmanMaximum | null;
}

/** The maximum of the likelihood that an optimiser found, and the filter's last coefficients there. */
export interface KalmanMaximum {
  readonly logLikelihood: number;
  readonly observation: number;
  readonly steps: number[];
  readonly lastStates: number[];
}

const file: { statsmodels: readonly KalmanCase[]; dense: readonly KalmanCase[] } = read("kalman.json");

/** By statsmodels, in doubles. */
export const kalmanCases = file.statsmodels;
/** By dense generalised least squares in 50 digits. */
export const denseKalmanCases = file.dense;
