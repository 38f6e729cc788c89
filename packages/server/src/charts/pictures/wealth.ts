import { drawdownPath, formatDate, growthPath, Undefined } from "@hedgeql/core";
import type { HedgeAnalysis } from "../../analysis/hedge/hedge-analysis.ts";
import type { JointReturns } from "../../analysis/joining/joint-returns.ts";
import { total } from "../../analysis/joining/risk-free.ts";
import type { WalkAnalysis } from "../../analysis/walk-forward/walk-analysis.ts";
import type { Chart } from "../chart.ts";
import { type Line, levelLayer, lineColours, lineLayers } from "../lines-over-time.ts";
import { NothingToDrawError } from "../nothing-to-draw.ts";
import { rowsOf } from "../rows.ts";
import { type Labels, labelsOf, listed, percent, periods, sampleOfWealth, sentence } from "../wording.ts";

/** Returns whose wealth is drawn, and how far each may be off. */
interface Held extends Line {
  readonly returns: Float64Array;
  readonly rounding: number;
}

/** What a picture of wealth is of, and what must be said of it. */
interface Story {
  readonly title: string;
  /** What the hedge of it knew. */
  readonly caveat: string;
  readonly held: readonly Held[];
  readonly labels: Labels;
}

const HINDSIGHT = "With hindsight: the beta of the whole sample, before costs";

function inSample({ joint, hedged, hedgedRounding }: HedgeAnalysis): Omit<Story, "title"> {
  const labels = labelsOf(joint);
  const rounding = joint.portfolioRounding;
  return {
    caveat: HINDSIGHT,
    labels,
    held: [
      { field: "portfolio", label: labels.portfolio, slot: "portfolio", returns: joint.portfolio, rounding },
      { field: "hedged", label: labels.hedged, slot: "hedged", returns: hedged, rounding: hedgedRounding },
      {
        field: "benchmark",
        label: labels.benchmarks[0],
        slot: 0,
        returns: joint.benchmarks[0],
        rounding: joint.benchmarkRounding,
      },
    ],
  };
}

function outOfSample({ joint, result, request, rounding }: WalkAnalysis): Omit<Story, "title"> {
  const labels = labelsOf(joint);
  const lookback = periods(request.lookback, joint.interval);
  return {
    caveat: `Out of sample: each ratio is of the ${lookback} before it`,
    labels: { ...labels, hedged: "hedged before costs" },
    held: [
      {
        field: "portfolio",
        label: labels.portfolio,
        slot: "portfolio",
        returns: joint.portfolio,
        rounding: joint.portfolioRounding,
      },
      { field: "hedged", label: "hedged before costs", slot: "hedged", returns: result.returns, rounding },
      ...(result.cost === 0
        ? []
        : [{ field: "net", label: "hedged after costs", slot: 0, returns: result.netReturns, rounding }]),
    ],
  };
}

/** What 1.00 gained, hedged and not, in the sample of the fit. */
export function cumulative(analysis: HedgeAnalysis): Chart {
  const { labels, ...story } = inSample(analysis);
  const title = `${labels.portfolio} hedged with ${listed(labels.instruments)}: cumulative return`;
  return growthChart(analysis.joint, { ...story, labels, title });
}

/** The same on dates that no ratio has seen. */
export function walkCumulative(walk: WalkAnalysis): Chart {
  const { labels, ...story } = outOfSample(walk);
  const title = `${labels.portfolio} hedged with ${listed(labels.instruments)}: cumulative return out of sample`;
  return growthChart(walk.joint, { ...story, labels, title });
}

/** How far wealth was below its highest so far, in the sample of the fit. */
export function drawdowns(analysis: HedgeAnalysis): Chart {
  const { labels, ...story } = inSample(analysis);
  const title = `${labels.portfolio} hedged with ${listed(labels.instruments)}: drawdowns`;
  return drawdownChart(analysis.joint, { ...story, labels, title });
}

/** The same on dates that no ratio has seen. */
export function walkDrawdowns(walk: WalkAnalysis): Chart {
  const { labels, ...story } = outOfSample(walk);
  const title = `${labels.portfolio} hedged with ${listed(labels.instruments)}: drawdowns out of sample`;
  return drawdownChart(walk.joint, { ...story, labels, title });
}

function growthChart(joint: JointReturns, story: Story): Chart {
  const paths = pathsOf(joint, story, ({ returns }) => growthPath(total(returns, joint.riskFree), joint.returnKind));
  const ends = paths.drawn.map(({ line, path }) => `${line.label} ${percent(path[path.length - 1], 1)}`);
  return wealthChart(joint, story, paths, {
    figures: `gained ${ends.join(", ")}`,
    title: "cumulative return",
    words: "Lines over time of what 1.00 has gained",
  });
}

function drawdownChart(joint: JointReturns, story: Story): Chart {
  const paths = pathsOf(joint, story, ({ returns, rounding }) =>
    drawdownPath(total(returns, joint.riskFree), joint.returnKind, rounding),
  );
  const deepest = paths.drawn.map(({ line, path }) => `${line.label} ${percent(path.reduce(lower, 0), 1)}`);
  return wealthChart(joint, story, paths, {
    figures: `deepest ${deepest.join(", ")}`,
    title: "below the highest so far",
    words: "Lines over time of how far wealth is below its highest so far",
  });
}

const lower = (a: number, b: number) => Math.min(a, b);

interface Paths {
  readonly drawn: readonly { readonly line: Held; readonly path: Float64Array }[];
  /** What is not drawn, and why. */
  readonly missing: readonly string[];
}

/** The paths that are defined. Throws `NOTHING_TO_DRAW` where none is: that of a benchmark alone is not asked for. */
function pathsOf({ dates }: JointReturns, { held }: Story, pathOf: (held: Held) => Float64Array | Undefined): Paths {
  const drawn: { line: Held; path: Float64Array }[] = [];
  const missing: string[] = [];
  for (const line of held) {
    const path = pathOf(line);
    if (!(path instanceof Undefined)) drawn.push({ line, path });
    else missing.push(`${line.label} is not drawn: ${dated(path.reason, dates)}`);
  }
  if (drawn.some(({ line }) => line.field !== "benchmark")) return { drawn, missing };
  throw new NothingToDrawError(missing.join("; "));
}

/** Core knows observations by number, its readers by date. */
function dated(reason: string, dates: Int32Array): string {
  return reason.replace(/observation (\d+)/, (_, index) => formatDate(dates[Number(index)]));
}

function wealthChart(
  joint: JointReturns,
  { title, caveat, labels }: Story,
  { drawn, missing }: Paths,
  says: { readonly figures: string; readonly title: string; readonly words: string },
): Chart {
  const subtitle = [caveat, sampleOfWealth(joint), says.figures, ...missing].join("; ");
  const lines = drawn.map(({ line }) => line);
  const dates = Int32Array.of(joint.firstDate, ...joint.dates);
  const columns = Object.fromEntries(drawn.map(({ line, path }) => [line.field, Float64Array.of(0, ...path)]));
  return {
    title,
    subtitle,
    description: `${says.words}: ${title}. ${sentence(subtitle)}`,
    datasets: { wealth: rowsOf(columns, dates), start: [{}] },
    encoding: lineColours(lines, labels, true),
    layers: [
      levelLayer("start", 0),
      ...lineLayers("wealth", lines, { title: says.title, format: "~%", tooltip: ".1%" }),
    ],
  };
}
