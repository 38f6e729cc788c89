import { AnalysisError, formatDate } from "@hedgeql/core";
import { benchmarkIndex } from "../../analysis/regression/beta-estimates.ts";
import { Diagnostics } from "../../analysis/regression/diagnostics.ts";
import type { RegressionAnalysis } from "../../analysis/regression/regression-analysis.ts";
import type { Chart } from "../chart.ts";
import { NothingToDrawError } from "../nothing-to-draw.ts";
import { rounded } from "../rows.ts";
import { textWidth } from "../svg/text-width.ts";
import { NOTE_SIZE } from "../theme.ts";
import { betaText, labelsOf, number, sampleOf } from "../wording.ts";

/** Bars beyond these cannot be read in a picture. */
const MOST_BARS = 30;

/** Which single periods move beta most: how much of it goes when each is left out. */
export function influentialPeriods(
  analysis: RegressionAnalysis,
  { count, benchmark }: { readonly count: number; readonly benchmark?: string | undefined },
): Chart {
  const { joint, regression } = analysis;
  if (count < 1 || count > MOST_BARS) {
    throw new AnalysisError("BAD_INPUT", `count must be from 1 to ${MOST_BARS} in a picture, got ${count}`, { count });
  }
  const labels = labelsOf(joint);
  const j = benchmarkIndex(analysis, benchmark);
  const found = new Diagnostics(analysis).influence(j, count).filter(({ change }) => change !== null);
  if (found.length === 0) {
    const message = "no single return moves beta: the benchmarks explain the portfolio exactly";
    throw new NothingToDrawError(message);
  }
  const beta = regression.coefficients[1 + j].estimate;
  const rows = found.map(({ index, change }) => ({
    date: formatDate(joint.dates[index]),
    change: rounded(change!),
    without: rounded(beta - change!),
    portfolio: rounded(joint.portfolio[index]),
    benchmark: rounded(joint.benchmarks[j][index]),
    text: changeText(change!),
  }));
  const [first] = rows;
  const name = labels.benchmarks[j];
  const title = `${labels.portfolio}: the ${joint.interval === "DAY" ? "days" : joint.interval === "WEEK" ? "weeks" : "months"} that move beta to ${name} most`;
  const figures = `beta ${betaText(beta)}; without ${first.date} it would be ${betaText(beta - found[0].change!)}`;
  const order = rows.map(({ date }) => date);
  // Many bars in a low picture need small text, and have no room for any below what can be read.
  const band = `0.85 * height / ${rows.length}`;
  const y = {
    field: "day",
    type: "ordinal",
    sort: order,
    axis: {
      title: null,
      grid: false,
      ticks: false,
      domain: false,
      labelOverlap: "greedy",
      labelFontSize: { expr: `clamp(${band}, 7, ${NOTE_SIZE})` },
    },
  };
  const x = {
    field: "change",
    type: "quantitative",
    scale: { padding: Math.ceil(Math.max(...rows.map(({ text }) => textWidth(text, NOTE_SIZE)))) + 10, nice: false },
    axis: { title: "what it adds to beta", format: "~r", tickCount: 6 },
  };
  return {
    title,
    subtitle: `${sampleOf(joint)}; ${figures}`,
    description: `Bars of how much each of ${rows.length} dates adds to beta: ${rows.map(({ date, text }) => `${date} ${text}`).join(", ")}. ${title}, ${sampleOf(joint)}; ${figures}.`,
    datasets: { influence: rows.map(({ date, ...row }) => ({ day: date, ...row })) },
    layers: [
      {
        data: "influence",
        mark: { type: "bar", style: "point", height: { band: 0.65 }, aria: false },
        encoding: {
          y,
          x,
          tooltip: [
            { field: "day", type: "nominal", title: "Date" },
            { field: "change", type: "quantitative", format: "+.4f", title: "Adds to beta" },
            { field: "without", type: "quantitative", format: ".4f", title: "Beta without it" },
            { field: "portfolio", type: "quantitative", format: ".2%", title: labels.portfolio },
            { field: "benchmark", type: "quantitative", format: ".2%", title: name },
          ],
        },
      },
      {
        data: "influence",
        mark: {
          type: "text",
          style: "note",
          align: { expr: "datum.change < 0 ? 'right' : 'left'" },
          dx: { expr: "datum.change < 0 ? -4 : 4" },
          baseline: "middle",
          fontSize: { expr: `${band} < 7 ? 0 : min(${band}, ${NOTE_SIZE})` },
          aria: false,
        },
        encoding: { y, x, text: { field: "text", type: "nominal" } },
      },
    ],
  };
}

/** With its sign; in a long sample, three decimals would be 0. */
function changeText(change: number): string {
  const text = Math.abs(change) < 0.001 ? betaText(change) : number(change, 3);
  return change < 0 ? text : `+${text}`;
}
