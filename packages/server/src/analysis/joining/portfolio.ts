import { AnalysisError, grossWeight, type ReturnSeries, returnSeries } from "@hedgeql/core";
import { LIMITS, refuseMoreThan } from "../limits.ts";

/** A portfolio as a caller describes it: exactly one of the three. */
export interface PortfolioInput {
  readonly symbol?: string | null | undefined;
  readonly holdings?: readonly HoldingInput[] | null | undefined;
  readonly returns?: ReturnsInput | null | undefined;
}

/** Returns by date, from wherever the caller has them. */
export interface ReturnsInput {
  readonly dates: readonly number[];
  readonly values: readonly number[];
}

export interface HoldingInput {
  readonly symbol: string;
  readonly weight?: number | null | undefined;
  readonly shares?: number | null | undefined;
}

/** A portfolio that is known to be well-formed. */
export type Portfolio =
  | { readonly kind: "symbol"; readonly symbols: readonly [string] }
  | { readonly kind: "weights"; readonly symbols: readonly string[]; readonly weights: readonly number[] }
  | { readonly kind: "shares"; readonly symbols: readonly string[]; readonly shares: readonly number[] }
  | { readonly kind: "returns"; readonly symbols: readonly []; readonly returns: ReturnSeries };

/** Above this the weights are percentages taken for fractions: `60` is 6,000 % of the portfolio. */
const MAX_GROSS_WEIGHT = 10;

/** Checks what the API's types cannot say; throws `BAD_INPUT`. */
export function readPortfolio({ symbol, holdings, returns }: PortfolioInput): Portfolio {
  if (symbol != null) return { kind: "symbol", symbols: [symbol] };
  if (holdings != null) return readHoldings(holdings);
  if (returns != null) return { kind: "returns", symbols: [], returns: readReturns(returns, "a portfolio's returns") };
  throw new AnalysisError("BAD_INPUT", "a portfolio must be one of symbol, holdings or returns, got none of them");
}

function readHoldings(holdings: readonly HoldingInput[]): Portfolio {
  if (holdings.length === 0) throw new AnalysisError("BAD_INPUT", "holdings must not be empty");
  const symbols = holdings.map(({ symbol }) => symbol);
  if (holdings.every(({ weight, shares }) => weight != null && shares == null)) {
    return { kind: "weights", symbols, weights: readWeights(holdings) };
  }
  if (holdings.every(({ weight, shares }) => weight == null && shares != null)) {
    return { kind: "shares", symbols, shares: holdings.map(({ shares }) => shares as number) };
  }
  const bad = holdings.find(({ weight, shares }) => (weight == null) === (shares == null)) ?? holdings[0];
  throw new AnalysisError(
    "BAD_INPUT",
    `holdings must be all by weight or all by shares, each with one of the two: see ${bad.symbol}`,
    { symbol: bad.symbol },
  );
}

function readWeights(holdings: readonly HoldingInput[]): number[] {
  const weights = holdings.map(({ weight }) => weight as number);
  const gross = grossWeight(weights);
  if (gross === 0) throw new AnalysisError("BAD_INPUT", "weights must not all be 0");
  if (gross <= MAX_GROSS_WEIGHT) return weights;
  const rule = `weights are fractions of the portfolio (0.6 is 60 %) of at most ${MAX_GROSS_WEIGHT} in total size`;
  throw new AnalysisError("BAD_INPUT", `${rule}, got ${gross}`, { grossWeight: gross, limit: MAX_GROSS_WEIGHT });
}

/** @param noun what messages call them */
export function readReturns({ dates, values }: ReturnsInput, noun: string): ReturnSeries {
  refuseMoreThan(LIMITS.returns, dates.length, "returns");
  if (dates.length === 0) throw new AnalysisError("BAD_INPUT", `${noun} must not be empty`);
  // −0 becomes 0: they are one question, and have one id.
  return returnSeries(
    Int32Array.from(dates),
    Float64Array.from(values, (value) => value + 0),
  );
}
