const LOCALE = "en-GB";
const MINUS = "−";

const dateFormat = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const countFormat = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });

const withMinus = (text: string) => text.replace(/^-/, MINUS);

/** A share or a rate as per cent; "not defined" for null. */
export function percent(value: number | null | undefined, digits = 1): string {
  if (value == null || !Number.isFinite(value)) return "not defined";
  const format = new Intl.NumberFormat(LOCALE, {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const text = format.format(value);
  return /^-0([.,]0*)?%$/.test(text) ? text.slice(1) : withMinus(text);
}

/** A beta or a ratio: four decimals, as many as a hedge needs; what is zero but for rounding in powers of ten. */
export function beta(value: number | null | undefined): string {
  if (value == null || !Number.isFinite(value)) return "not defined";
  if (value !== 0 && Math.abs(value) < 0.00005) return scientific(value);
  return withMinus(value.toFixed(Math.abs(value) >= 1000 ? 1 : 4));
}

function scientific(value: number): string {
  const [mantissa, exponent] = value.toExponential(1).split("e");
  return `${withMinus(mantissa)} × 10${superscript(String(Number(exponent)))}`;
}

function superscript(digits: string): string {
  return digits.replace("-", "⁻").replaceAll(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]);
}

/** How sure an interval is, "95%" or "97.5%": with as many digits as were asked for. */
export function level(confidence: number): string {
  return `${Number((100 * confidence).toPrecision(6))}%`;
}

/** The two ends of an interval, by the format of the number it is of. */
export function interval(
  lower: number | null | undefined,
  upper: number | null | undefined,
  format: (value: number) => string,
): string {
  return lower == null || upper == null ? "not defined" : `${format(lower)} to ${format(upper)}`;
}

/** A number of a table: significant digits enough to compare, none that pretend. */
export function figure(value: number | null | undefined, digits = 4): string {
  if (value == null || !Number.isFinite(value)) return "–";
  if (value !== 0 && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e7)) return scientific(value);
  return withMinus(new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: digits }).format(value));
}

/** A p-value: three decimals, and below them that it is less. */
export function pValue(value: number | null | undefined): string {
  if (value == null) return "–";
  return value < 0.001 ? "< 0.001" : value.toFixed(3);
}

export function count(value: number): string {
  return withMinus(countFormat.format(value));
}

/** Money without its decimals from a thousand on. */
export function money(value: number, currency: string | null | undefined): string {
  const digits = Math.abs(value) < 1000 ? 2 : 0;
  const format = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${withMinus(format.format(value))}${currency == null ? "" : `\u00A0${currency}`}`;
}

/** A trading date of the API, `2018-05-11`, as `11 May 2018`. */
export function date(text: string): string {
  const parsed = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) ? text : dateFormat.format(parsed);
}

/** A symbol as a title has it: without the prefix that names its source. */
export function shortSymbol(symbol: string): string {
  return symbol.replace(/^(sample|csv):/, "");
}

/** `A`, `A and B`, `A, B and C`. */
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** `1 return`, `2 returns`. */
export function plural(number: number, word: string): string {
  return `${count(number)} ${word}${number === 1 ? "" : "s"}`;
}
