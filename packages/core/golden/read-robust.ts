import { read } from "./read-golden.ts";

// robust.json as tests read it; robust.py and sandwich.R say what is in it.

/** A regression under one covariance, as statsmodels reports it. Matrices by rows, alpha first. */
export interface RobustTable {
  readonly covariance: number[][];
  readonly standardErrors: number[];
  readonly tStatistics: number[];
  readonly pValues: number[];
  readonly lower: number[];
  readonly upper: number[];
  readonly fStatistic: number;
  readonly fPValue: number;
}

export interface RobustCase {
  readonly name: string;
  readonly y: number[];
  readonly x: number[][];
  readonly HC: Readonly<Record<"HC0" | "HC1" | "HC2" | "HC3", RobustTable>>;
  readonly HAC: readonly (RobustTable & { readonly lags: number; readonly smallSample: boolean })[];
  /** The same covariances by R. */
  readonly sandwich: {
    readonly HC: Readonly<Record<"HC0" | "HC1" | "HC2" | "HC3", number[][]>>;
    readonly HAC: readonly { readonly lags: number; readonly plain: number[][]; readonly adjusted: number[][] }[];
  };
}

export const robustCases: readonly RobustCase[] = read("robust.json").cases;
