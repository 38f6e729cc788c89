import { AnalysisError } from "../errors.ts";
import { checkedRange } from "../regression/column-check.ts";
import { applyTransposedQ, factorize, type HouseholderQr, solveR } from "../regression/householder.ts";
import { centredFactor } from "./centred-factor.ts";
import { type MinimumNormSolver, minimumNormSolver, RANK_TOLERANCE } from "./minimum-norm.ts";
import { residualBetas } from "./residual-betas.ts";
import { checkReturns } from "./returns-check.ts";

/** The ratios of some hedge instruments and what they do to a portfolio's betas. */
export interface NeutralHedge {
  /** One an instrument: how much of it is sold short per unit of the portfolio; negative is bought. */
  readonly ratios: readonly number[];
  /** One a benchmark: what is left of β − target; 0, exactly or by rounding, where the instruments suffice. */
  readonly residualBetas: readonly number[];
  /** How many independent hedges the instruments are. */
  readonly rank: number;
  /** Whether the instruments did not determine the ratios, and those of smallest Euclidean norm were taken. */
  readonly minimumNorm: boolean;
}

export interface NeutralOptions {
  /** The betas that the hedged portfolio is to have, one a benchmark. Default 0. */
  readonly targets?: readonly number[];
  /** Whether to take the smallest ratios where the instruments leave a choice, instead of refusing. Default false. */
  readonly minimumNorm?: boolean;
  /** The instruments' names, for messages. Default `x1`, `x2`, ... */
  readonly terms?: readonly string[];
  /**
   * Hedges repeat each other where a singular value, of their systematic returns scaled to one volatility, is below
   * this share of the largest; an instrument of which the benchmarks cancel to less than this share does not move with
   * them. From 1e-12 to below 1; default 1e-7.
   */
  readonly tolerance?: number;
  /** How far each return of the benchmarks may be off, absolutely: `RETURN_ROUNDING` for those of prices. Default 0. */
  readonly rounding?: number;
}

/** Each takes some 9 digits off the error, so that the third is for nothing but the last rounding. */
const REFINEMENTS = 3;

/**
 * The hedge ratios h that bring a portfolio's `betas` to the targets: β − Σ hⱼ · betas of instrument j = target.
 * `instrumentBetas` has a row an instrument, and in it a beta a benchmark; the instruments may be others than the
 * benchmarks (measure against the index, sell the fund). `benchmarks` are returns, decimals a period.
 *
 * - As many instruments as benchmarks: the one solution. For the benchmarks themselves it is β − target, bit for bit.
 * - Fewer: not every beta can be removed. Taken are the ratios that leave the least systematic variance, bᵀΣb of the
 *   betas b that are left, Σ the benchmarks' sample covariance: it does not depend on the units of the benchmarks. With
 *   betas of ordinary least squares over the same periods they are those of two-stage least squares, of the portfolio
 *   on the instruments with the benchmarks as instrumental variables (H. Theil 1953; J. Wooldridge, "Econometric
 *   Analysis of Cross Section and Panel Data", 2nd edition, section 5.2), where the targets are 0.
 * - More, or such as repeat each other: many ratios do the same. They are refused, or the smallest are taken, see
 *   {@link minimumNormSolver}; an instrument that does not move with the benchmarks is then left alone.
 *
 * @throws AnalysisError
 * - `BAD_INPUT`: no instrument, counts or lengths that differ, a value that is not finite (`details.observation` is its
 *   index in a benchmark), an instrument's largest beta or a benchmark's largest return beyond 1e100 or below 1e-100
 *   (not 0) in size, a tolerance that is not from 1e-12 to below 1, or ratios that leave the range of doubles;
 * - `INSUFFICIENT_DATA`: no more observations than benchmarks;
 * - `SINGULAR_BENCHMARKS`: without `minimumNorm`, instruments that do not determine the ratios (`details`: `terms`).
 */
export function neutralRatios(
  betas: readonly number[],
  instrumentBetas: readonly (readonly number[])[],
  benchmarks: readonly Float64Array[],
  options: NeutralOptions = {},
): NeutralHedge {
  const { targets, minimumNorm = false, tolerance = RANK_TOLERANCE, rounding = 0 } = options;
  const terms = options.terms ?? instrumentBetas.map((_, j) => `x${j + 1}`);
  let ratios: readonly number[] = instrumentBetas.map(() => 0);
  let left = residualBetas(betas, instrumentBetas, ratios, targets);
  checkBenchmarks(benchmarks, betas.length);
  checkInstruments(instrumentBetas, terms);
  const weights = centredFactor(benchmarks, rounding).columns;
  const hedges = minimumNormSolver(
    instrumentBetas.map((row) => systematicPart(weights, row, tolerance)),
    tolerance,
  );
  const determined = hedges.rank === instrumentBetas.length;
  if (!determined && !minimumNorm) throw undetermined(hedges, terms, benchmarks.length);
  const solve =
    determined && hedges.rank === betas.length
      ? exactSolver(instrumentBetas, weights)
      : (wanted: readonly number[]) => hedges.solve(combination(weights, wanted));
  for (let step = 0; step < REFINEMENTS; step++) {
    const change = solve(left);
    ratios = ratios.map((ratio, j) => ratio + change[j]);
    if (!ratios.every(Number.isFinite)) throw outOfRange(ratios);
    left = residualBetas(betas, instrumentBetas, ratios, targets);
  }
  return { ratios, residualBetas: left, rank: hedges.rank, minimumNorm: !determined };
}

