import { describe, expect, test } from "vitest";
import { type ChartTheme, COLOURS, themeConfig } from "./theme.ts";

type Triple = readonly [number, number, number];

const linear = (hex: string): Triple =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;

const times = (matrix: readonly Triple[], v: Triple): Triple =>
  matrix.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as unknown as Triple;

/** What is seen without one kind of cone (G. Machado et al., "A Physiologically-based Model", 2009, severity 1). */
const SIGHTS: Readonly<Record<string, readonly Triple[]>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const XYZ: readonly Triple[] = [
  [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
];

/** CIE L*a*b*, white D65. */
function lab(rgb: Triple): Triple {
  const root = (t: number) => (t > 216 / 24_389 ? Math.cbrt(t) : ((24_389 / 27) * t + 16) / 116);
  const [x, y, z] = times(XYZ, rgb).map(root);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const clipped = (rgb: Triple) => rgb.map((value) => Math.min(1, Math.max(0, value))) as unknown as Triple;

function distance(one: string, other: string, sight: readonly Triple[]): number {
  const [a, b] = [one, other].map((hex) => lab(clipped(times(sight, linear(hex)))));
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** WCAG 2: from 1 to 21. */
function contrast(one: string, other: string): number {
  const [a, b] = [one, other].map((hex) => times(XYZ, linear(hex))[1]).sort((p, q) => q - p);
  return (a + 0.05) / (b + 0.05);
}

const pairs = (colours: readonly string[]) =>
  colours.flatMap((one, i) => colours.slice(i + 1).map((two) => [one, two]));

describe.each<ChartTheme>(["LIGHT", "DARK"])("in the theme %s", (theme) => {
  const { background, text, quiet, series } = COLOURS[theme];

  // A distance of 2.3 is just noticed side by side; 20 is still told apart in thin lines that do not touch.
  test.each(Object.keys(SIGHTS))("portfolio, hedge and benchmark are told apart with %s", (sight) => {
    for (const [one, two] of pairs(series.slice(0, 3))) {
      expect(distance(one, two, SIGHTS[sight]), `${one} ${two}`).toBeGreaterThanOrEqual(20);
    }
  });

  // The second and third benchmark are in one picture with the first; half of it is clear with a legend beside it.
  test.each(Object.keys(SIGHTS))("all five are told apart with %s", (sight) => {
    for (const [one, two] of pairs(series)) {
      expect(distance(one, two, SIGHTS[sight]), `${one} ${two}`).toBeGreaterThanOrEqual(10);
    }
  });

  test("lines have a contrast of 3 to 1 and texts of 4.5 to 1, as WCAG wants", () => {
    for (const colour of series) expect(contrast(colour, background), colour).toBeGreaterThanOrEqual(3);
    for (const colour of [text, quiet]) expect(contrast(colour, background), colour).toBeGreaterThanOrEqual(4.5);
  });

  test("a configuration is JSON", () => {
    expect(JSON.parse(JSON.stringify(themeConfig(theme)))).toEqual(themeConfig(theme));
  });
});

test("the distances are those of the textbook", () => {
  expect(distance("#ffffff", "#000000", SIGHTS.all)).toBeCloseTo(100, 3);
  expect(contrast("#ffffff", "#000000")).toBeCloseTo(21, 3);
  // Red and green of the same lightness are what a deuteranope confuses.
  expect(distance("#b05050", "#707030", SIGHTS.deuteranopia)).toBeLessThan(
    distance("#b05050", "#707030", SIGHTS.all) / 2,
  );
});
