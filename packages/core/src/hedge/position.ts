import { AnalysisError } from "../errors.ts";

/** A hedge instrument and what a share of it costs. */
export interface LegOrder {
  /** The hedge ratio; positive is sold short. */
  readonly ratio: number;
  /** Of one share, or of one point of a future's index, in its own currency; above 0. */
  readonly price: number;
  /** The portfolio's currency for one unit of the price's; above 0, default 1. */
  readonly exchangeRate?: number;
  /** How many shares, or a future's multiplier of index points, trade as one lot; above 0, default 1. */
  readonly lotSize?: number;
}

/**
 * A leg of the hedge in money and in shares, all signed as the ratio: positive is sold short. notional = ratio · value
 * = shares · price · exchangeRate, shares = lots · lotSize. The exact ones are those of the ratio that was asked for.
 */
export interface SizedLeg {
  readonly ratio: number;
  /** In the portfolio's currency. */
  readonly notional: number;
  readonly shares: number;
  readonly lots: number;
  readonly exactRatio: number;
  readonly exactNotional: number;
  readonly exactShares: number;
}

/**
 * What to sell of each instrument to hedge a portfolio that is worth `value`, in its own currency. `whole`: in the
 * nearest whole number of lots, halves away from 0, each leg for itself; ratio and notional are then those of what is
 * sold. What the rounding leaves of the betas is `residualBetas` of these ratios.
 *
 * @throws AnalysisError `BAD_INPUT` when the value, a price, an exchange rate or a lot size is not a number above 0, a
 * ratio is not finite, a result leaves the range of doubles, or whole lots are more than doubles can count (2⁵³ − 1).
 */
export function sizeLegs(value: number, legs: readonly LegOrder[], whole: boolean): SizedLeg[] {
  checkPositive(value, "a portfolio's value");
  return legs.map((order, leg) => {
    checkOrder(order, { leg });
    return sizeLeg(value, order, whole, { leg });
  });
}

function checkOrder({ ratio, price, exchangeRate = 1, lotSize = 1 }: LegOrder, details: Details): void {
  if (!Number.isFinite(ratio)) throw badInput(`a hedge ratio must be a finite number, got ${ratio}`, details);
  checkPositive(price, "a price", details);
  checkPositive(exchangeRate, "an exchange rate", details);
  checkPositive(lotSize, "a lot size", details);
}

function sizeLeg(
  value: number,
  { ratio, price, exchangeRate = 1, lotSize = 1 }: LegOrder,
  whole: boolean,
  details: Details,
): SizedLeg {
  const exactRatio = ratio + 0; // + 0 here and below: no negative zero
  const exactNotional = ratio * value + 0;
  const exactShares = exactNotional / price / exchangeRate + 0;
  const exactLots = exactShares / lotSize + 0;
  const exact = { exactRatio, exactNotional, exactShares };
  if (!whole) {
    const sizes = { ratio: exactRatio, notional: exactNotional, shares: exactShares, lots: exactLots, ...exact };
    return checked(sizes, details);
  }
  const lots = nearestWhole(exactLots, details);
  const shares = lots * lotSize;
  const notional = shares * price * exchangeRate;
  return checked({ ratio: notional / value, notional, shares, lots, ...exact }, details);
}

/** What a hedge binds of a portfolio's money. */
export interface Exposure {
  /** Long and short alike: what the portfolio holds, and Σ|notional|. */
  readonly gross: number;
  /** Long less short: what the portfolio holds, − Σ notional. */
  readonly net: number;
}

/** What a portfolio holds by itself, as multiples of its value: long and short alike, and long less short. */
export interface Holding {
  readonly gross: number;
  readonly net: number;
}

/** A portfolio without short positions or cash. */
const FULLY_LONG: Holding = Object.freeze({ gross: 1, net: 1 });

/**
 * The exposure of a portfolio worth `value` and its hedge, in the portfolio's currency. A positive notional is short.
 *
 * @throws AnalysisError `BAD_INPUT` when the value is not a number above 0, a notional is not finite, or a result
 * leaves the range of doubles.
 */
export function exposure(
  value: number,
  legs: readonly Pick<SizedLeg, "notional">[],
  held: Holding = FULLY_LONG,
): Exposure {
  checkPositive(value, "a portfolio's value");
  let gross = value * held.gross;
  let net = value * held.net;
  legs.forEach(({ notional }, leg) => {
    if (!Number.isFinite(notional)) throw badInput(`a notional must be a finite number, got ${notional}`, { leg });
    gross += Math.abs(notional);
    net -= notional;
  });
  return checked({ gross, net });
}

/** The index of the leg at fault, if it is one. */
type Details = Readonly<Record<string, unknown>>;

/** Halves away from 0. */
function nearestWhole(lots: number, details: Details): number {
  const count = Math.round(Math.abs(lots));
  if (count > Number.MAX_SAFE_INTEGER && count < Infinity) {
    throw badInput(
      `a whole number of lots must be at most ${Number.MAX_SAFE_INTEGER} to be exact, got ${lots}`,
      details,
    );
  }
  return (lots < 0 ? -count : count) + 0;
}

function checkPositive(value: number, name: string, details?: Details): void {
  if (value > 0 && value < Infinity) return;
  throw badInput(`${name} must be a number above 0, got ${value}`, { ...details, value: String(value) });
}

function checked<Sizes extends object>(sizes: Sizes, details?: Details): Sizes {
  for (const [name, size] of Object.entries(sizes)) {
    if (!Number.isFinite(size)) throw badInput(`a size must stay in the range of doubles, ${name} is ${size}`, details);
  }
  return sizes;
}

function badInput(message: string, details?: Details): AnalysisError {
  return new AnalysisError("BAD_INPUT", message, details);
}
