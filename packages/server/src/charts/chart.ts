import type { VegaConfig } from "./theme.ts";

/** A row of a picture's data: what Vega-Lite draws, one field a column. Null where there is no value. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Part of a Vega-Lite specification. */
export type SpecPart = Readonly<Record<string, unknown>>;

/** One layer of a picture, drawn over those before it. */
export interface Layer extends SpecPart {
  /** The name of its dataset. */
  readonly data: string;
  /** `HOVER` for one that only answers the pointer: a picture on paper leaves it out. */
  readonly name?: string;
}

/** The name of layers that answer the pointer and draw nothing else. */
export const HOVER = "hover";

/** A picture before it has a size or colours: what is drawn of which data, and what it says. */
export interface Chart {
  /** One line with the symbols. */
  readonly title: string;
  /** The dates, and the figures that belong to the picture. */
  readonly subtitle: string;
  /** The picture in words, for those who cannot see it. */
  readonly description: string;
  /** Each named once; layers refer to them. */
  readonly datasets: Readonly<Record<string, readonly Row[]>>;
  /** Shared by all layers. */
  readonly encoding?: SpecPart;
  readonly layers: readonly Layer[];
}

const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";

/** What all forms of a picture share. */
function specification({ datasets, description, encoding, layers }: Chart, drawn: readonly Layer[] = layers) {
  return {
    $schema: SCHEMA,
    description,
    datasets,
    ...(encoding && { encoding }),
    layer: drawn.map(({ data, ...layer }) => ({ data: { name: data }, ...layer })),
  };
}

/** For any Vega tool: as wide as its container, with tooltips, and without colours unless a theme's are given. */
export function vegaLiteOf(chart: Chart, config: VegaConfig | null): SpecPart {
  return {
    ...specification(chart),
    // Vega breaks no lines, and a title that is wider than the container would take the plot's room.
    title: { text: chart.title, anchor: "start", frame: "group", limit: { expr: "width" } },
    width: "container",
    height: 320,
    autosize: { type: "fit", contains: "padding" },
    ...(config && { config }),
  };
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** For paper: of one size, titles broken into lines that fit, and nothing that only answers a pointer. */
export function paperSpecOf(
  chart: Chart,
  { width, height }: PictureSize,
  config: VegaConfig,
  lines: { readonly title: readonly string[]; readonly subtitle: readonly string[] },
): SpecPart {
  return {
    ...specification(
      chart,
      chart.layers.filter(({ name }) => name !== HOVER),
    ),
    title: { text: lines.title, subtitle: lines.subtitle },
    width,
    height,
    autosize: { type: "fit", contains: "padding" },
    config,
  };
}
