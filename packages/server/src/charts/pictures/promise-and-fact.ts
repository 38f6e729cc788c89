import type { HedgeOutcome } from "../../analysis/walk-forward/hedge-outcome.ts";
import type { WalkAnalysis } from "../../analysis/walk-forward/walk-analysis.ts";
import type { Chart } from "../chart.ts";
import { bandLayer, type Line, levelLayer, lineColours, lineLayers } from "../lines-over-time.ts";
import { rowsOf } from "../rows.ts";
import { betaText, intervalText, labelsOf, number, percent, periods, sampleOf } from "../wording.ts";
import { intervalName, rollingBetas, usualWindow } from "./rolling-beta.ts";

/**
 * What the fits promised, and what came of it on dates that they had not seen: the beta that was left, in windows with
 * their intervals, beside the beta of the portfolio alone and the one that was wanted.
 */
export async function promiseAndFact(walk: WalkAnalysis, asked?: number): Promise<Chart> {
  const { joint, request, verification, unhedged } = walk;
  const labels = { ...labelsOf(joint), hedged: "hedged" };
  const window = asked ?? usualWindow(joint.interval, joint.dates.length, joint.benchmarks.length);
  const hedged = rollingBetas(verification, window, 0);
  const alone = rollingBetas(unhedged, window, 0);
  const { realized } = walk;
  const promised = await walk.promised();
  const { confidence } = verification.regression;
  const [fact] = realized.betas;
  const words = `windows of ${periods(window, joint.interval)}`;
  const target = request.targetBeta;
  const betas = `beta promised ${betaText(promised.betas[0].beta)}, realised ${betaText(fact.beta)} (${intervalText(confidence, fact.lower!, fact.upper!)})`;
  const removed = variances(promised, realized);
  const title = `${labels.portfolio} hedged: beta to ${labels.benchmarks[0]}, promise and fact`;
  const rule = `${request.estimator} of the ${periods(request.lookback, joint.interval)} before`;
  const lines: Line[] = [
    { field: "alone", label: "not hedged", slot: "portfolio" },
    { field: "hedged", label: `hedged, ${intervalName(confidence)}`, slot: "hedged", mark: { strokeWidth: 2 } },
  ];
  return {
    title,
    subtitle: `Out of sample: ${rule}; ${sampleOf(joint)}; ${betas}${removed}; dashed: the beta that was wanted, ${betaText(target)}`,
    description: `Lines over time of the beta in ${words} of the portfolio with the hedge and without, out of sample. The hedged one is shaded with its interval, and a dashed line at ${number(target, 2)} is what was wanted. ${title}, ${sampleOf(joint)}: ${betas}${removed}.`,
    datasets: {
      betas: rowsOf({ hedged: hedged.beta, lower: hedged.lower, upper: hedged.upper, alone: alone.beta }, hedged.dates),
      wanted: [{}],
    },
    encoding: lineColours(lines, labels),
    layers: [
      bandLayer("betas", "hedged", true),
      levelLayer("wanted", target),
      ...lineLayers("betas", lines, {
        title: `beta in ${words}`,
        format: "~r",
        tooltip: ".3f",
        scale: { zero: true },
      }),
    ],
  };
}

function variances(promised: HedgeOutcome, realized: HedgeOutcome): string {
  if (promised.effectiveness === null || realized.effectiveness === null) return "";
  return `; variance removed: promised ${percent(promised.effectiveness, 1)}, realised ${removedText(realized.effectiveness)}`;
}

/** A minus alone would be read over. */
function removedText(share: number): string {
  return share < 0 ? `none: ${percent(-share, 1)} added` : percent(share, 1);
}
