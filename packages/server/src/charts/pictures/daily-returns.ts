import { variance } from "@hedgeql/core";
import type { HedgeAnalysis } from "../../analysis/hedge/hedge-analysis.ts";
import type { JointReturns } from "../../analysis/joining/joint-returns.ts";
import type { Chart } from "../chart.ts";
import { DRAWN_BENCHMARKS, type Line, lineColours, lineLayers } from "../lines-over-time.ts";
import { rowsOf } from "../rows.ts";
import { adverbOf, labelsOf, listed, notDrawn, percent, returnsOf, sampleOf } from "../wording.ts";

const FORMATS = { format: "~%", tooltip: ".2%" } as const;

/** What the portfolio and the benchmarks returned each period. */
export function dailyReturns({ joint }: HedgeAnalysis): Chart {
  const labels = labelsOf(joint);
  const drawn = joint.benchmarks.slice(0, DRAWN_BENCHMARKS);
  const left = joint.benchmarks.length - drawn.length;
  const columns = Object.fromEntries(drawn.map((values, i) => [`benchmark${i + 1}`, values]));
  const lines: Line[] = [
    { field: "portfolio", label: labels.portfolio, slot: "portfolio" },
    ...drawn.map((_, i) => ({ field: `benchmark${i + 1}`, label: labels.benchmarks[i], slot: i })),
  ];
  const names = [labels.portfolio, ...labels.benchmarks];
  const deviations = [joint.portfolio, ...drawn].map((values, i) => `${names[i]} ${spread(values, 2)}`);
  return {
    title: `${listed(names)}: ${returnsOf(joint)}`,
    subtitle: `${sampleOf(joint)}; standard deviation ${deviations.join(", ")}${notDrawn(left, "benchmark")}`,
    description: `Lines over time of the ${returnsOf(joint)} of ${listed(names)}, ${sampleOf(joint)}. Standard deviations: ${deviations.join(", ")}.`,
    datasets: { returns: rowsOf({ portfolio: joint.portfolio, ...columns }, joint.dates) },
    encoding: lineColours(lines, labels),
    layers: lineLayers("returns", lines, { title: titleOfReturns(joint), ...FORMATS }),
  };
}

/** What the hedge leaves of the portfolio's returns, in the sample in which beta was fitted. */
export function hedgedReturns({ joint, hedged, effectiveness }: HedgeAnalysis): Chart {
  const labels = labelsOf(joint);
  const removed = effectiveness === null ? "" : `, ${percent(effectiveness, 1)} of the variance removed`;
  const deviations = `standard deviation ${spread(joint.portfolio, 2)} before, ${spread(hedged, 2)} after${removed}`;
  const title = `${labels.portfolio} hedged with ${listed(labels.instruments)}`;
  const lines: Line[] = [
    { field: "portfolio", label: labels.portfolio, slot: "portfolio" },
    { field: "hedged", label: labels.hedged, slot: "hedged" },
  ];
  return {
    title,
    subtitle: `In sample: beta was fitted on these very returns. ${sampleOf(joint)}; ${deviations}`,
    description: `Lines over time of the ${returnsOf(joint)} of ${title}, with the hedge and without, ${sampleOf(joint)}. In sample, ${deviations}.`,
    datasets: { returns: rowsOf({ portfolio: joint.portfolio, hedged }, joint.dates) },
    encoding: lineColours(lines, labels),
    layers: lineLayers("returns", lines, { title: titleOfReturns(joint), ...FORMATS }),
  };
}

function titleOfReturns({ interval, riskFree }: JointReturns): string {
  return `${adverbOf(interval)} ${riskFree === null ? "return" : "excess return"}`;
}

/** The standard deviation (n − 1) as text. */
function spread(values: Float64Array, digits: number): string {
  return percent(Math.sqrt(variance(values)), digits);
}
