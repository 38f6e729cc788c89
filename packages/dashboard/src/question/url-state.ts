import { isCalendarDate } from "./calendar-date.ts";
import { COVARIANCES, ESTIMATORS, type HoldingRow, INTERVALS, OPENING, type Question } from "./question.ts";

/** What an address says, and what in it could not be understood. */
export interface ReadAddress {
  readonly question: Question;
  readonly notices: readonly string[];
}

/** The texts of the form that stand in the address under the same name in words. */
const TEXTS = {
  start: "start",
  end: "end",
  lookback: "lookback",
  rebalanceEvery: "rebalance-every",
  tradingBps: "trading-bps",
  borrowRate: "borrow-rate",
  value: "value",
  confidence: "confidence",
  riskFree: "risk-free",
} as const satisfies Partial<Record<keyof Question, string>>;

/** The settings with a few values, each under its own name. */
const CHOICES = { interval: INTERVALS, estimator: ESTIMATORS, covariance: COVARIANCES } as const;
const choices = Object.keys(CHOICES) as (keyof typeof CHOICES)[];
const texts = Object.entries(TEXTS) as [keyof typeof TEXTS, string][];

const LONGEST_SYMBOL = 100;
const LONGEST_TEXT = 40;
const MOST_SYMBOLS = 20;
const MOST_HOLDINGS = 200;

/** The query string of a question, without its own returns: they go into the fragment, which no server sees. */
export function writeQuery(question: Question): string {
  const pairs: [string, string][] = [];
  if (question.portfolio === "symbol") pairs.push(["symbol", question.symbol]);
  else if (question.portfolio === "returns") pairs.push(["portfolio", "returns"]);
  else {
    pairs.push(["by", question.by]);
    for (const { symbol, amount } of question.holdings)
      pairs.push(["holding", `${amount.replaceAll(/\s+/g, "")} ${symbol}`]);
  }
  if (question.portfolio === "returns" && question.returns.leaveOut) pairs.push(["bad-rows", "leave-out"]);
  for (const symbol of question.benchmarks) pairs.push(["benchmark", symbol]);
  if (question.benchmarks.length === 0) pairs.push(["benchmark", ""]);
  for (const symbol of question.hedgeWith) pairs.push(["hedge-with", symbol]);
  for (const key of choices) if (question[key] !== OPENING[key]) pairs.push([key, question[key]]);
  for (const [key, name] of texts) if (question[key] !== OPENING[key]) pairs.push([name, question[key]]);
  if (question.compare) pairs.push(["compare", "yes"]);
  return `?${pairs.map(([name, value]) => `${name}=${encode(value)}`).join("&")}`;
}

/** Percent signs only where an address needs them: `sample:^GSPC` stays readable. */
function encode(value: string): string {
  return encodeURIComponent(value.toWellFormed())
    .replaceAll("%3A", ":")
    .replaceAll("%5E", "^")
    .replaceAll("%2C", ",")
    .replaceAll("%20", "+");
}

