import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compactSvg } from "./compact-svg.ts";

const RADIUS = 1.871;
const CIRCLE = `M${RADIUS},0A${RADIUS},${RADIUS},0,1,1,-${RADIUS},0A${RADIUS},${RADIUS},0,1,1,${RADIUS},0`;
const LOOK = 'fill="#0072b2" stroke-width="2" opacity="0.45"';

type Point = readonly [x: number, y: number];

const marks = (kind: string, content: string) =>
  `<svg><g class="mark-${kind} role-mark layer_0_marks">${content}</g></svg>`;
const dot = ([x, y]: Point, look = LOOK) => `<path transform="translate(${x},${y})" d="${CIRCLE}" ${look}/>`;
const cloud = (points: readonly Point[], look = LOOK) =>
  marks("symbol", points.map((point) => dot(point, look)).join(""));

/** Where a picture has its dots, before or after. */
const places = (svg: string): Point[] =>
  [...svg.matchAll(/translate\(([^,]+),([^)]+)\)|M([-\d.]+),([-\d.]+)h0/g)].map(([, a, b, c, d]) => [
    Number(a ?? c),
    Number(b ?? d),
  ]);

const scattered = (count: number): Point[] =>
  Array.from({ length: count }, (_, i) => [(i * 7.3137) % 713, (i * i * 3.7719) % 332]);

