import { annualizedReturn } from "../series/annual-rates.ts";
import type { ReturnKind } from "../series/returns.ts";
import type { UndefinedQuantity } from "./fitted-regression.ts";

/**
 * Alpha by the year, three ways that answer three questions. Decimals: 0.05 is 5 % a year.
 *
 * - `arithmetic`: alpha · s, s the periods a year: what a portfolio that is brought back to one size earns in a year;
 * - `compounded`: (1 + alpha)^s − 1 (with log returns e^(alpha · s) − 1): what it earns when gains stay in;
 *   null for an alpha of −1 or less;
 * - `jensen`: Rp − Rf − Σ betaᵢ(Rᵢ − Rf) on annualised returns (M. Jensen, Journal of Finance 23, 1968): what was earned
 *   beyond a fair reward for beta; null where a return is below −1, so that nothing compounds, and
 *   where the result leaves the range of doubles.
 */
export interface AnnualizedAlpha {
  readonly arithmetic: number;
  readonly compounded: number | null;
  readonly jensen: number | null;
  /** Each that is null, and why. */
  readonly undefinedQuantities: readonly UndefinedQuantity[];
}

const NO_COMPOUNDING = "a return of -1 or less leaves nothing that compounds, or growth leaves the range of doubles";

/** What alpha is annualised from. Returns are total ones, with the risk-free rate in them. */
export interface AlphaFacts {
  readonly alpha: number;
  readonly betas: readonly number[];
  readonly portfolio: Float64Array;
  readonly benchmarks: readonly Float64Array[];
  /** The risk-free rate of each period; null: 0. */
  readonly riskFree: Float64Array | null;
  readonly kind: ReturnKind;
  readonly periodsPerYear: number;
}

export function annualizedAlpha(facts: AlphaFacts): AnnualizedAlpha {
  const { alpha, kind, periodsPerYear } = facts;
  const logAlpha = kind === "LOG" ? alpha : Math.log1p(alpha);
  const undefinedQuantities: UndefinedQuantity[] = [];
  const known = (quantity: string, value: number | null) => {
    if (value !== null && Number.isFinite(value)) return value;
    undefinedQuantities.push({ quantity, reason: NO_COMPOUNDING });
    return null;
  };
  return {
    arithmetic: alpha * periodsPerYear,
    compounded: known("compounded", logAlpha > -Infinity ? Math.expm1(logAlpha * periodsPerYear) : null),
    jensen: known("jensen", jensen(facts)),
    undefinedQuantities,
  };
}

/** Null where a return is below −1; may be infinite. */
function jensen({ betas, portfolio, benchmarks, riskFree, kind, periodsPerYear }: AlphaFacts): number | null {
  const annual = (returns: Float64Array) => annualizedReturn(returns, periodsPerYear, kind);
  const free = riskFree === null ? 0 : annual(riskFree);
  const earned = annual(portfolio);
  if (earned === null || free === null) return null;
  let alpha = earned - free;
  for (let i = 0; i < betas.length; i++) {
    const benchmark = annual(benchmarks[i]);
    if (benchmark === null) return null;
    alpha -= betas[i] * (benchmark - free);
  }
  return alpha;
}
