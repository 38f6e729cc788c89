import { read } from "./read-golden.ts";

/** Rows: the arguments, then mpmath's value, then scipy's. */
export interface Tails {
  readonly normal: [number, number, number][];
  readonly quantile: [number, number, number][];
  readonly chiSquared: [number, number, number, number][];
  readonly kolmogorov: [number, number, number][];
}

export const tails: Tails = read("tails.json");
