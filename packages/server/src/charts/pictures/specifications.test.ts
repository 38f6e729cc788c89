import { parseDate } from "@hedgeql/core";
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { describe, expect, test, vi } from "vitest";
import { sampleAnalysis } from "../../../testing/sample-analysis.ts";
import type { HedgeAnalysis } from "../../analysis/hedge/hedge-analysis.ts";
import { jointOf } from "../../analysis/joining/joint-returns.fixture.ts";
import { analysisOf, column } from "../../analysis/walk-forward/walk.fixture.ts";
import { type Chart, type SpecPart, vegaLiteOf } from "../chart.ts";
import { onPaper } from "../paper.ts";
import { PICTURES, SAMPLE_WALK, WALK_PICTURES } from "../pictures.fixture.ts";
import { themeConfig } from "../theme.ts";

// Vega is slow to load beside other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const X = column(90, 1);
const OTHERS = [3, 5, 7, 11].map((seed) => column(90, seed));

const sixMonths = { start: parseDate("2017-06-01"), end: parseDate("2018-05-11") };
const monthly = { start: parseDate("2003-01-01"), interval: "MONTH" } as const;

/** Analyses that pictures must draw alike: of every kind of portfolio, return and benchmark. */
const ANALYSES: Readonly<Record<string, () => Promise<HedgeAnalysis>>> = {
  "half a year of days": () => sampleAnalysis({ period: sixMonths }),
  "monthly holdings, in excess of a risk-free rate": () =>
    sampleAnalysis({
      portfolio: { holdings: ["MSFT", "AMZN"].map((symbol) => ({ symbol: `sample:${symbol}-MONTHLY`, weight: 0.5 })) },
      period: monthly,
      riskFree: { annualRate: 0.03 },
    }),
  "weekly logs": () => sampleAnalysis({ period: { ...sixMonths, interval: "WEEK" }, returnKind: "LOG" }),
  "another hedge instrument": () =>
    sampleAnalysis({
      portfolio: { symbol: "sample:MSFT-MONTHLY" },
      hedgeWith: ["sample:AAPL-MONTHLY"],
      period: monthly,
    }),
  "own returns, three benchmarks and more": async () =>
    analysisOf(
      jointOf(
        X.map((value, t) => 0.5 * value - OTHERS[0][t] + 0.3 * column(90, 13)[t]),
        [X, ...OTHERS],
      ),
    ),
  "a beta below 0": async () =>
    analysisOf(
      jointOf(
        X.map((value, t) => -1.4 * value + OTHERS[0][t]),
        [X],
      ),
    ),
  "four returns": async () => analysisOf(jointOf(column(4, 1), [column(4, 3)])),
};

/** The pictures of an analysis, and of its walk where it is long enough. */
async function picturesOf(analysis: HedgeAnalysis): Promise<[name: string, chart: Chart][]> {
  const lookback = Math.floor(analysis.joint.dates.length / 2);
  const drawn = Object.entries(PICTURES).map(([name, draw]): [string, Chart] => [name, draw(analysis)]);
  if (lookback < 10 || analysis.joint.returnKind === "LOG") return drawn;
  const walk = await analysis.walkForward({ ...SAMPLE_WALK, lookback, rebalanceEvery: 5 });
  for (const [name, draw] of Object.entries(WALK_PICTURES)) drawn.push([`walk ${name}`, await draw(walk)]);
  return drawn;
}

/** Everything that Vega-Lite and Vega complain of on the way to a picture. */
async function complaints(spec: SpecPart): Promise<string[]> {
  const said: string[] = [];
  const note = (...messages: readonly unknown[]) => {
    said.push(messages.join(" "));
    return logger;
  };
  const logger = { level: () => logger, error: note, warn: note, info: () => logger, debug: () => logger } as never;
  // Of a copy: Vega marks the rows that it draws.
  const view = new vega.View(vega.parse(compile(structuredClone(spec) as unknown as TopLevelSpec, { logger }).spec), {
    renderer: "none",
    logger,
  });
  await view.runAsync();
  view.finalize();
  return said;
}

