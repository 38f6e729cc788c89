import { AnalysisError } from "../errors.ts";
import type { ReturnKind } from "./returns.ts";

/** An annual rate above this was meant in per cent. */
const HIGHEST_RATE = 1;

/**
 * The rate a period that compounds to an annual one over `periodsPerYear` periods: (1 + R)^(1/s) − 1, or ln(1 + R)/s
 * beside log returns. Both rates are decimals: 0.05 is 5 %.
 *
 * @throws AnalysisError `BAD_INPUT` for a rate that is not above −1 and at most 1 (100 % a year).
 */
export function periodRate(annualRate: number, periodsPerYear: number, kind: ReturnKind): number {
  if (!(annualRate > -1 && annualRate <= HIGHEST_RATE)) {
    throw new AnalysisError(
      "BAD_INPUT",
      `an annual rate must be a decimal (0.05 is 5 %) above -1 and at most ${HIGHEST_RATE}, got ${annualRate}`,
      { annualRate: String(annualRate) },
    );
  }
  const logRate = Math.log1p(annualRate) / periodsPerYear;
  return kind === "LOG" ? logRate : Math.expm1(logRate);
}

/**
 * The annual return that compounds to what the returns of some periods compound to: exp(s · mean of ln(1 + r)) − 1. A
 * decimal; −1 where everything was lost. Null where a return is below −1, or there is none: then nothing compounds.
 */
export function annualizedReturn(returns: Float64Array, periodsPerYear: number, kind: ReturnKind): number | null {
  if (returns.length === 0) return null;
  let sum = 0;
  for (const value of returns) sum += kind === "LOG" ? value : Math.log1p(value);
  const annual = Math.expm1((sum / returns.length) * periodsPerYear);
  return Number.isFinite(annual) ? annual : null;
}

/** The volatility a year of returns with this variance a period: √(variance · s). A decimal. */
export function annualVolatility(variance: number, periodsPerYear: number): number {
  return Math.sqrt(variance * periodsPerYear);
}