/** What moves an instrument, in the metric of the benchmarks' covariance; 0 where they cancel but for rounding. */
function systematicPart(weights: readonly Float64Array[], row: readonly number[], tolerance: number): Float64Array {
  const part = combination(weights, row);
  const gross = row.reduce((sum, beta, i) => sum + Math.abs(beta) * Math.hypot(...weights[i]), 0);
  return Math.hypot(...part) <= tolerance * gross ? part.fill(0) : part;
}

/** Solves Σ hⱼ · betas of instrument j = wanted, for as many independent instruments as benchmarks. */
function exactSolver(
  instrumentBetas: readonly (readonly number[])[],
  weights: readonly Float64Array[],
): (wanted: readonly number[]) => Float64Array {
  const count = instrumentBetas.length;
  // Powers of two for volatilities: units that differ cost no digits, and betas of 1 and 0 none at all.
  const volatilities = weights.map((column) => Math.hypot(...column));
  const least = Math.min(...volatilities);
  const scales = volatilities.map((volatility) => 2 ** Math.round(Math.log2(volatility / least)));
  const scaled = (row: readonly number[]) => row.map((beta, i) => beta * scales[i]);
  const qr: HouseholderQr = factorize(Float64Array.from(instrumentBetas.flatMap(scaled)), count, count);
  return (wanted) => {
    const rotated = Float64Array.from(scaled(wanted));
    applyTransposedQ(qr, rotated);
    return solveR(qr, rotated);
  };
}

function combination(columns: readonly Float64Array[], factors: readonly number[]): Float64Array {
  return columns[0].map((_, i) => columns.reduce((sum, column, j) => sum + factors[j] * column[i], 0));
}

function checkInstruments(instrumentBetas: readonly (readonly number[])[], terms: readonly string[]): void {
  if (instrumentBetas.length === 0) {
    throw new AnalysisError("BAD_INPUT", "a hedge needs at least 1 instrument, got 0");
  }
  if (terms.length !== instrumentBetas.length) {
    throw new AnalysisError(
      "BAD_INPUT",
      `a hedge needs one term an instrument, got ${terms.length} terms and ${instrumentBetas.length} instruments`,
      { terms: terms.length, instruments: instrumentBetas.length },
    );
  }
  instrumentBetas.forEach((row, j) => {
    checkedRange(Float64Array.from(row), `the betas of ${terms[j]}`);
  });
}

function checkBenchmarks(benchmarks: readonly Float64Array[], betas: number): void {
  if (benchmarks.length === 0) throw new AnalysisError("BAD_INPUT", "a hedge needs at least 1 benchmark, got 0");
  if (benchmarks.length !== betas) {
    throw new AnalysisError(
      "BAD_INPUT",
      `a hedge needs one beta a benchmark, got ${betas} betas and ${benchmarks.length} benchmarks`,
      { betas, benchmarks: benchmarks.length },
    );
  }
  const lengths = benchmarks.map(({ length }) => length);
  const observations = lengths[0];
  if (lengths.some((length) => length !== observations)) {
    throw new AnalysisError("BAD_INPUT", `benchmarks must be of one length, got ${lengths.join(", ")}`, { lengths });
  }
  const needed = betas + 1;
  if (observations < needed) {
    throw new AnalysisError(
      "INSUFFICIENT_DATA",
      `the covariance of ${betas} benchmarks needs at least ${needed} observations, got ${observations}`,
      { observations, needed },
    );
  }
  benchmarks.forEach((values, i) => {
    checkReturns(values, `benchmark ${i + 1}`);
  });
}

function undetermined(
  { zeroColumns, dependentColumns }: MinimumNormSolver,
  terms: readonly string[],
  benchmarks: number,
): AnalysisError {
  const still = zeroColumns.map((j) => terms[j]);
  const alike = dependentColumns.map((j) => terms[j]);
  const message =
    still.length > 0
      ? `a hedge instrument must move with the benchmarks, ${still.join(", ")} does not; ` +
        "minimumNorm would leave it alone, with a ratio of 0"
      : `${causeOf(alike, terms, benchmarks)}, so their ratios are not determined; ` +
        "minimumNorm would spread the hedge over them";
  return new AnalysisError("SINGULAR_BENCHMARKS", message, { terms: still.length > 0 ? still : alike });
}

function causeOf(alike: readonly string[], terms: readonly string[], benchmarks: number): string {
  if (terms.length <= benchmarks) return `the hedges by ${alike.join(", ")} repeat each other`;
  const neutral = benchmarks === 1 ? "1 benchmark" : `${benchmarks} benchmarks`;
  return `${terms.length} hedge instruments (${terms.join(", ")}) are more than ${neutral} need`;
}

function outOfRange(ratios: readonly number[]): AnalysisError {
  return new AnalysisError("BAD_INPUT", `hedge ratios must stay in the range of doubles, got ${ratios.join(", ")}`);
}
