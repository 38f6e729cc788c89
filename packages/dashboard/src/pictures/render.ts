/**
 * Vega, in a file that the page loads while the first question is on its way. Only the parts that charts need: the
 * whole of it is half as large again. Expressions are interpreted, since the page may not make code of text.
 */
import { transforms } from "vega-dataflow";
import { axisticks, datajoin, encode, legendentries, scale, sortitems, stack } from "vega-encode";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import { parse } from "vega-parser";
import {
  aggregate,
  bin,
  collect,
  compare,
  extent,
  facet,
  field,
  filter,
  fold,
  formula,
  joinaggregate,
  key,
  load,
  multiextent,
  multivalues,
  params,
  prefacet,
  proxy,
  relay,
  sieve,
  subflow,
  timeunit,
  tupleindex,
  values,
  window as windowTransform,
} from "vega-transforms";
import { View } from "vega-view";
import { bound, identifier, mark, overlap, render, viewlayout } from "vega-view-transforms";
import { voronoi } from "vega-voronoi";
import { forPage } from "./specification.ts";
import { createTooltip } from "./tooltip.ts";

/** What the API's pictures are made with; a picture that wants another says so when it is drawn. */
Object.assign(transforms, { axisticks, datajoin, encode, legendentries, scale, sortitems, stack });
Object.assign(transforms, { bound, identifier, mark, overlap, render, viewlayout, voronoi });
Object.assign(transforms, { aggregate, bin, collect, compare, extent, facet, field, filter, fold, formula });
Object.assign(transforms, { joinaggregate, key, load, multiextent, multivalues, params, prefacet, proxy, relay });
Object.assign(transforms, { sieve, subflow, timeunit, tupleindex, values, window: windowTransform });

/** A Vega-Lite specification, as the API gives it. */
export type Specification = Readonly<Record<string, unknown>>;

/** A picture in the page. */
export interface Mounted {
  /** Fits the picture to a new width. */
  fit(width: number): void;
  remove(): void;
}

const SILENT = 0;

function runtimeOf(specification: Specification): object {
  // The API's answer is a specification by its schema; Vega-Lite says at run time where it is none.
  const { spec } = compile(specification as unknown as TopLevelSpec, { logger: quietLogger });
  return parse(spec, undefined, { ast: true });
}

/** Draws a picture into an element, as wide as it is. The title is left to the page. */
export async function mountPicture(element: HTMLElement, specification: Specification): Promise<Mounted> {
  const width = element.clientWidth;
  const tooltip = createTooltip();
  const view = new View(runtimeOf({ ...forPage(specification), width: Math.max(width, 120) }), {
    renderer: "svg",
    container: element,
    hover: true,
    expr: expressionInterpreter,
    logLevel: SILENT,
    tooltip: (_, event, __, value) => tooltip.show(event, value),
  });
  await view.runAsync();
  // Its words stand on the element around it: read out one by one, the marks of a chart say nothing.
  element.querySelector("svg")?.setAttribute("aria-hidden", "true");
  return {
    fit(next) {
      if (next < 120 || Math.abs(next - view.width()) < 1) return;
      void view.signal("width", next).resize().runAsync();
    },
    remove() {
      tooltip.remove();
      view.finalize();
    },
  };
}

const quietLogger = {
  level: () => quietLogger,
  warn: () => quietLogger,
  info: () => quietLogger,
  debug: () => quietLogger,
  error: (...reasons: unknown[]) => {
    throw new Error(reasons.map(String).join(" "));
  },
};
