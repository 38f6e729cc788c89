import { formatDate, type Interval } from "@hedgeql/core";
import type { PriceHistory } from "../prices/price-history.ts";
import type { Portfolio } from "./portfolio.ts";

export type WarningCode =
  | "CURRENCIES_DIFFER"
  | "STALE_PRICES"
  | "WEIGHTS_NOT_ONE"
  | "SPARSE_DATES"
  | "INCOMPLETE_PERIOD"
  | "FEW_OBSERVATIONS";

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
}

/** Below this the normal approximations behind standard errors are poor. */
const FEW_OBSERVATIONS = 30;

/** Decimal weights such as 0.333 three times are meant to be whole. */
const WEIGHT_TOLERANCE = 0.005;

/** The longest gap, in days, between neighbouring prices that still fits an interval, holidays included. */
const USUAL_GAP: Record<Interval, number> = { DAY: 4, WEEK: 10, MONTH: 40 };

const PERIOD_NAME: Record<Interval, string> = { DAY: "day", WEEK: "week", MONTH: "month" };

export function findWarnings(facts: Facts): Warning[] {
  return [
    ...staleness(facts),
    ...currencies(facts),
    ...weights(facts),
    ...sparseness(facts),
    ...incompleteness(facts),
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
  yield { code: "WEIGHTS_NOT_ONE", message: `the weights sum to ${Number(sum.toPrecision(6))}, not 1: ${cash}` };
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
  const message = `the ${PERIOD_NAME[interval]} after ${last} is not over in these prices, and was left out`;
  yield { code: "INCOMPLETE_PERIOD", message };
}

function* fewness({ dates }: Facts): Iterable<Warning> {
  const observations = Math.max(0, dates.length - 1);
  if (observations >= FEW_OBSERVATIONS) return;
  const message = `${observations} observations are few: standard errors and tests are rough below ${FEW_OBSERVATIONS}`;
  yield { code: "FEW_OBSERVATIONS", message };
}

function medianGap(dates: Int32Array): number {
  if (dates.length < 2) return 0;
  const gaps = Int32Array.from({ length: dates.length - 1 }, (_, i) => dates[i + 1] - dates[i]).sort();
  return gaps[gaps.length >> 1];
}
