import { formatDate, type Interval, medianGap } from "@hedgeql/core";
import type { PriceHistory } from "../../prices/price-history.ts";
import type { OwnReturnsUse } from "./own-returns-use.ts";
import type { Portfolio } from "./portfolio.ts";

export type WarningCode =
  | "CURRENCIES_DIFFER"
  | "STALE_PRICES"
  | "WEIGHTS_NOT_ONE"
  | "SPARSE_DATES"
  | "INCOMPLETE_PERIOD"
  | "FEW_OBSERVATIONS"
  | "RETURNS_MOVED"
  | "RETURNS_MERGED"
  | "RETURNS_LEFT_OUT"
  | "CURRENCY_UNKNOWN"
  | "RISK_FREE_SHORTENS"
  | "HISTORY_ENDS_EARLY"
  | "PRICE_UNCHANGED"
  | "STRUCTURAL_BREAK"
  | "INDEX_NOT_TRADABLE"
  | "WEAK_HEDGE"
  | "HEDGE_ROUNDS_TO_NOTHING"
  | "PRICES_OF_DIFFERENT_DATES"
  | "REBALANCE_SKIPPED"
  | "MINIMUM_NORM"
  | "NEAR_COLLINEAR"
  | "LARGE_RATIOS"
  | "HEDGE_ADDS_RISK"
  | "HISTORY_BEGINS_LATE"
  | "PRICES_OLD"
  | "WEIGHTS_DRIFTED"
  | "ROUNDING_LEAVES_BETA"
  | "CASH_BELOW_RISK_FREE"
  | "RETURNS_LIKE_PERCENT";

/** Something that makes an answer mean less than it seems to. */
export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
}

interface Facts {
  readonly portfolio: Portfolio;
  readonly histories: readonly PriceHistory[];
  /** The dates of the prices that went in. */
  readonly dates: Int32Array;
  readonly interval: Interval;
  /** How many running periods were left out at the end. */
  readonly incomplete: number;
  /** What became of the portfolio's own returns, where it was given by them. */
  readonly own: OwnReturnsUse | undefined;
  /** Each series of prices that was joined, on `dates`, and its last date inside the period. */
  readonly priced: readonly PricedColumn[];
  /** The first and the last date of what of the portfolio begins first and lasts longest, inside the period. */
  readonly portfolioSpan: DateSpan;
  /** The series of a risk-free rate that has dates, and the dates that the others share without it. */
  readonly riskFree: { readonly label: string; readonly dates: Int32Array; readonly others: Int32Array } | undefined;
}

interface PricedColumn {
  readonly label: string;
  readonly column: Float64Array;
  readonly span: DateSpan;
}

/** Day numbers; undefined where there is no date. */
export interface DateSpan {
  readonly first: number | undefined;
  readonly last: number | undefined;
}

/** Below this the normal approximations behind standard errors are poor. */
const FEW_OBSERVATIONS = 30;

/** Decimal weights such as 0.333 three times are meant to be whole. */
const WEIGHT_TOLERANCE = 0.005;

/** Above this, weights may have been meant as tenths or percents. */
const PERCENT_LIKE = 3;

/** The longest gap, in days, between neighbouring prices that still fits an interval, holidays included. */
export const USUAL_GAP: Record<Interval, number> = { DAY: 4, WEEK: 10, MONTH: 40 };

/** So many equal prices in a row are no market: trading was halted, or the source repeats itself. */
const UNCHANGED_RUN: Record<Interval, number> = { DAY: 10, WEEK: 5, MONTH: 4 };

const PERIOD_NAME: Record<Interval, string> = { DAY: "day", WEEK: "week", MONTH: "month" };

export function findWarnings(facts: Facts): Warning[] {
  return [
    ...staleness(facts),
    ...ownReturns(facts),
    ...percentLike(facts),
    ...currencies(facts),
    ...unknownCurrencies(facts),
    ...weights(facts),
    ...sparseness(facts),
    ...incompleteness(facts),
    ...endings(facts),
    ...unchanged(facts),
    ...riskFreeSpan(facts),
    ...fewness(facts),
  ];
}

function* staleness({ histories }: Facts): Iterable<Warning> {
  for (const { id, stale, retrievedAt } of histories) {
    if (stale === null || retrievedAt === null) continue;
    const message = `${id} is as it was stored at ${new Date(retrievedAt).toISOString()}: ${stale}`;
    yield { code: "STALE_PRICES", message };
  }
}

function* ownReturns({ own }: Facts): Iterable<Warning> {
  if (own === undefined) return;
  const of = `of the portfolio's ${own.given} returns`;
  if (own.moved > 0) {
    const message = `${own.moved} ${of} are dated on a weekend, and count on the session before it`;
    yield { code: "RETURNS_MOVED", message };
  }
  if (own.merged > 0) {
    const message = `${own.merged} ${of} are on dates without prices of every benchmark, and are compounded into the next`;
    yield { code: "RETURNS_MERGED", message };
  }
  if (own.leftOut > 0) {
    const message = `${own.leftOut} ${of} are left out: outside the benchmarks' prices, or the first, whose start is not known`;
    yield { code: "RETURNS_LEFT_OUT", message };
  }
}

/** Half of the returns larger than this are no stock's; they were meant in per cent. */
const PERCENT_LIKE_RETURN: Record<Interval, number> = { DAY: 0.1, WEEK: 0.2, MONTH: 0.4 };

