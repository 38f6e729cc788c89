import { normalQuantiles, variance } from "@hedgeql/core";
import type { RegressionAnalysis } from "../../analysis/regression/regression-analysis.ts";
import type { Chart, Layer } from "../chart.ts";
import { dots } from "../dots.ts";
import { DATE_AXIS, DATE_TOOLTIP, levelLayer } from "../lines-over-time.ts";
import { NothingToDrawError } from "../nothing-to-draw.ts";
import { rowsOf } from "../rows.ts";
import { labelsOf, listed, number, percent, sampleOf } from "../wording.ts";

/** What the regression leaves of each return: whether some are far out, and whether they spread alike over time. */
export function residuals({ joint, regression }: RegressionAnalysis): Chart {
  refuseExact(regression.residualStandardError);
  const labels = labelsOf(joint);
  const s = regression.residualStandardError;
  const beyond = regression.residuals.reduce((count, value) => count + (Math.abs(value) > 2 * s ? 1 : 0), 0);
  const share = percent(beyond / regression.residuals.length, 1);
  const title = `${labels.portfolio} on ${listed(labels.benchmarks)}: residuals`;
  const figures = `residual standard error ${percent(s, 2)}; ${share} are beyond two of them (dashed), of normal ones 4.6%`;
  return {
    title,
    subtitle: `${sampleOf(joint)}; ${figures}`,
    description: `Points over time, ${title}, ${sampleOf(joint)}, with dashed lines at two residual standard errors on either side of 0. The ${figures}.`,
    datasets: { residuals: rowsOf({ residual: regression.residuals }, joint.dates), levels: [{}] },
    layers: [
      {
        data: "residuals",
        mark: dots(joint.dates.length),
        encoding: {
          x: DATE_AXIS,
          y: { field: "residual", type: "quantitative", axis: { title: "residual", format: "~%" } },
          tooltip: [DATE_TOOLTIP, { field: "residual", type: "quantitative", format: ".2%", title: "Residual" }],
        },
      },
      levelLayer("levels", 2 * s),
      levelLayer("levels", 0),
      levelLayer("levels", -2 * s),
    ],
  };
}

/** Whether the residuals are normal: theirs beside the quantiles of a normal distribution, which a line shows. */
export function residualQuantiles({ joint, regression }: RegressionAnalysis): Chart {
  refuseExact(regression.residualStandardError);
  const labels = labelsOf(joint);
  const { values, quantiles, indices, line } = normalQuantiles(regression.residuals);
  const title = `${labels.portfolio} on ${listed(labels.benchmarks)}: residuals beside a normal distribution`;
  const spread = Math.sqrt(variance(regression.residuals));
  const ends = Float64Array.of(quantiles[0], quantiles[quantiles.length - 1]);
  const [low, high] = [values[0] / spread, values[values.length - 1] / spread];
  const figures = `the lowest is ${number(low, 1)} standard deviations, the highest ${number(high, 1)}; of so many normal ones ${number(ends[0], 1)} and ${number(ends[1], 1)}`;
  const quantitative = (field: string) => ({ field, type: "quantitative" });
  return {
    title,
    subtitle: `${sampleOf(joint)}; ${figures}`,
    description: `A normal quantile–quantile plot: ${title}, ${sampleOf(joint)}, with the line through the quartiles. Of the residuals, ${figures}. Where the points leave the line at its ends, large residuals are more frequent than normal ones.`,
    datasets: {
      quantiles: rowsOf(
        { quantile: quantiles, residual: values },
        Int32Array.from(indices, (t) => joint.dates[t]),
      ),
      line: rowsOf({ quantile: ends, residual: ends.map((q) => line.intercept + line.slope * q) }),
    },
    layers: [
      {
        data: "line",
        mark: { type: "line", style: "reference", strokeDash: [4, 3], strokeWidth: 1, aria: false },
        encoding: {
          x: { ...quantitative("quantile"), axis: { title: "normal quantile, in standard deviations" } },
          y: { ...quantitative("residual"), axis: { title: "residual", format: "~%" } },
        },
      },
      {
        data: "quantiles",
        mark: dots(joint.dates.length),
        encoding: {
          x: quantitative("quantile"),
          y: quantitative("residual"),
          tooltip: [
            DATE_TOOLTIP,
            { ...quantitative("residual"), format: ".2%", title: "Residual" },
            { ...quantitative("quantile"), format: ".2f", title: "Normal quantile" },
          ],
        },
      },
    ] satisfies Layer[],
  };
}

function refuseExact(residualStandardError: number): void {
  if (residualStandardError > 0) return;
  const message = "the benchmarks explain the portfolio exactly: there are no residuals";
  throw new NothingToDrawError(message);
}
