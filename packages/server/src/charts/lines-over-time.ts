import { HOVER, type Layer, type SpecPart } from "./chart.ts";
import { textWidth } from "./svg/text-width.ts";
import { LEGEND_SIZE } from "./theme.ts";
import type { Labels } from "./wording.ts";

/** Whose colour: the same series has the same in every picture. */
export type Slot = "portfolio" | "hedged" | number;

/** One line of a picture over time. */
export interface Line {
  /** The column of the data. */
  readonly field: string;
  readonly label: string;
  /** `number`: the benchmark's position. */
  readonly slot: Slot;
  readonly mark?: SpecPart;
}

/** What stands in a legend besides a name, in pixels. */
const SYMBOL_AND_GAP = 30;

/** How many benchmarks a picture draws: more lines than that cannot be told apart. */
export const DRAWN_BENCHMARKS = 3;

/**
 * The colours of lines, in which every series keeps its place whether it is drawn or not: the encoding that the layers
 * share. In that of a single layer, Vega-Lite's schema has no place for a legend beside a `datum`.
 *
 * @param alwaysNamed whether a line has its name in a legend even where it is the only one
 */
export function lineColours(lines: readonly Line[], labels: Labels, alwaysNamed = false): SpecPart {
  const domain = [labels.portfolio, labels.hedged, ...labels.benchmarks.slice(0, DRAWN_BENCHMARKS)];
  const position = (slot: Slot) => (slot === "portfolio" ? 0 : slot === "hedged" ? 1 : 2 + slot);
  for (const { slot, label } of lines) domain[position(slot)] = label;
  return {
    color: {
      type: "nominal",
      scale: { domain: domain.map((label, i) => label ?? `series ${i + 1}`) },
      // Of one line the axis says what it is.
      legend: lines.length === 1 && !alwaysNamed ? null : legendOf(lines.map(({ label }) => label)),
    },
  };
}

/** Where a picture is narrow, as on a phone, long names stand below each other. */
function legendOf(labels: readonly string[]): SpecPart {
  const widest = Math.max(...labels.map((label) => textWidth(label, LEGEND_SIZE)));
  const columns = (pixels: number) => Math.max(1, Math.floor(pixels / (widest + SYMBOL_AND_GAP)));
  return {
    title: null,
    orient: "top",
    direction: "horizontal",
    columns: { expr: `width < 520 ? ${columns(260)} : ${columns(520)}` },
    labelLimit: { expr: "min(width - 30, 400)" },
    symbolType: "stroke",
    values: labels,
  };
}

/** The x axis of dates, in UTC, as which Vega reads them: in America a local date would be the day before. */
export const DATE_AXIS = {
  field: "date",
  type: "temporal",
  scale: { type: "utc" },
  axis: {
    title: null,
    grid: false,
    labelOverlap: "greedy",
    labelFlush: true,
    tickCount: { expr: "max(2, ceil(width / 110))" },
  },
} as const;

/** The date in a tooltip. */
export const DATE_TOOLTIP = {
  field: "date",
  type: "temporal",
  timeUnit: "utcyearmonthdate",
  format: "%Y-%m-%d",
  title: "Date",
};

/** Lines over `date`, one a column, told apart by `lineColours`; `format` is of numbers on the axis, `tooltip` beside it. */
export function lineLayers(
  data: string,
  lines: readonly Line[],
  y: { readonly title: string; readonly format: string; readonly tooltip: string; readonly scale?: SpecPart },
): Layer[] {
  return [
    ...lines.map(({ field, label, mark }) => ({
      data,
      mark: { type: "line", strokeWidth: 1.25, strokeJoin: "round", aria: false, ...mark },
      encoding: {
        x: DATE_AXIS,
        y: {
          field,
          type: "quantitative",
          scale: { zero: false, ...y.scale },
          axis: { title: y.title, format: y.format },
        },
        color: { datum: label, type: "nominal" },
      },
    })),
    hoverLayer(
      data,
      lines.map(({ field, label }) => ({ field, type: "quantitative", format: y.tooltip, title: label })),
    ),
  ];
}

/** The shading between the columns `lower` and `upper`; `zero`: whether the axis begins there, as that of its line. */
export function bandLayer(data: string, of: "portfolio" | "hedged", zero = false): Layer {
  return {
    data,
    mark: { type: "area", style: of === "portfolio" ? "interval" : "fittedInterval", opacity: 0.2, aria: false },
    encoding: {
      x: DATE_AXIS,
      y: { field: "lower", type: "quantitative", scale: { zero } },
      y2: { field: "upper" },
    },
  };
}

/** A guide at the date next to the pointer, with the numbers of that date. */
export function hoverLayer(data: string, tooltip: readonly SpecPart[]): Layer {
  return {
    name: HOVER,
    data,
    params: [
      {
        name: "hover",
        select: { type: "point", on: "pointerover", clear: "pointerout", nearest: true, encodings: ["x"] },
      },
    ],
    mark: { type: "rule", style: "guide", strokeWidth: 1, aria: false },
    encoding: {
      x: DATE_AXIS,
      opacity: { condition: { param: "hover", empty: false, value: 0.6 }, value: 0 },
      tooltip: [DATE_TOOLTIP, ...tooltip],
    },
  };
}

/** A dashed horizontal line at one value, which the subtitle names: words beside it would lie on the data. */
export function levelLayer(data: string, value: number): Layer {
  return {
    data,
    mark: { type: "rule", style: "reference", strokeDash: [4, 3], strokeWidth: 1, aria: false },
    encoding: { y: { datum: value, type: "quantitative" } },
  };
}
