/** How one benchmark's beta moved from window to window. */
import type { Dates, RollingRegressionResult } from "@hedgeql/sdk";
import { rounded } from "./numbers.ts";
import type { Page } from "./page.ts";
import { sparkline, sparklineLegend } from "./sparkline.ts";

type Rolling = RollingRegressionResult["regression"]["rolling"];

/** The beta of the window that ends on a date. */
interface WindowBeta {
  readonly date: string;
  readonly beta: number;
}

const COLUMNS = [9, 9, 11, 12, 11, 12];

export function rollingTable(
  page: Page,
  dates: Dates,
  { benchmark, values, standardErrors }: Rolling["betas"][number],
): void {
  const windows = dates
    .toArray()
    .map((date, i) => ({ date, beta: values[i] }))
    // Where a window has no beta, it is NaN.
    .filter(({ beta }) => !Number.isNaN(beta));
  page.line(benchmark, `${dates.length} windows; the first ends on ${dates.at(0)}, the last on ${dates.at(-1)}`);
  const missing = dates.length - windows.length;
  if (missing > 0)
    page.line("Without a beta", `${missing} windows, in which the benchmark does not vary or repeats others`);
  if (windows.length === 0) return;
  const [lowest, highest] = extremes(windows);
  const last = values.length - 1;
  const [beta, error] = [values[last], standardErrors[last]];
  const spread = Number.isNaN(error) ? "" : `, classical standard error ${rounded(error, 4)}`;
  page.line("Last", Number.isNaN(beta) ? "not defined" : `${rounded(beta, 4)}${spread}`);
  page.line("Lowest", `${rounded(lowest.beta, 4)} in the window to ${lowest.date}`);
  page.line("Highest", `${rounded(highest.beta, 4)} in the window to ${highest.date}`);
  if (rounded(lowest.beta, 4) === rounded(highest.beta, 4)) return;
  page.blank();
  console.log(`  ${sparkline(values, lowest.beta, highest.beta)}`);
  page.paragraph(sparklineLegend(dates, lowest.beta, highest.beta));
  page.blank();
  page.row("year", ["first", "last", "lowest", "on", "highest", "on"], COLUMNS, 4);
  for (const [year, group] of Map.groupBy(windows, ({ date }) => date.slice(0, 4))) {
    const [low, high] = extremes(group);
    const [first, final] = [group[0].beta, group[group.length - 1].beta];
    const cells = [
      rounded(first, 4),
      rounded(final, 4),
      rounded(low.beta, 4),
      low.date,
      rounded(high.beta, 4),
      high.date,
    ];
    page.row(year, cells, COLUMNS, 4);
  }
}

function extremes(windows: readonly WindowBeta[]): [lowest: WindowBeta, highest: WindowBeta] {
  const ranked = windows.toSorted((a, b) => a.beta - b.beta);
  return [ranked[0], ranked[ranked.length - 1]];
}
