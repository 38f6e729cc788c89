import { applyTransposedQ, factorize, solveR } from "../regression/householder.ts";
import type { ForwardPass } from "./forward-pass.ts";

/** What a whole sample says about the start δ of a {@link ForwardPass}, by least squares, for noise of variance 1. */
export interface Start {
  readonly estimates: Float64Array;
  /** R⁻¹, upper triangular, row-major: the covariance of the estimates is R⁻¹R⁻ᵀ. */
  readonly inverseRoot: Float64Array;
  /** Σ (innovation − effects·δ)²/variance at the estimates. */
  readonly squares: number;
  /** ln det RᵀR. */
  readonly logDeterminant: number;
}

/** Estimates the start. `room` holds at least (k + 1)·n numbers and is overwritten. */
export function estimateStart(pass: ForwardPass, room: Float64Array): Start {
  const n = pass.innovations.length;
  const k = pass.effects.length;
  const right = room.subarray(k * n, (k + 1) * n);
  for (let t = 0; t < n; t++) {
    const weight = 1 / Math.sqrt(pass.variances[t]);
    right[t] = pass.innovations[t] * weight;
    for (let j = 0; j < k; j++) room[j * n + t] = pass.effects[j][t] * weight;
  }
  const qr = factorize(room.subarray(0, k * n), n, k);
  applyTransposedQ(qr, right);
  let squares = 0;
  for (let t = k; t < n; t++) squares += right[t] * right[t];
  const inverseRoot = new Float64Array(k * k);
  let logDeterminant = 0;
  for (let j = 0; j < k; j++) {
    logDeterminant += 2 * Math.log(Math.abs(qr.diagonal[j]));
    const column = new Float64Array(k);
    column[j] = 1;
    solveR(qr, column).forEach((value, i) => {
      inverseRoot[i * k + j] = value;
    });
  }
  return { estimates: solveR(qr, right), inverseRoot, squares, logDeterminant };
}

/** The innovations that remain at the estimated start, into `errors`. */
export function innovationsFrom({ estimates }: Start, pass: ForwardPass, errors: Float64Array): void {
  errors.set(pass.innovations);
  pass.effects.forEach((column, j) => {
    const estimate = estimates[j];
    for (let t = 0; t < errors.length; t++) errors[t] -= column[t] * estimate;
  });
}
