import { AnalysisError, formatDate } from "@hedgeql/core";
import type { PriceHistory } from "../../prices/price-history.ts";
import type { JointReturns } from "../joining/joint-returns.ts";
import type { Warning } from "../joining/warnings.ts";
import { refuseLogReturns } from "./hedge-checks.ts";

/** How money and shares are counted. */
export interface Sizing {
  /** What the portfolio is worth, in `currency`. */
  readonly value: number;
  /** Default: the one currency of the portfolio's assets. */
  readonly currency: string | null;
  readonly exchangeRates: readonly ExchangeRate[];
  readonly wholeShares: boolean;
  readonly lots: readonly Lot[];
}

export interface ExchangeRate {
  readonly currency: string;
  /** What one unit of it is worth in the portfolio's currency. */
  readonly rate: number;
}

export interface Lot {
  readonly symbol: string;
  readonly size: number;
}

/** What one share of a hedge instrument costs. */
export interface LegPrice {
  readonly symbol: string;
  /** In `currency`. */
  readonly price: number;
  readonly priceDate: number;
  readonly currency: string | null;
  readonly exchangeRate: number;
  readonly lotSize: number;
}

export interface LegPrices {
  readonly prices: readonly LegPrice[];
  /** Of the portfolio's value; null: not known, and taken to be the prices'. */
  readonly currency: string | null;
  readonly warnings: readonly Warning[];
}

/** Prices in hundredths, as sources quote them: pence, cents and agorot. */
const MINOR_UNITS: ReadonlyMap<string, string> = new Map([
  ["GBp", "GBP"],
  ["GBX", "GBP"],
  ["ZAc", "ZAR"],
  ["ILA", "ILS"],
]);

/**
 * The latest price of each hedge instrument, whichever period the analysis looks at: an adjusted close is the price that
 * was traded on the last date of its history alone.
 *
 * @throws AnalysisError `BAD_INPUT` for a currency without an exchange rate, or lots of something else.
 */
export function legPrices(joint: JointReturns, sizing: Sizing, today: number): LegPrices {
  refuseLogReturns(joint, "a hedge in shares");
  const { instrumentSymbols, histories } = joint;
  const named = (symbol: string) => instrumentSymbols.find((one) => one.toUpperCase() === symbol.toUpperCase());
  const stray = sizing.lots.find(({ symbol }) => named(symbol) === undefined);
  if (stray !== undefined) {
    const known = instrumentSymbols.join(", ");
    throw new AnalysisError("BAD_INPUT", `lots must be of hedge instruments (${known}), got ${stray.symbol}`, {
      symbol: stray.symbol,
    });
  }
  refuseTwice(
    sizing.lots.map((lot) => lot.symbol.toUpperCase()),
    "lots",
  );
  refuseTwice(
    sizing.exchangeRates.map((rate) => rate.currency),
    "exchangeRates",
  );
  const known = sizing.currency ?? portfolioCurrency(joint);
  const currency = known ?? currencyOfLegs(joint);
  refuseStrayRates(joint, sizing, currency);
  const prices = instrumentSymbols.map((symbol) => {
    const { prices, currency: own } = histories.find(({ id }) => id === symbol) as PriceHistory;
    const last = prices.dates.length - 1;
    return {
      symbol,
      price: prices.adjustedCloses[last],
      priceDate: prices.dates[last],
      currency: own,
      exchangeRate: exchangeRate(symbol, own, currency, sizing.exchangeRates),
      lotSize: sizing.lots.find((lot) => named(lot.symbol) === symbol)?.size ?? 1,
    };
  });
  return {
    prices,
    currency,
    warnings: [...unknownCurrency(prices, known), ...tradability(prices), ...age(prices, today)],
  };
}

function exchangeRate(symbol: string, from: string | null, to: string | null, rates: readonly ExchangeRate[]): number {
  const given = rates.find(({ currency }) => currency === from);
  if (given !== undefined) return given.rate;
  if (from === null || to === null || from === to) return 1;
  const [whole, hundredths] = [MINOR_UNITS.get(from), MINOR_UNITS.get(to)];
  const major = rates.find(({ currency }) => currency === whole);
  if (major !== undefined) return major.rate / 100;
  if (whole === to) return 1 / 100;
  if (hundredths === from) return 100;
  throw new AnalysisError(
    "BAD_INPUT",
    `${symbol} is priced in ${from} and the portfolio in ${to}: exchangeRates must say what one ${from} is worth in ${to}`,
    { symbol, currency: from },
  );
}

