import { DomainError } from "@hedgeql/core";

/** How much one request may ask for. The API's descriptions and messages name these. */
export const LIMITS = {
  /** Different symbols in one request, whichever way they are asked for. */
  symbolsPerRequest: 200,
  benchmarks: 20,
  hedgeInstruments: 20,
  holdings: 200,
  /** A portfolio's own returns: 30,000 days are 119 years. */
  returns: 30_000,
  /** Symbols of one screen. */
  screenSymbols: 5_000,
  /** The search for how much so many betas move takes a second or more on long series. */
  kalmanBenchmarks: 5,
  /** Observations times half the square of the coefficients, of windows that need a fit of their own: some seconds. */
  refittedValues: 100_000_000,
  /** Slopes of one regression by DIMSON: benchmarks times (lags + leads + 1). */
  dimsonSlopes: 60,
  /** Work of the hedges and walks of one request, as measured on one processor of 2024; others have their turns meanwhile. */
  workSeconds: 60,
  /** Estimators times lookbacks of one comparison. */
  comparedWalks: 60,
  droppedDates: 10_000,
  diagnosticLags: 1_000,
  influentialDates: 1_000,
} as const;

/** A request that asks for too much: the message names the limit, what it limits, and what was asked, if counted. */
export class LimitError extends DomainError {
  constructor(limit: number, what: string, actual?: number) {
    const got = actual === undefined ? "more" : actual;
    const counted = actual === undefined ? {} : { actual };
    super("LIMIT_EXCEEDED", `at most ${limit} ${what} are allowed, got ${got}`, { limit, what, ...counted });
  }
}

/** Throws a `LimitError` (`LIMIT_EXCEEDED`) when `actual` is more than `limit`. */
export function refuseMoreThan(limit: number, actual: number, what: string): void {
  if (actual > limit) throw new LimitError(limit, what, actual);
}
