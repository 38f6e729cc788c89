import type {
  CompareEstimatorsQueryVariables,
  HedgedPortfolioQueryVariables,
  HedgeQueryVariables,
  PortfolioInput,
  WalkForwardQueryVariables,
} from "@hedgeql/sdk";
import { isCalendarDate } from "./calendar-date.ts";
import { type OwnReturns, readOwnReturns } from "./own-returns-csv.ts";
import { DEFAULT_WALK, type Question } from "./question.ts";

/** The parts of the form that can be wrong. */
export type Field =
  | "symbol"
  | "holdings"
  | "returns"
  | "benchmarks"
  | "start"
  | "end"
  | "lookback"
  | "rebalanceEvery"
  | "tradingBps"
  | "borrowRate"
  | "value"
  | "confidence"
  | "riskFree";

/** What the API is asked: the variables of each operation. */
export interface Terms {
  readonly numbers: HedgedPortfolioQueryVariables;
  readonly walk: WalkForwardQueryVariables;
  readonly order: HedgeQueryVariables;
  /** Null: not asked for. */
  readonly comparison: CompareEstimatorsQueryVariables | null;
  /** How many rows of the own returns are left out, by the user's leave. */
  readonly rowsLeftOut: number;
}

export interface Checked {
  /** Undefined while something is missing or wrong. */
  readonly terms: Terms | undefined;
  /** What is wrong, by field. */
  readonly problems: Readonly<Partial<Record<Field, string>>>;
  /** What nobody has typed yet: no fault, but nothing can be asked without it. */
  readonly missing: readonly ("portfolio" | "benchmarks")[];
}

/** Turns what the form holds into what the API is asked, or says what keeps it from being asked. */
export function checkQuestion(
  question: Question,
  own = readOwnReturns(question.portfolio === "returns" ? question.returns.text : ""),
): Checked {
  const problems: Partial<Record<Field, string>> = {};
  const missing: ("portfolio" | "benchmarks")[] = [];
  const portfolio = portfolioOf(question, own, problems);
  if (portfolio === undefined && Object.keys(problems).length === 0) missing.push("portfolio");
  if (question.benchmarks.length === 0) missing.push("benchmarks");
  if (question.benchmarks.length > 20)
    problems.benchmarks = `At most 20 benchmarks, got ${question.benchmarks.length}.`;

  const { start, end, interval } = question;
  for (const field of ["start", "end"] as const)
    if (question[field] !== "" && !isCalendarDate(question[field]))
      problems[field] = `A date as YYYY-MM-DD, got ${question[field]}.`;
  if (isCalendarDate(start) && isCalendarDate(end) && start >= end)
    problems.end = "The last date must be after the first.";

  const read = (field: Field & keyof Question, rule: Rule) => {
    const text = String(question[field]).trim();
    const number = amountOf(text);
    if (text === "") return rule.empty;
    if (number !== undefined && number >= rule.minimum && number <= rule.maximum)
      if (rule.whole !== true || Number.isInteger(number)) return number;
    problems[field] = `${rule.says}, got ${text.slice(0, 30)}.`;
    return rule.empty;
  };
  const walk = DEFAULT_WALK[interval];
  const whole = { maximum: 1_000_000, whole: true };
  const lookback = read("lookback", { ...whole, minimum: 3, empty: walk.lookback, says: "A whole number from 3" });
  const rebalanceEvery = read("rebalanceEvery", {
    ...whole,
    minimum: 1,
    empty: walk.rebalanceEvery,
    says: "A whole number from 1",
  });
  const tradingBps = read("tradingBps", { minimum: 0, maximum: 10_000, empty: 0, says: "A number from 0 to 10,000" });
  const borrow = read("borrowRate", { minimum: 0, maximum: 100, empty: 0, says: "A number from 0 to 100" });
  const value = read("value", { minimum: Number.MIN_VALUE, maximum: 1e15, empty: 1e6, says: "A number above 0" });
  const confidence = read("confidence", { minimum: 1, maximum: 99.99, empty: 95, says: "A number from 1 to 99.99" });
  const riskFree = read("riskFree", { minimum: -50, maximum: 100, empty: undefined, says: "A number from -50 to 100" });

  if (portfolio === undefined || missing.length > 0 || Object.keys(problems).length > 0)
    return { terms: undefined, problems, missing };

  const numbers: HedgedPortfolioQueryVariables = {
    portfolio,
    benchmarks: [...question.benchmarks],
    ...(question.hedgeWith.length > 0 && { hedgeWith: [...question.hedgeWith] }),
    period: { ...(start !== "" && { start }), ...(end !== "" && { end }), interval },
    inference: { covariance: question.covariance, confidence: hundredth(confidence ?? 95) },
    ...(riskFree !== undefined && { riskFree: { annualRate: hundredth(riskFree) } }),
  };
  // What the proceeds of a short sale earn: the risk-free rate, where there is one.
  const cashRate = riskFree === undefined ? {} : { cashRate: hundredth(riskFree) };
  const costs = { tradingBps: tradingBps ?? 0, borrowRate: hundredth(borrow ?? 0), ...cashRate };
  const { estimator } = question;
  return {
    terms: {
      numbers,
      walk: { ...numbers, estimator, lookback, rebalanceEvery, costs },
      order: { ...numbers, estimator, lookback, value: value ?? 1e6, wholeShares: true },
      comparison: question.compare ? { ...numbers, lookbacks: lookbacksBelow(lookback), rebalanceEvery, costs } : null,
      rowsLeftOut: question.portfolio === "returns" ? own.badRows.length : 0,
    },
    problems,
    missing,
  };
}