/** Null where the portfolio's assets have several, or none is known. What is priced in pence is worth pounds. */
function portfolioCurrency({ joined, histories }: JointReturns): string | null {
  const held = new Set(joined.inputs.slice(0, joined.held).map(({ label }) => label));
  const currencies = new Set(histories.filter(({ id }) => held.has(id)).map(({ currency }) => currency));
  const [currency] = currencies;
  if (currencies.size !== 1 || currency === null) return null;
  return MINOR_UNITS.get(currency) ?? currency;
}

/** A rate that nothing is priced in, or of the portfolio's own currency, is a slip. */
function refuseStrayRates(joint: JointReturns, { exchangeRates }: Sizing, currency: string | null): void {
  const { instrumentSymbols, histories } = joint;
  const priced = histories.filter(({ id }) => instrumentSymbols.includes(id)).map((leg) => leg.currency);
  const needed = new Set(priced.flatMap((one) => (one === null ? [] : [one, MINOR_UNITS.get(one) ?? one])));
  const stray = exchangeRates.find((rate) => !needed.has(rate.currency) || rate.currency === currency);
  if (stray === undefined) return;
  const why =
    stray.currency === currency
      ? "is the portfolio's own currency"
      : `is the currency of no hedge instrument (${[...needed].join(", ") || "not known"})`;
  throw new AnalysisError("BAD_INPUT", `exchangeRates: ${stray.currency} ${why}`, { currency: stray.currency });
}

/** Null where none is known. Without a currency of the portfolio there is none to turn several into. */
function currencyOfLegs({ instrumentSymbols, histories }: JointReturns): string | null {
  const legs = histories.flatMap(({ id, currency }) =>
    instrumentSymbols.includes(id) && currency !== null
      ? [{ id, currency: MINOR_UNITS.get(currency) ?? currency }]
      : [],
  );
  const other = legs.find(({ currency }) => currency !== legs[0].currency);
  if (other === undefined) return legs[0]?.currency ?? null;
  const priced = `${legs[0].id} is priced in ${legs[0].currency}, ${other.id} in ${other.currency}`;
  throw new AnalysisError("BAD_INPUT", `the currency of the portfolio's value must be given (currency): ${priced}`, {
    currencies: [legs[0].currency, other.currency],
  });
}

function refuseTwice(names: readonly string[], list: string): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice === undefined) return;
  throw new AnalysisError("BAD_INPUT", `${list} must name each once, ${twice} is there twice`, { name: twice });
}

function* unknownCurrency(prices: readonly LegPrice[], known: string | null): Iterable<Warning> {
  const unknown = prices.filter((leg) => leg.currency === null).map(({ symbol }) => symbol);
  if (known === null) {
    const of = [...new Set(prices.flatMap((leg) => leg.currency ?? []))].map((one) => MINOR_UNITS.get(one) ?? one);
    const message = `the portfolio's currency is not known: its value is taken to be in that of the hedge instruments (${of[0] ?? "not known either"})`;
    yield { code: "CURRENCY_UNKNOWN", message };
  } else if (unknown.length > 0) {
    const message = `the currency of ${unknown.join(", ")} is not known: its price is taken to be in ${known}`;
    yield { code: "CURRENCY_UNKNOWN", message };
  }
}

/** A weekend and some holidays. */
const OLD_AFTER_DAYS = 7;

/** An order is for today. */
function* age(prices: readonly LegPrice[], today: number): Iterable<Warning> {
  const old = prices.filter(({ priceDate }) => today - priceDate > OLD_AFTER_DAYS);
  if (old.length === 0) return;
  const listed = old.map(({ symbol, priceDate }) => `${symbol} of ${formatDate(priceDate)}`).join(", ");
  yield { code: "PRICES_OLD", message: `the latest prices are more than ${OLD_AFTER_DAYS} days old: ${listed}` };
}

function* tradability(prices: readonly LegPrice[]): Iterable<Warning> {
  const indices = prices.map(({ symbol }) => symbol).filter((symbol) => /^([a-z]+:)?\^/i.test(symbol));
  if (indices.length > 0) {
    const message = `${indices.join(", ")}: an index cannot be sold; hedge with a fund or a future on it (hedgeWith), whose price and lots are its own`;
    yield { code: "INDEX_NOT_TRADABLE", message };
  }
}
