import type { SpecPart } from "./chart.ts";

/** A Vega-Lite `config`: how pictures look, apart from what they show. */
export type VegaConfig = SpecPart;

export type ChartTheme = "LIGHT" | "DARK";

export const FONT = 'Helvetica, Arial, "Liberation Sans", sans-serif';
export const TITLE_SIZE = 16;
export const SUBTITLE_SIZE = 12;
export const TITLE_LINE = 20;
export const SUBTITLE_LINE = 16;
export const LEGEND_SIZE = 12;
export const NOTE_SIZE = 12;
export const PADDING = 14;

interface Colours {
  readonly background: string;
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  /** Of the portfolio, the hedged portfolio, and the benchmarks, in that order. */
  readonly series: readonly string[];
}

/**
 * Series are told apart by the colour-blind too (after Okabe and Ito, "Color Universal Design", 2008, changed where
 * the contrast with the background is below 3 to 1); a test simulates the three kinds.
 */
export const COLOURS: Readonly<Record<ChartTheme, Colours>> = {
  LIGHT: {
    background: "#ffffff",
    text: "#1b1f24",
    quiet: "#57606a",
    line: "#d9dee3",
    series: ["#0072b2", "#d55e00", "#4d4d4d", "#009e73", "#aa3377"],
  },
  DARK: {
    background: "#14181d",
    text: "#e8ebee",
    quiet: "#a3adb8",
    line: "#333b44",
    series: ["#56b4e9", "#e69f00", "#c9ced4", "#1fbf92", "#e088bd"],
  },
};

/** The configuration of a theme, for `config` of a Vega-Lite specification. */
export function themeConfig(theme: ChartTheme): VegaConfig {
  const { background, text, quiet, line, series } = COLOURS[theme];
  return {
    background,
    font: FONT,
    padding: PADDING,
    view: { stroke: null },
    title: {
      anchor: "start",
      frame: "bounds",
      color: text,
      fontSize: TITLE_SIZE,
      fontWeight: 600,
      subtitleColor: quiet,
      subtitleFontSize: SUBTITLE_SIZE,
      subtitlePadding: 4,
      subtitleLineHeight: SUBTITLE_LINE,
      lineHeight: TITLE_LINE,
      offset: 10,
    },
    axis: {
      labelColor: quiet,
      titleColor: quiet,
      titleFontWeight: "normal",
      titlePadding: 8,
      labelFontSize: 12,
      labelSeparation: 6,
      titleFontSize: 12,
      gridColor: line,
      domainColor: line,
      tickColor: line,
    },
    axisX: { titleLimit: 480 },
    axisY: { titleLimit: 220 },
    legend: { labelColor: text, labelFontSize: LEGEND_SIZE, symbolStrokeWidth: 3 },
    range: { category: series },
    text: { color: text, fontSize: 12 },
    style: {
      reference: { color: quiet },
      interval: { color: series[0] },
      fittedInterval: { color: series[1] },
      point: { color: series[0] },
      guide: { color: quiet },
      note: { color: text, fontSize: NOTE_SIZE },
      trade: { color: series[2] },
    },
  };
}
