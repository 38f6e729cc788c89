import SchemaBuilder from "@pothos/core";
import ComplexityPlugin from "@pothos/plugin-complexity";
import type { Analysis } from "../analysis/analysis.ts";

/** What every resolver can reach: the work of this request. */
export interface RequestContext {
  readonly analysis: Analysis;
  /** Draws a Vega-Lite specification as SVG. */
  readonly drawSvg: (spec: Readonly<Record<string, unknown>>) => Promise<string>;
}

/** Costs of fields, in points; a field that says nothing costs 1. */
export const COST = {
  analysis: 25,
  asset: 5,
  series: 5,
  /** One estimate of beta; those that search or sort. */
  estimate: 5,
  longEstimate: 40,
  /** A fit for every date, or in every window. */
  path: 25,
  /** So many symbols of a screen cost 1. */
  screenedPerPoint: 5,
  /** A walk; each of those that are compared. */
  walk: 50,
  comparedWalk: 25,
  /** The data of a picture; drawing it takes the server some fifty milliseconds. */
  chart: 10,
  picture: 75,
} as const;

export const builder = new SchemaBuilder<{
  Context: RequestContext;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    /** In: days since 1970-01-01. Out: the text, ready-made. */
    Date: { Input: number; Output: string };
    DateTime: { Input: never; Output: string };
    VegaLite: { Input: never; Output: Readonly<Record<string, unknown>> };
  };
}>({
  plugins: [ComplexityPlugin],
  defaultFieldNullability: false,
  // The costs are declared on the fields; `edge/query-limits.ts` adds them up, once a request and before any field runs.
  complexity: { disabled: true, defaultComplexity: 1, defaultListMultiplier: 1 },
});

builder.queryType({ description: "Everything that HedgeQL answers. Start with `hedgedPortfolio`." });