/** The question of a query string. What cannot be understood is said, and the default stands in its place. */
export function readQuery(query: string): ReadAddress {
  const notices: string[] = [];
  const given = new URLSearchParams(query);
  const say = (notice: string) => notices.length < 8 && notices.push(notice);
  const one = (name: string, longest: number): string | undefined => {
    const [value, second] = given.getAll(name);
    if (second !== undefined) say(`The address has ${name} more than once; the first counts.`);
    if (value === undefined || value.length <= longest) return value;
    say(`The address has a ${name} of ${value.length} characters; it is left out.`);
    return undefined;
  };
  const symbols = (name: string): string[] | undefined => {
    const all = given.getAll(name);
    if (all.length === 0) return undefined;
    const usable = [...new Set(all.map((symbol) => symbol.trim()))].filter(isSymbol).slice(0, MOST_SYMBOLS);
    if (all.some((symbol) => symbol !== "") && usable.length < all.length)
      say(
        `The address has a ${name} that is too long, not a symbol, given twice, or beyond ${MOST_SYMBOLS}; it is left out.`,
      );
    return usable;
  };

  const changes: Partial<Writable<Question>> = {};
  for (const key of choices) {
    const value = one(key, LONGEST_TEXT);
    if (value === undefined) continue;
    // It is one of the keys of the very record that types this choice.
    if (Object.hasOwn(CHOICES[key], value)) Object.assign(changes, { [key]: value });
    else say(`${key}=${value} is none of ${Object.keys(CHOICES[key]).join(", ")}; ${OPENING[key]} is used.`);
  }
  for (const [key, name] of texts) {
    const value = one(name, LONGEST_TEXT);
    if (value === undefined) continue;
    // A box for dates shows none that is not in the calendar, and so could not be mended.
    const isNoDate = (key === "start" || key === "end") && value !== "" && !isCalendarDate(value);
    if (isNoDate) say(`${name}=${value} is not a date in the calendar; it is left out.`);
    else changes[key] = value;
  }
  changes.benchmarks = symbols("benchmark") ?? OPENING.benchmarks;
  changes.hedgeWith = symbols("hedge-with") ?? [];
  changes.compare = one("compare", 10) === "yes";
  Object.assign(changes, readPortfolio(given, one, say));
  for (const name of new Set(given.keys()))
    if (!KNOWN.has(name)) say(`The address has ${name.slice(0, LONGEST_TEXT)}, which means nothing here.`);
  return { question: { ...OPENING, ...changes }, notices };
}

const KNOWN: ReadonlySet<string> = new Set([
  ...["symbol", "portfolio", "holding", "by", "bad-rows", "benchmark", "hedge-with", "compare"],
  ...Object.values(TEXTS),
  ...choices,
]);

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function readPortfolio(
  given: URLSearchParams,
  one: (name: string, longest: number) => string | undefined,
  say: (notice: string) => void,
): Partial<Question> {
  const ways = ["portfolio", "holding", "symbol"].filter((name) => given.has(name));
  if (ways.length > 1) say(`The address has ${ways.join(" and ")}; ${ways[0]} counts.`);
  if (given.has("portfolio")) {
    if (given.get("portfolio") !== "returns") say("portfolio can only be returns; the bundled sample is shown.");
    else return { portfolio: "returns", returns: { text: "", leaveOut: given.get("bad-rows") === "leave-out" } };
  } else if (given.has("holding")) {
    const by = one("by", LONGEST_TEXT) ?? "weight";
    if (by !== "weight" && by !== "shares") say(`by=${by} is none of weight, shares; weight is used.`);
    const rows = given.getAll("holding").map(readHolding);
    const usable = rows.filter((row) => row !== undefined).slice(0, MOST_HOLDINGS);
    if (usable.length < rows.length)
      say(
        `The address has a holding that is not an amount, a space and a symbol, or beyond ${MOST_HOLDINGS}; it is left out.`,
      );
    if (usable.length === 0) return {};
    return { portfolio: "holdings", by: by === "shares" ? "shares" : "weight", holdings: usable };
  } else if (given.has("symbol")) {
    const symbol = one("symbol", LONGEST_SYMBOL)?.trim();
    if (symbol === undefined || symbol === "" || isSymbol(symbol)) return { symbol: symbol ?? OPENING.symbol };
    say("The symbol in the address holds characters that no symbol has; the bundled sample is shown.");
  }
  return {};
}

function readHolding(text: string): HoldingRow | undefined {
  const space = text.indexOf(" ");
  const amount = text.slice(0, space);
  const symbol = text.slice(space + 1).trim();
  if (space < 0 || amount.length > LONGEST_TEXT || (symbol !== "" && !isSymbol(symbol))) return undefined;
  return { symbol, amount };
}

/** What could be a symbol: the API says whether it is one. */
function isSymbol(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST_SYMBOL && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text);
}
