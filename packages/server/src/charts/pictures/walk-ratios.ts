import { formatDate } from "@hedgeql/core";
import type { WalkAnalysis } from "../../analysis/walk-forward/walk-analysis.ts";
import type { Chart } from "../chart.ts";
import { DATE_AXIS, DATE_TOOLTIP, DRAWN_BENCHMARKS, type Line, lineColours, lineLayers } from "../lines-over-time.ts";
import { rounded, rowsOf } from "../rows.ts";
import { betaText, labelsOf, listed, notDrawn, number, periods, sampleOf } from "../wording.ts";
import { extremes } from "./rolling-beta.ts";

/** What was held short through time, and where it was traded. */
export function walkRatios(walk: WalkAnalysis): Chart {
  const { joint, result, request } = walk;
  const labels = labelsOf(joint);
  const drawn = result.ratios.slice(0, DRAWN_BENCHMARKS);
  const left = result.ratios.length - drawn.length;
  const lines: Line[] = drawn.map((_, i) => ({
    field: `ratio${i + 1}`,
    label: labels.instruments[i],
    slot: i,
    mark: { interpolate: "step-before", strokeWidth: 1.5 },
  }));
  // The first is held from the close before its first return.
  const dates = Int32Array.of(joint.firstDate, ...joint.dates);
  const columns = Object.fromEntries(
    drawn.map((values, i) => [`ratio${i + 1}`, Float64Array.of(values[0], ...values)]),
  );
  const trades = walk.rebalances
    .filter(({ outcome, target }) => outcome === "TRADED" && target !== null)
    .map(({ date, target, held }) => ({
      date: formatDate(date),
      target: rounded(target![0]),
      held: rounded(held[0]),
    }));
  const { low, high } = extremes(result.ratios[0]);
  const range = low === null ? "" : `; ${labels.instruments[0]} from ${number(low, 2)} to ${number(high!, 2)}`;
  const rule = `${request.estimator} of the ${periods(request.lookback, joint.interval)} before, looked at every ${periods(request.rebalanceEvery, joint.interval).replace(/^1 /, "")}`;
  const figures = `${trades.length} ${trades.length === 1 ? "trade" : "trades"}, turnover ${number(result.turnover, 2)}${range}`;
  const title = `${labels.portfolio}: the ratio of ${listed(labels.instruments)} sold short`;
  return {
    title,
    subtitle: `Out of sample: ${rule}; ${sampleOf(joint)}; ${figures}${notDrawn(left, "instrument")}`,
    description: `Lines over time of what is sold short for each 1.00 of the portfolio, with points where ${labels.instruments[0]} was traded. ${title}, ${sampleOf(joint)}: ${rule}; ${figures}. The last ratio is ${betaText(result.ratios[0][result.ratios[0].length - 1])}.`,
    datasets: { ratios: rowsOf(columns, dates), trades },
    encoding: lineColours(lines, { ...labels, benchmarks: labels.instruments }),
    layers: [
      ...lineLayers("ratios", lines, { title: "sold short for each 1.00", format: "~r", tooltip: ".4f" }),
      {
        data: "trades",
        mark: { type: "point", style: "trade", filled: true, size: 22, aria: false },
        encoding: {
          x: DATE_AXIS,
          y: { field: "target", type: "quantitative", scale: { zero: false } },
          tooltip: [
            DATE_TOOLTIP,
            { field: "held", type: "quantitative", format: ".4f", title: "Held before" },
            { field: "target", type: "quantitative", format: ".4f", title: "Traded to" },
          ],
        },
      },
    ],
  };
}
