import { read } from "./read-golden.ts";

// hedge.json as tests read it; hedge.py says what made it.

export interface SingularValuesCase {
  readonly name: string;
  readonly rows: number[][];
  /** The largest first. */
  readonly values: number[];
}

/** Ratios from betas: one a row of `instrumentBetas`, of smallest norm where there are several. */
export interface HedgeCase {
  readonly name: string;
  readonly betas: number[];
  readonly instrumentBetas: number[][];
  readonly targets: number[];
  readonly benchmarks: number[][];
  readonly ratios: number[];
  readonly rank: number;
}

/** Ratios from returns alone: two-stage least squares. */
export interface TwoStageCase {
  readonly name: string;
  readonly portfolio: number[];
  readonly instruments: number[][];
  readonly benchmarks: number[][];
  readonly ratios: number[];
}

/** Betas of smallest norm. */
export interface MinimumNormCase {
  readonly name: string;
  readonly y: number[];
  readonly x: number[][];
  readonly betas: number[];
  readonly alpha: number;
  readonly rank: number;
}

const file: {
  readonly singularValues: readonly SingularValuesCase[];
  readonly hedges: readonly HedgeCase[];
  readonly twoStage: readonly TwoStageCase[];
  readonly betas: readonly MinimumNormCase[];
} = read("hedge.json");

export const singularValuesCases = file.singularValues;
export const hedgeCases = file.hedges;
export const twoStageCases = file.twoStage;
export const minimumNormCases = file.betas;
