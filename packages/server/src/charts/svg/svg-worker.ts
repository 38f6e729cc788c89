import { parentPort } from "node:worker_threads";
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { compactSvg } from "./compact-svg.ts";
import { describedSvg } from "./described-svg.ts";
import { textWidth } from "./text-width.ts";

// A thread of its own: a picture takes some fifty milliseconds, in which the server would answer nobody else.

interface Order {
  readonly id: number;
  readonly spec: TopLevelSpec;
}

/** A text mark as Vega measures it. */
interface Measured {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  /** Where it is cut off; 0 for nowhere. */
  readonly limit?: number;
}

// Vega exports it, its types do not.
const { textMetrics } = vega as unknown as {
  readonly textMetrics: { width: (item: Measured, text: unknown) => number };
};
textMetrics.width = ({ fontSize = 11, fontWeight = 400, limit }, text) => {
  const bold = fontWeight === "bold" || Number(fontWeight) >= 600;
  const width = textWidth(String(text ?? "").trim(), fontSize, bold);
  // Vega makes room for all of what this says, and draws no more than the limit.
  return limit !== undefined && limit > 0 ? Math.min(width, limit) : width;
};

async function render(spec: TopLevelSpec): Promise<string> {
  // What Vega warns of is decided by our specifications: a test reads it, a server's log is not the place.
  const silent = vega.logger(vega.None);
  const view = new vega.View(vega.parse(compile(spec, { logger: silent }).spec), { renderer: "none", logger: silent });
  try {
    // Vega places a title before it knows how wide the axes are: only the second layout puts it at the edge.
    await view.runAsync();
    await view.resize().runAsync();
    return describedSvg(compactSvg(await view.toSVG()), spec.description);
  } finally {
    view.finalize();
  }
}

parentPort?.on("message", async ({ id, spec }: Order) => {
  try {
    parentPort?.postMessage({ id, svg: await render(spec) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
