import type { Interval } from "@hedgeql/core";
import { formatDate } from "@hedgeql/core";
import type { JointReturns } from "../analysis/joining/joint-returns.ts";

/** What the pictures of one analysis call its series: no two alike, for a legend tells them apart by name. */
export interface Labels {
  readonly portfolio: string;
  readonly hedged: string;
  readonly benchmarks: readonly string[];
  readonly instruments: readonly string[];
}

export function labelsOf({ portfolioSymbol, benchmarkSymbols, instrumentSymbols }: JointReturns): Labels {
  const symbol = portfolioSymbol ?? "portfolio";
  const taken = benchmarkSymbols.includes(symbol) || instrumentSymbols.includes(symbol);
  return {
    portfolio: taken ? `${symbol} (portfolio)` : symbol,
    hedged: "hedged",
    benchmarks: benchmarkSymbols,
    instruments: instrumentSymbols,
  };
}

const ADVERBS: Readonly<Record<Interval, string>> = { DAY: "daily", WEEK: "weekly", MONTH: "monthly" };
const NOUNS: Readonly<Record<Interval, string>> = { DAY: "day", WEEK: "week", MONTH: "month" };

export const adverbOf = (interval: Interval) => ADVERBS[interval];

/** "1 day", "21 days". */
export function periods(count: number, interval: Interval): string {
  return `${count.toLocaleString("en")} ${NOUNS[interval]}${count === 1 ? "" : "s"}`;
}

/** "daily returns", "monthly log excess returns". */
export function returnsOf({ interval, returnKind, riskFree }: JointReturns): string {
  const kind = returnKind === "LOG" ? " log" : "";
  return `${ADVERBS[interval]}${kind}${riskFree === null ? "" : " excess"} returns`;
}

/** "daily return", "monthly log excess return". */
export const returnOf = (joint: JointReturns) => returnsOf(joint).replace(/s$/, "");

/** "2013-05-13 to 2018-05-11". */
export function datesOf({ firstDate, lastDate }: JointReturns): string {
  return `${formatDate(firstDate)} to ${formatDate(lastDate)}`;
}

/** "2013-05-13 to 2018-05-11, 1,259 daily returns". */
export function sampleOf(joint: JointReturns): string {
  return `${datesOf(joint)}, ${joint.dates.length.toLocaleString("en")} ${returnsOf(joint)}`;
}

/** The same of what is held: the risk-free rate is in these returns. */
export const sampleOfWealth = (joint: JointReturns) => sampleOf({ ...joint, riskFree: null });

/** "A", "A and B", "A, B and C"; of many, the first three and how many more. */
export function listed(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} and ${shown[shown.length - 1]}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "; 1 benchmark is not drawn", "; 17 benchmarks are not drawn", and nothing of none. */
export function notDrawn(count: number, noun: string): string {
  if (count <= 0) return "";
  return `; ${count} ${noun}${count === 1 ? " is" : "s are"} not drawn`;
}

/** As a sentence: a capital in front and a full stop behind. */
export const sentence = (text: string) => `${capital(text)}.`;

/** Smaller shares are rounding, and 0 in words. */
const ROUNDING = 1e-12;

/** "28.5%", "−0.07%"; with two digits where so many decimals would be 0 and it is not. */
export function percent(value: number, digits: number): string {
  const text = number(100 * value, digits);
  if (Number(text) !== 0 || Math.abs(value) < ROUNDING) return `${text}%`;
  return `${(100 * value).toPrecision(2).replaceAll("-", "−")}%`;
}

/** From here on numbers are written with three digits and an exponent. */
const LARGE = 1e7;

/** With so many decimals, a true minus, and no "−0.00". */
export function number(value: number, digits: number): string {
  const text = Math.abs(value) < LARGE ? value.toFixed(digits) : value.toPrecision(3);
  return (Number(text) === 0 ? text.replace("-", "") : text).replaceAll("-", "−");
}

/** A beta: four decimals where it is of usual size, four digits where it is not. */
export function betaText(value: number): string {
  const size = Math.abs(value);
  if (size < 1e-9) return "0";
  if (size < 0.001 || size >= 1000) return value.toPrecision(3).replaceAll("-", "−");
  return number(value, size >= 10 ? 2 : 4);
}

/** Of a 95 % interval: "95% interval 0.9063 to 1.0805". */
export function intervalText(confidence: number, lower: number, upper: number, text = betaText): string {
  return `${Number((100 * confidence).toPrecision(6))}% interval ${text(lower)} to ${text(upper)}`;
}
