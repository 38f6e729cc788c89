/** Return and risk over a walk: without the hedge, with it, after its costs, and of the benchmark. */
import type { PerformanceFieldsFragment } from "@hedgeql/sdk";
import { confidenceOf, orDash, percent, percentOrDash } from "./numbers.ts";
import type { Page } from "./page.ts";
import type { Walk } from "./walk-step.ts";

const LABEL_WIDTH = 26;
const COLUMNS = [14, 14, 14, 14];
const NAMES = ["unhedged", "hedged", "after costs", "benchmark"];

type Cell = (performance: PerformanceFieldsFragment) => string;

/** By their names in the API, so that what is undefined can be called by its label. */
const MEASURES = [
  ["cumulativeReturn", "Return, in all", (one) => percentOrDash(one.cumulativeReturn, 1)],
  ["annualizedReturn", "Return a year", (one) => percentOrDash(one.annualizedReturn, 1)],
  ["annualizedVolatility", "Volatility a year", (one) => percentOrDash(one.annualizedVolatility, 1)],
  ["sharpe", "Sharpe", (one) => orDash(one.sharpe, 2)],
  ["sortino", "Sortino", (one) => orDash(one.sortino, 2)],
  ["calmar", "Calmar", (one) => orDash(one.calmar, 2)],
  ["maximumDrawdown", "Maximum drawdown", (one) => percentOrDash(one.maximumDrawdown?.depth ?? null, 1)],
  ["peakDate", "  from its peak on", (one) => one.maximumDrawdown?.peakDate ?? "-"],
  ["troughDate", "  to its trough on", (one) => one.maximumDrawdown?.troughDate ?? "-"],
  ["recoveryDate", "  and back on", (one) => recoveryOf(one)],
  ["skew", "Skew", (one) => orDash(one.skew, 2)],
  ["kurtosis", "Excess kurtosis", (one) => orDash(one.kurtosis, 2)],
  ["valueAtRisk", "Value at risk", (one) => percent(one.valueAtRisk, 2)],
  ["expectedShortfall", "Expected shortfall", (one) => percent(one.expectedShortfall, 2)],
  ["trackingError", "Tracking error a year", (one) => percentOrDash(one.trackingError, 1)],
  ["informationRatio", "Information ratio", (one) => orDash(one.informationRatio, 2)],
  ["treynor", "Treynor", (one) => orDash(one.treynor, 3)],
  ["upCapture", "Up capture", (one) => percentOrDash(one.upCapture, 1)],
  ["downCapture", "Down capture", (one) => percentOrDash(one.downCapture, 1)],
  ["hitRate", "Hit rate", (one) => percent(one.hitRate, 1)],
] as const satisfies readonly (readonly [name: string, label: string, cell: Cell])[];

export function performanceTable(
  page: Page,
  { performance, netPerformance, profit, netProfit }: Walk,
  unit: string,
): void {
  const { unhedged, hedged, benchmark, conventions } = performance;
  const columns = [unhedged, hedged, netPerformance, benchmark];
  page.row("", NAMES, COLUMNS, LABEL_WIDTH);
  for (const [, label, cell] of MEASURES) page.row(label, columns.map(cell), COLUMNS, LABEL_WIDTH);
  const { cumulativeReturn } = unhedged;
  const money = [cumulativeReturn, profit, netProfit, benchmark.cumulativeReturn];
  const cells = money.map((value) => percentOrDash(value, 1));
  page.row("In money", cells, COLUMNS, LABEL_WIDTH);
  page.blank();
  page.paragraph(
    "In money: what was earned on 1.00 of the portfolio bought at the beginning, the hedge's gains and losses kept aside. The returns above compound: they suppose that these are put into the portfolio.",
  );
  const free = conventions.riskFree === null ? "0" : "the one above";
  page.paragraph(
    `Value at risk and expected shortfall: losses a ${unit}, historical, ${confidenceOf(conventions.confidence)}. Tracking error, information ratio, Treynor and captures: against ${conventions.benchmark}. ${conventions.periodsPerYear} periods a year; risk-free rate: ${free}.`,
  );
  undefinedLines(page, columns);
}

function recoveryOf({ maximumDrawdown }: PerformanceFieldsFragment): string {
  if (maximumDrawdown === null) return "-";
  return maximumDrawdown.recoveryDate ?? "not yet";
}

/** One line a measure and reason, with the columns that it is true of. */
function undefinedLines(page: Page, columns: readonly PerformanceFieldsFragment[]): void {
  const missing = columns.flatMap(({ undefinedQuantities }, column) =>
    undefinedQuantities.map(({ quantity, reason }) => ({ quantity, reason, column: NAMES[column] })),
  );
  for (const group of Map.groupBy(missing, ({ quantity, reason }) => `${quantity} ${reason}`).values()) {
    const [{ quantity, reason }] = group;
    const label = MEASURES.find(([name]) => name === quantity)?.[1] ?? quantity;
    page.paragraph(`${label}, ${group.map(({ column }) => column).join(" and ")}: not defined, ${reason}.`);
  }
}