function* percentLike({ portfolio, interval }: Facts): Iterable<Warning> {
  if (portfolio.kind !== "returns") return;
  const sizes = portfolio.returns.values.map(Math.abs).sort();
  const median = sizes[sizes.length >>> 1];
  if (median <= PERCENT_LIKE_RETURN[interval]) return;
  const message = `half of the portfolio's returns are larger than ${Number(median.toPrecision(3))} in size: returns are fractions, 0.01 is 1 %`;
  yield { code: "RETURNS_LIKE_PERCENT", message };
}

function* unknownCurrencies({ portfolio, histories }: Facts): Iterable<Warning> {
  if (portfolio.kind !== "shares") return;
  const unknown = histories.filter(({ currency }) => currency === null).map(({ id }) => id);
  if (unknown.length === 0 || histories.length === 1) return;
  const message = `the currency of ${unknown.join(", ")} is not known: shares are summed as if all prices were in one`;
  yield { code: "CURRENCY_UNKNOWN", message };
}

function* currencies({ histories }: Facts): Iterable<Warning> {
  const known = histories.filter(({ currency }) => currency !== null);
  if (new Set(known.map(({ currency }) => currency)).size < 2) return;
  const list = known.map(({ id, currency }) => `${id} in ${currency}`).join(", ");
  const message = `returns are in each asset's own currency (${list}): exchange rates are neither converted nor hedged`;
  yield { code: "CURRENCIES_DIFFER", message };
}

function* weights({ portfolio }: Facts): Iterable<Warning> {
  if (portfolio.kind !== "weights") return;
  const sum = portfolio.weights.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) <= WEIGHT_TOLERANCE) return;
  const rest = Number((1 - sum).toPrecision(6));
  const cash = rest > 0 ? `${rest} is held in cash that earns nothing` : `${-rest} is borrowed at no cost`;
  const meant = sum > PERCENT_LIKE ? "; weights are fractions, 0.06 is 6 %" : "";
  const message = `the weights sum to ${Number(sum.toPrecision(6))}, not 1: ${cash}${meant}`;
  yield { code: "WEIGHTS_NOT_ONE", message };
}

function* sparseness({ dates, interval }: Facts): Iterable<Warning> {
  const gap = medianGap(dates);
  if (gap <= USUAL_GAP[interval]) return;
  const message = `prices are ${gap} days apart (median), more than a ${PERIOD_NAME[interval]}: ask for a longer interval`;
  yield { code: "SPARSE_DATES", message };
}

function* incompleteness({ incomplete, interval, dates }: Facts): Iterable<Warning> {
  if (incomplete === 0 || dates.length === 0) return;
  const last = formatDate(dates[dates.length - 1]);
  const message = `the ${PERIOD_NAME[interval]} after ${last} is not over in this period, and is left out`;
  yield { code: "INCOMPLETE_PERIOD", message };
}

function* endings({ priced, portfolioSpan, interval }: Facts): Iterable<Warning> {
  for (const { label, span } of priced) {
    const early = (portfolioSpan.last ?? 0) - (span.last ?? Infinity);
    if (early > USUAL_GAP[interval]) {
      const message = `${label} has no prices after ${formatDate(span.last as number)}, ${early} days before the portfolio's last: nothing after that date is used`;
      yield { code: "HISTORY_ENDS_EARLY", message };
    }
    const late = (span.first ?? -Infinity) - (portfolioSpan.first ?? Infinity);
    if (late > USUAL_GAP[interval]) {
      const message = `${label} has no prices before ${formatDate(span.first as number)}, ${late} days after the portfolio's first: nothing before that date is used`;
      yield { code: "HISTORY_BEGINS_LATE", message };
    }
  }
}

function* unchanged({ priced, dates, interval }: Facts): Iterable<Warning> {
  for (const { label, column } of priced) {
    const { from, length } = longestRun(column);
    if (length < UNCHANGED_RUN[interval]) continue;
    const [first, last] = [dates[from], dates[from + length - 1]].map(formatDate);
    const message = `the price of ${label} is the same on ${length} dates in a row, ${first} to ${last}: was it traded?`;
    yield { code: "PRICE_UNCHANGED", message };
  }
}

/** The longest run of equal values: where it begins, and how many there are. */
function longestRun(values: Float64Array): { readonly from: number; readonly length: number } {
  let longest = { from: 0, length: 0 };
  let from = 0;
  for (let t = 1; t <= values.length; t++) {
    if (t < values.length && values[t] === values[from]) continue;
    if (t - from > longest.length) longest = { from, length: t - from };
    from = t;
  }
  return longest;
}

function* riskFreeSpan({ riskFree }: Facts): Iterable<Warning> {
  if (riskFree === undefined) return;
  const { label, dates, others } = riskFree;
  const [first, last] = [dates[0], dates[dates.length - 1]];
  if (first <= others[0] && last >= others[others.length - 1]) return;
  const spans = [first, last, others[0], others[others.length - 1]].map(formatDate);
  const message = `the sample is shorter for the risk-free rate: ${label}: ${spans[0]} to ${spans[1]}, the others: ${spans[2]} to ${spans[3]}`;
  yield { code: "RISK_FREE_SHORTENS", message };
}

function* fewness({ dates }: Facts): Iterable<Warning> {
  yield* fewObservations(Math.max(0, dates.length - 1), "observations");
}

/** @param noun what is counted, for the message */
export function fewObservations(count: number, noun: string): Warning[] {
  if (count >= FEW_OBSERVATIONS) return [];
  const message = `${count} ${noun} are few: standard errors and tests are rough below ${FEW_OBSERVATIONS}`;
  return [{ code: "FEW_OBSERVATIONS", message }];
}
