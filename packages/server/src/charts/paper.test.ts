import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { jointOf } from "../analysis/joining/joint-returns.fixture.ts";
import { analysisOf, column } from "../analysis/walk-forward/walk.fixture.ts";
import type { Chart } from "./chart.ts";
import { onPaper } from "./paper.ts";
import { PICTURES } from "./pictures.fixture.ts";
import { textWidth } from "./svg/text-width.ts";

const [X, OWN] = [1, 3].map((seed) => column(60, seed));
const analysis = analysisOf(
  jointOf(
    X.map((value, t) => value + OWN[t]),
    [X],
  ),
);
const CHART: Chart = PICTURES.dailyReturns(analysis);

const sized = (width: number, height: number) => () => onPaper(CHART, { width, height }, "LIGHT");

test.each([
  [100, 450, "width"],
  [4_001, 450, "width"],
  [800, 1e9, "height"],
  [800, 0, "height"],
  [-800, 450, "width"],
])("a picture of %d by %d is refused, and its %s is named with what is allowed", (width, height, side) => {
  expect(sized(width, height)).toThrow(
    expect.objectContaining({
      code: "BAD_INPUT",
      message: expect.stringMatching(new RegExp(`the ${side} of a picture must be from \\d+ to 4000 pixels, got`)),
    }),
  );
});

test.each([
  [320, 240],
  [4_000, 4_000],
])("the least and the most are drawn: %d by %d", (width, height) => {
  expect(sized(width, height)()).toMatchObject({ width, height });
});

interface Titles {
  readonly text: readonly string[];
  readonly subtitle: readonly string[];
}

describe.each([320, 800])("%i pixels wide", (width) => {
  const name = "csv:".padEnd(68, "W");
  const long: Chart = {
    ...CHART,
    title: `${name} hedged with ${name}`,
    subtitle: `${CHART.subtitle}; ${name} `.repeat(9),
  };

  test.each([
    ["usual names", CHART],
    ["the longest names", long],
  ])("titles of %s fit in width, and leave half of the height", (_, chart) => {
    const { text, subtitle } = onPaper(chart, { width, height: 300 }, "LIGHT").title as Titles;
    for (const line of text) expect(textWidth(line, 16, true)).toBeLessThanOrEqual(width - 20);
    for (const line of subtitle) expect(textWidth(line, 12)).toBeLessThanOrEqual(width - 20);
    expect(20 * text.length + 16 * subtitle.length).toBeLessThanOrEqual(150);
  });

  test("what is left out is left out visibly, and not of the description", () => {
    const spec = onPaper(long, { width: 320, height: 300 }, "LIGHT");
    expect((spec.title as Titles).text.at(-1)).toMatch(/…$/);
    expect((spec.title as Titles).subtitle.at(-1)).toMatch(/…$/);
    expect(spec.description).toBe(long.description);
  });
});

test("a picture is the same in every time zone: no date moves to the day before", async () => {
  const module = fileURLToPath(new URL("./svg/svg-renderer.ts", import.meta.url));
  const spec = onPaper(CHART, { width: 400, height: 300 }, "LIGHT");
  const script = `
    const { createSvgRenderer } = await import(${JSON.stringify(module)});
    process.stdout.write(await createSvgRenderer().render(${JSON.stringify(spec)}));`;
  const drawnIn = async (zone: string) => {
    const run = await promisify(execFile)(process.execPath, ["--eval", script], { env: { ...process.env, TZ: zone } });
    return run.stdout;
  };
  const [utc, newYork, kiritimati] = [
    await drawnIn("UTC"),
    await drawnIn("America/New_York"),
    await drawnIn("Pacific/Kiritimati"),
  ];
  expect(newYork).toBe(utc);
  expect(kiritimati).toBe(utc);
  expect(utc).toContain("February");
}, 60_000);
