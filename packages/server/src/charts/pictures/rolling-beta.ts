import { type Interval, type RollingRegression, rollingBounds } from "@hedgeql/core";
import { benchmarkIndex } from "../../analysis/regression/beta-estimates.ts";
import type { RegressionAnalysis } from "../../analysis/regression/regression-analysis.ts";
import type { Chart } from "../chart.ts";
import { bandLayer, type Line, levelLayer, lineColours, lineLayers } from "../lines-over-time.ts";
import { rowsOf } from "../rows.ts";
import { betaText, datesOf, intervalText, labelsOf, number, periods } from "../wording.ts";

/** A year of days or weeks, three of months. */
const WINDOWS: Readonly<Record<Interval, number>> = { DAY: 252, WEEK: 52, MONTH: 36 };

/** How many returns a window has unless told: the usual number, or of a short sample a third, so that there is a path. */
export function usualWindow(interval: Interval, observations: number, benchmarks: number): number {
  return Math.min(WINDOWS[interval], Math.max(benchmarks + 2, Math.floor(observations / 3)));
}

/** A beta in every window with the bounds of its interval, and the dates that the windows end on. */
export function rollingBetas(analysis: RegressionAnalysis, window: number, j: number) {
  const { joint, regression } = analysis;
  const windows: RollingRegression = analysis.rolling(window);
  const degreesOfFreedom = window - joint.benchmarks.length - 1;
  const bounds = rollingBounds(windows.betas[j], windows.standardErrors[j], degreesOfFreedom, regression.confidence);
  return { dates: joint.dates.subarray(window - 1), beta: windows.betas[j], ...bounds };
}

/** Whether beta moved: the regression in every window, with its interval, beside that of the whole sample. */
export function rollingBeta(
  analysis: RegressionAnalysis,
  asked: { readonly window?: number | undefined; readonly benchmark?: string | undefined },
): Chart {
  const { joint, regression } = analysis;
  const labels = labelsOf(joint);
  const j = benchmarkIndex(analysis, asked.benchmark);
  const window = asked.window ?? usualWindow(joint.interval, joint.dates.length, joint.benchmarks.length);
  const { dates, beta, lower, upper } = rollingBetas(analysis, window, j);
  const whole = regression.coefficients[1 + j];
  const words = `windows of ${periods(window, joint.interval)}`;
  const lines: Line[] = [{ field: "beta", label: `beta, ${words}`, slot: "portfolio" }];
  const { low, high } = extremes(beta);
  const moved = low === null ? "no window has an answer" : `beta from ${number(low, 2)} to ${number(high!, 2)}`;
  const ofWhole = `whole sample ${betaText(whole.estimate)}, ${intervalText(regression.confidence, whole.lower, whole.upper)}`;
  return {
    title: `${labels.portfolio}: beta to ${labels.benchmarks[j]} in ${words}`,
    subtitle: `${datesOf(joint)}; ${moved}; dashed: ${ofWhole}; shaded: each window's own ${intervalName(regression.confidence)}`,
    description: `A line over time of the beta of ${labels.portfolio} to ${labels.benchmarks[j]} in ${words}, shaded with the interval of each window: ${moved}. A dashed line: ${ofWhole}.`,
    datasets: { betas: rowsOf({ beta, lower, upper }, dates), whole: [{}] },
    encoding: lineColours(lines, labels),
    layers: [
      bandLayer("betas", "portfolio"),
      ...lineLayers("betas", lines, {
        title: `beta to ${labels.benchmarks[j]}`,
        format: "~r",
        tooltip: ".3f",
      }),
      levelLayer("whole", whole.estimate),
    ],
  };
}

export const intervalName = (confidence: number) => `${Number((100 * confidence).toPrecision(6))}% interval`;

/** The smallest and the largest that is defined. */
export function extremes(values: Float64Array): { low: number | null; high: number | null } {
  const defined = values.filter(Number.isFinite);
  if (defined.length === 0) return { low: null, high: null };
  return {
    low: defined.reduce((least, value) => Math.min(least, value)),
    high: defined.reduce((most, value) => Math.max(most, value)),
  };
}
