import { meanResponse, partialRegression } from "@hedgeql/core";
import { benchmarkIndex } from "../../analysis/regression/beta-estimates.ts";
import type { RegressionAnalysis } from "../../analysis/regression/regression-analysis.ts";
import type { Chart, Layer } from "../chart.ts";
import { dots } from "../dots.ts";
import { rounded, rowsOf } from "../rows.ts";
import { betaText, intervalText, labelsOf, listed, number, percent, returnOf, sampleOf } from "../wording.ts";

/** At how many places the line and its interval are drawn. */
const STEPS = 40;

interface Cloud {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The line and the bounds of its confidence interval at `grid`. */
  readonly grid: Float64Array;
  readonly line: { readonly estimates: Float64Array; readonly lower: Float64Array; readonly upper: Float64Array };
}

/**
 * The portfolio's returns over a benchmark's, and the line through them with its confidence interval. Of several
 * benchmarks, what the others do not explain of either (Frisch and Waugh 1933): the line's slope is the beta of all
 * together, which a cloud of the returns themselves would not show.
 */
export function regressionCloud(analysis: RegressionAnalysis, benchmark: string | undefined): Chart {
  const { joint, regression } = analysis;
  const labels = labelsOf(joint);
  const j = benchmarkIndex(analysis, benchmark);
  const several = joint.benchmarks.length > 1;
  const { x, y, grid, line } = several ? partialCloud(analysis, j) : simpleCloud(analysis);
  const [alpha, beta] = [regression.coefficients[0], regression.coefficients[1 + j]];
  const name = labels.benchmarks[j];
  const equation = several
    ? `y = ${signed(beta.estimate)} x`
    : `y = ${percentOf(alpha.estimate)} ${beta.estimate < 0 ? "−" : "+"} ${betaText(Math.abs(beta.estimate))} x`;
  const ofAll = several ? " of the whole regression" : "";
  const fit = regression.rSquared === null ? "R² is not defined" : `R²${ofAll} ${percent(regression.rSquared, 1)}`;
  const interval = intervalText(regression.confidence, beta.lower, beta.upper);
  const others = labels.benchmarks.filter((_, i) => i !== j);
  const beyond = several ? ` beyond what ${listed(others)} ${others.length === 1 ? "explains" : "explain"}` : "";
  const title = `${labels.portfolio} on ${name}${beyond}`;
  return {
    title,
    subtitle: `${sampleOf(joint)}; beta ${betaText(beta.estimate)}, ${interval}; shaded: the same interval of the line`,
    description: `A cloud of ${x.length.toLocaleString("en")} points, ${title}, ${sampleOf(joint)}, with the regression line ${equation}. ${fit}; beta ${betaText(beta.estimate)}, ${interval}.`,
    datasets: {
      returns: rowsOf({ x, y }, joint.dates),
      line: rowsOf({ x: grid, line: line.estimates, lower: line.lower, upper: line.upper }),
      equation: [{}],
    },
    encoding: COLOURS,
    layers: layersOf({
      x: `${returnOf(joint)} of ${name}${several ? ", beyond the others" : ""}`,
      y: `${returnOf(joint)} of ${labels.portfolio}${several ? ", beyond the others" : ""}`,
      note: [equation, fit, `beta: ${interval}`],
      falls: beta.estimate < 0,
      count: x.length,
    }),
  };
}

function simpleCloud({ joint, response, regression }: RegressionAnalysis): Cloud {
  const [x] = joint.benchmarks;
  const grid = steps(x);
  return { x, y: response.returns, grid, line: meanResponse(regression, [grid]) };
}

function partialCloud({ joint, response, regression, options }: RegressionAnalysis, j: number): Cloud {
  const partial = partialRegression(response.returns, joint.benchmarks, j, options);
  const grid = steps(partial.regressor);
  const { estimate, lower, upper } = regression.coefficients[1 + j];
  // The line passes through 0, where both means are: only the slope is uncertain.
  const at = (slope: number, other: number, outer: (a: number, b: number) => number) =>
    grid.map((value) => outer(slope * value, other * value));
  return {
    x: partial.regressor,
    y: partial.response,
    grid,
    line: {
      estimates: grid.map((value) => estimate * value),
      lower: at(lower, upper, Math.min),
      upper: at(lower, upper, Math.max),
    },
  };
}

/** Places from the smallest value to the largest. */
function steps(values: Float64Array): Float64Array {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return Float64Array.from({ length: STEPS + 1 }, (_, i) => low + ((high - low) * i) / STEPS);
}

const POINTS = "returns";
const LINE = "regression line";

/** Points and line in the first two colours of any theme: in one, the line would be lost in the cloud. */
const COLOURS = { color: { type: "nominal", scale: { domain: [POINTS, LINE] }, legend: null } } as const;

const percentOf = (value: number) => (rounded(100 * value) === 0 ? "0%" : `${number(100 * value, 4)}%`);
const signed = (value: number) => (value < 0 ? `−${betaText(-value)}` : betaText(value));

function layersOf(words: { x: string; y: string; note: readonly string[]; falls: boolean; count: number }): Layer[] {
  const axis = (field: string, title: string) => ({
    field,
    type: "quantitative",
    scale: { zero: false, nice: true },
    axis: { title, format: "~%" },
  });
  const [x, y] = [axis("x", words.x), axis("y", words.y)];
  // In the corner that the line does not reach.
  const corner = words.falls
    ? { align: "right", x: { value: "width" }, dx: -6 }
    : { align: "left", x: { value: 0 }, dx: 6 };
  return [
    {
      data: "returns",
      mark: dots(words.count),
      encoding: {
        x,
        y,
        color: { datum: POINTS, type: "nominal" },
        tooltip: [
          { field: "date", type: "temporal", timeUnit: "utcyearmonthdate", format: "%Y-%m-%d", title: "Date" },
          { field: "x", type: "quantitative", format: ".2%", title: words.x },
          { field: "y", type: "quantitative", format: ".2%", title: words.y },
        ],
      },
    },
    {
      data: "line",
      mark: { type: "area", opacity: 0.22, aria: false },
      encoding: { x, y: { ...y, field: "lower" }, y2: { field: "upper" }, color: { datum: LINE, type: "nominal" } },
    },
    {
      data: "line",
      mark: { type: "line", strokeWidth: 2, aria: false },
      encoding: { x, y: { ...y, field: "line" }, color: { datum: LINE, type: "nominal" } },
    },
    {
      data: "equation",
      mark: {
        type: "text",
        style: "note",
        text: words.note,
        align: corner.align,
        baseline: "top",
        dx: corner.dx,
        dy: 6,
        lineHeight: 17,
        aria: false,
      },
      encoding: { x: corner.x, y: { value: 0 } },
    },
  ];
}