interface Rule {
  readonly minimum: number;
  readonly maximum: number;
  readonly whole?: boolean;
  readonly empty: number | undefined;
  readonly says: string;
}

function portfolioOf(
  question: Question,
  own: OwnReturns,
  problems: Partial<Record<Field, string>>,
): PortfolioInput | undefined {
  if (question.portfolio === "symbol") return question.symbol === "" ? undefined : { symbol: question.symbol };
  if (question.portfolio === "returns") return ownReturns(question, own, problems);
  const rows = question.holdings.filter(({ symbol, amount }) => symbol !== "" || amount.trim() !== "");
  if (rows.length > 200) problems.holdings = `At most 200 holdings, got ${rows.length}.`;
  const holdings = rows.map(({ symbol, amount }, index) => {
    const number = amountOf(amount);
    if (symbol === "") problems.holdings ??= `Row ${index + 1} has no symbol.`;
    else if (number === undefined)
      problems.holdings ??= `${symbol}: ${amount.trim() === "" ? `type its ${question.by}` : `${amount} is not a number`}.`;
    return question.by === "weight" ? { symbol, weight: hundredth(number ?? 0) } : { symbol, shares: number ?? 0 };
  });
  return holdings.length === 0 ? undefined : { holdings };
}

function ownReturns({ returns }: Question, own: OwnReturns, problems: Partial<Record<Field, string>>) {
  if (own.fault !== undefined) problems.returns = own.fault;
  else if (own.badRows.length > 0 && !returns.leaveOut)
    problems.returns = `${own.badRows.length} of the rows cannot be read: mend them, or leave them out.`;
  else if (own.dates.length === 0 && own.badRows.length > 0) problems.returns = "No row is left that can be read.";
  return own.dates.length === 0 ? undefined : { returns: { dates: [...own.dates], values: [...own.values] } };
}

/** The lookback that is asked about, and a half and a quarter of it. */
function lookbacksBelow(lookback: number | undefined): number[] {
  const longest = lookback ?? DEFAULT_WALK.DAY.lookback;
  return [...new Set([longest / 4, longest / 2, longest].map((length) => Math.max(3, Math.round(length))))];
}

/** A number as typed: digits with a point, spaces or commas between thousands; undefined where it is none. */
export function amountOf(text: string): number | undefined {
  const plain = text.trim().replace(/%$/, "").replace("−", "-").replace(/[\s_]/g, "");
  const joined = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(plain) ? plain.replaceAll(",", "") : plain;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(joined) ? Number(joined) : undefined;
}

/** Per cent as a decimal, without the noise of binary division: 7 % is 0.07 and not 0.07000000000000001. */
function hundredth(percent: number): number {
  return Number((percent / 100).toPrecision(15));
}