/** All values of a specification that are no objects. */
function* leaves(value: unknown): Generator<unknown> {
  if (typeof value !== "object" || value === null) yield value;
  else for (const part of Object.values(value)) yield* leaves(part);
}

function expectSound(chart: Chart, spec: SpecPart): void {
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  for (const leaf of leaves(spec)) {
    if (typeof leaf === "number") expect(Number.isFinite(leaf)).toBe(true);
    else expect(String(leaf)).not.toMatch(/NaN|Infinity|undefined|\[object/);
  }
  const { datasets, layer } = spec as { datasets: object; layer: { data: object }[] };
  expect(datasets).toEqual(chart.datasets);
  // Each dataset is drawn, and every layer draws one of them by its name alone.
  const used = new Set(layer.map(({ data }) => JSON.stringify(data)));
  expect(used).toEqual(new Set(Object.keys(datasets).map((name) => JSON.stringify({ name }))));
}

/** Dates of a dataset over time: each once, in order. */
function expectInOrder({ datasets, layers }: Chart): void {
  const lines = layers.filter(({ mark }) => (mark as { type: string }).type === "line").map(({ data }) => data);
  for (const name of lines) {
    const dates = datasets[name].map(({ date }) => date);
    if (dates[0] === undefined) continue;
    expect(dates).toEqual([...new Set(dates)].sort());
  }
}

describe.each(Object.keys(ANALYSES))("of %s", (name) => {
  test("every picture is sound, in both forms, and Vega-Lite and Vega complain of nothing", async () => {
    for (const [picture, chart] of await picturesOf(await ANALYSES[name]())) {
      const forms = [vegaLiteOf(chart, null), vegaLiteOf(chart, themeConfig("DARK"))];
      for (const [i, spec] of [...forms, onPaper(chart, { width: 800, height: 450 }, "LIGHT")].entries()) {
        expectSound(chart, spec);
        // Where there is no page, "container" has no width: Vega-Lite says so, and of nothing else.
        const drawn = i < 2 ? { ...spec, width: 600 } : spec;
        expect(await complaints(drawn), `${picture}, form ${i + 1}`).toEqual([]);
      }
      expectInOrder(chart);
      for (const text of [chart.title, chart.subtitle, chart.description]) expect(text).not.toMatch(/\s{2}|^\s|\s$|,,/);
      expect(chart.title).not.toContain("\n");
    }
  });
});

test("without a theme a specification has no config, and with one it has that of the theme", async () => {
  const [[, chart]] = await picturesOf(await ANALYSES["four returns"]());
  expect(vegaLiteOf(chart, null)).not.toHaveProperty("config");
  expect(vegaLiteOf(chart, null)).toMatchObject({ width: "container", title: { text: chart.title } });
  expect(vegaLiteOf(chart, themeConfig("DARK"))).toMatchObject({ config: { background: "#14181d" } });
});

test("on paper nothing answers a pointer", async () => {
  for (const [, chart] of await picturesOf(await ANALYSES["half a year of days"]())) {
    const paper = JSON.stringify(onPaper(chart, { width: 800, height: 450 }, "LIGHT"));
    expect(paper).not.toContain('"params"');
    expect(paper).not.toContain("pointer");
  }
});

test.each([340, 500, 900])(
  "in a container of %i pixels, as a front end has it, the plot has most of the width",
  async (width) => {
    for (const [picture, chart] of await picturesOf(await ANALYSES["half a year of days"]())) {
      const { spec } = compile({ ...vegaLiteOf(chart, null), width } as unknown as TopLevelSpec);
      const view = new vega.View(vega.parse(spec), { renderer: "none" });
      await view.runAsync();
      expect(view.width(), picture).toBeGreaterThan(0.6 * width);
      view.finalize();
    }
  },
);