/** No attribute twice: XML forbids it, and a file that has one does not open. */
function expectNoAttributeTwice(svg: string): void {
  for (const [, attributes] of svg.matchAll(/<\w+ ([^>]*?)\/?>/g)) {
    const names = [...attributes.matchAll(/([\w-]+)="/g)].map(([, name]) => name);
    expect(new Set(names).size, attributes).toBe(names.length);
  }
}

describe("dots", () => {
  test("keep their places within 0.1 pixels, and their order", () => {
    const before = cloud(scattered(1_000));
    const after = places(compactSvg(before));
    expect(after).toHaveLength(1_000);
    for (const [i, [x, y]] of places(before).entries()) {
      expect(Math.abs(after[i][0] - x)).toBeLessThanOrEqual(0.0501);
      expect(Math.abs(after[i][1] - y)).toBeLessThanOrEqual(0.0501);
    }
  });

  test("look the same: as wide, of the same colour, and each darker where it lies on another", () => {
    const svg = compactSvg(cloud(scattered(60)));
    const group = /<g (stroke=[^>]*)>/.exec(svg)?.[1];
    expect(group).toBe('stroke="#0072b2" stroke-width="3.74" stroke-linecap="round" fill="none" stroke-opacity="0.45"');
    expect(svg).not.toMatch(/(?<!-)\bopacity=/);
    expectNoAttributeTwice(svg);
  });

  test("take a fifth of the bytes", () => {
    const before = cloud(scattered(2_520));
    expect(compactSvg(before).length).toBeLessThan(before.length / 5);
  });

  test("at places that are written with an exponent are dots as well", () => {
    const points = scattered(60).map(([x], i): Point => [x, i % 2 === 0 ? 5e-14 : -1e-7]);
    const after = places(compactSvg(cloud(points)));
    expect(after.map(([, y]) => Math.abs(y))).toEqual(points.map(() => 0));
    expect(compactSvg(cloud(points))).not.toContain("translate");
  });

  test("of tens of thousands share paths, within a quarter of a pixel, each spot once", () => {
    const points = scattered(30_000);
    const svg = compactSvg(cloud(points));
    const spots = new Set(points.map(([x, y]) => `${Math.round(2 * x) / 2},${Math.round(2 * y) / 2}`));
    expect(places(svg)).toHaveLength(spots.size);
    expect(new Set(places(svg).map(String))).toEqual(spots);
    expect(svg.length).toBeLessThan(500_000);
    expectNoAttributeTwice(svg);
  });

  test.each([
    ["few", cloud(scattered(49))],
    ["with an outline", cloud(scattered(60), `${LOOK} stroke="#000"`)],
    ["of two opacities", cloud(scattered(60), `${LOOK} fill-opacity="0.5"`)],
    [
      "of several colours",
      marks(
        "symbol",
        scattered(60)
          .map((at, i) => dot(at, `fill="#00000${i % 2}"`))
          .join(""),
      ),
    ],
    ["squares", cloud(scattered(60)).replaceAll(CIRCLE, "M-1,-1h2v2h-2Z")],
    ["without a colour", cloud(scattered(60), "")],
  ])("that are %s stay as they are", (_, svg) => {
    expect(compactSvg(svg)).toBe(svg);
  });

  test("have no outline where Vega says that there is none", () => {
    expect(compactSvg(cloud(scattered(60), `${LOOK} stroke="none"`))).not.toContain("translate");
  });
});

const line = (segments: readonly (readonly Point[])[], kind = "line") => {
  const d = segments.map((points) => `M${points.map(([x, y]) => `${x},${y}`).join("L")}`).join("");
  return marks(kind, `<path d="${d}" stroke="#0072b2" stroke-width="1.25"/>`);
};

const segmentsOf = (svg: string): Point[][] =>
  (/ d="([^"]*)"/.exec(svg)?.[1] ?? "")
    .split("M")
    .slice(1)
    .map((part) =>
      part
        .replace("Z", "")
        .split("L")
        .map((pair) => pair.split(",").map(Number) as unknown as Point),
    );

const walk = (count: number, width: number): Point[] =>
  Array.from({ length: count }, (_, i) => [(i * width) / (count - 1), 166 + 120 * Math.sin(i * i * 0.37)]);

/** The lowest and the highest in each column of a pixel's width. */
function extremes(points: readonly Point[]): Map<number, [number, number]> {
  const columns = new Map<number, [number, number]>();
  for (const [x, y] of points) {
    const [low, high] = columns.get(Math.floor(x)) ?? [Infinity, -Infinity];
    columns.set(Math.floor(x), [Math.min(low, y), Math.max(high, y)]);
  }
  return columns;
}

describe("lines", () => {
  test("of 30,000 vertices keep four a column: the extremes of every column are passed", () => {
    const points = walk(30_000, 713);
    const svg = compactSvg(line([points]));
    const [kept] = segmentsOf(svg);
    expect(kept.length).toBeLessThanOrEqual(4 * 714);
    // Columns by x as Vega wrote it: a vertex at 12.97 is written as 13.
    const shown = kept.map(([x, y]): Point => [x, y]);
    for (const [column, [low, high]] of extremes(points)) {
      const near = shown.filter(([x]) => x >= column && x <= column + 1);
      expect(near.some(([, y]) => Math.abs(y - low) <= 0.0501)).toBe(true);
      expect(near.some(([, y]) => Math.abs(y - high) <= 0.0501)).toBe(true);
    }
  });

  test("keep their ends, their order and their gaps", () => {
    const points = walk(3_000, 300);
    const parts = [points.slice(0, 1_000), points.slice(1_200, 1_201), points.slice(2_000)];
    const kept = segmentsOf(compactSvg(line(parts)));
    expect(kept).toHaveLength(3);
    for (const [i, part] of parts.entries()) {
      const xs = kept[i].map(([x]) => x);
      expect(xs).toEqual([...xs].sort((a, b) => a - b));
      expect(kept[i][0][0]).toBeCloseTo(part[0][0], 0);
      expect(kept[i].at(-1)?.[0]).toBeCloseTo(part.at(-1)?.[0] ?? Number.NaN, 0);
    }
  });

  test("with a vertex or two a pixel keep all of them", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 60 }), (ys) => {
        const points = ys.map((y, i): Point => [0.5 * i, Number(y.toFixed(3))]);
        const [kept] = segmentsOf(compactSvg(line([points])));
        expect(kept).toHaveLength(points.length);
        for (const [i, [x, y]] of points.entries()) {
          expect(Math.abs(kept[i][0] - x)).toBeLessThanOrEqual(0.0501);
          expect(Math.abs(kept[i][1] - y)).toBeLessThanOrEqual(0.0501);
        }
      }),
    );
  });

  test("at places with an exponent are thinned too", () => {
    const points = walk(3_000, 30).map(([x], i): Point => [x, i % 2 === 0 ? 1e-14 : 8]);
    expect(compactSvg(line([points])).length).toBeLessThan(2_000);
  });

  test("that are curves stay as they are", () => {
    const svg = marks("line", '<path d="M0,0C1,1,2,2,3.123456,3" stroke="#000"/>');
    expect(compactSvg(svg)).toBe(svg);
  });
});

test("a band of 12,000 dates is thinned along both edges, and stays closed", () => {
  const upper = walk(12_000, 700);
  const lower = upper.map(([x, y]): Point => [x, y + 20]).reverse();
  const before = line([[...upper, ...lower]], "area").replace('" stroke', 'Z" stroke');
  const after = compactSvg(before);
  expect(after).toContain('Z" stroke');
  const [ring] = segmentsOf(after);
  expect(ring.length).toBeLessThanOrEqual(8 * 701);
  expect(extremes(ring).size).toBeGreaterThanOrEqual(700);
});

test("what is no mark of data stays as it is", () => {
  const axis = '<svg><g class="mark-rule role-axis-grid"><path d="M0,0.123456L1,1"/></g><text>a &gt; b</text></svg>';
  expect(compactSvg(axis)).toBe(axis);
});
