import { AnalysisError } from "@hedgeql/core";
import { describe, expect, test } from "vitest";
import { jointOf } from "../../analysis/joining/joint-returns.fixture.ts";
import { analysisOf, column, walkOf } from "../../analysis/walk-forward/walk.fixture.ts";
import type { Chart } from "../chart.ts";
import { NothingToDrawError } from "../nothing-to-draw.ts";
import { PICTURES, WALK_PICTURES } from "../pictures.fixture.ts";
import { influentialPeriods } from "./influence.ts";
import { rollingBeta, usualWindow } from "./rolling-beta.ts";

const LENGTH = 80;
const [X, OWN, NOISE] = [1, 3, 7].map((seed) => column(LENGTH, seed));
const NOTHING = new Float64Array(LENGTH);
const PORTFOLIO = X.map((value, t) => 1.1 * value + 0.5 * OWN[t]);

/** The names of the pictures that there are, and why the others are none. */
function drawn(portfolio: Float64Array, benchmarks: readonly Float64Array[] = [X]) {
  const analysis = analysisOf(jointOf(portfolio, benchmarks));
  const pictures: Record<string, Chart> = {};
  const refused: Record<string, unknown> = {};
  for (const [name, draw] of Object.entries(PICTURES)) {
    try {
      pictures[name] = draw(analysis);
    } catch (error) {
      refused[name] = error;
    }
  }
  return { pictures, refused };
}

const RESIDUAL = ["residuals", "residualQuantiles", "influence"];

test.each([
  ["its own benchmark", X],
  ["constant", NOTHING],
])("of a portfolio that is %s, what is left is nothing, and all other pictures are drawn", (_, portfolio) => {
  const { pictures, refused } = drawn(portfolio);
  expect(Object.keys(refused)).toEqual(RESIDUAL);
  for (const error of Object.values(refused)) expect(error).toBeInstanceOf(NothingToDrawError);
  expect(Object.keys(pictures)).toHaveLength(6);
  expect(pictures.hedgedReturns.subtitle).toContain("0.00% after");
});

test("of twenty benchmarks three are drawn, and the others are told", () => {
  const many = Array.from({ length: 20 }, (_, i) => column(LENGTH, 2 * i + 11));
  const { pictures, refused } = drawn(PORTFOLIO, many);
  expect(refused).toEqual({});
  expect(Object.keys(pictures.dailyReturns.datasets.returns[0])).toHaveLength(2 + 3);
  expect(pictures.dailyReturns.subtitle).toContain("; 17 benchmarks are not drawn");
  expect(pictures.dailyReturns.title).toBe("portfolio, B1, B2 and 18 more: daily returns");
});

test("of four benchmarks the one that is left out is one benchmark", () => {
  const { pictures } = drawn(PORTFOLIO, [X, OWN, NOISE, column(LENGTH, 13)]);
  expect(pictures.dailyReturns.subtitle).toContain("; 1 benchmark is not drawn");
});

test("returns of 1e6 and of 1e-9 are told with their digits, and not as 0 or in forty digits", () => {
  const huge = drawn(PORTFOLIO.map((value) => 1e7 * Math.abs(value)));
  // Compounded, they leave the range of doubles.
  expect(huge.refused).toEqual({ cumulative: expect.any(NothingToDrawError) });
  const tiny = drawn(PORTFOLIO.map((value) => 1e-8 * value));
  expect(tiny.refused).toEqual({});
  for (const { pictures } of [huge, tiny]) {
    for (const { title, subtitle, description } of Object.values(pictures)) {
      expect(`${title} ${subtitle} ${description}`).not.toMatch(/\d{12}|NaN|Infinity/);
    }
  }
  expect(tiny.pictures.dailyReturns.subtitle).toMatch(/standard deviation portfolio \d\.\de−\d%/);
  expect(tiny.pictures.influence.description).not.toMatch(/[+−]0\.000,/);
});

describe("wealth", () => {
  const ruined = (at: number, to = -1) => PORTFOLIO.map((value, t) => (t === at ? to : value));

  test("that is lost on the last day ends at −100 %", () => {
    const { pictures, refused } = drawn(ruined(LENGTH - 1));
    expect(refused).toEqual({});
    expect(pictures.cumulative.subtitle).toContain("portfolio −100.0%");
    expect(pictures.drawdowns.subtitle).toContain("portfolio −100.0%");
  });

  test.each(["cumulative", "drawdowns"])(
    "that is lost before the end has no %s: a benchmark alone is no picture of it",
    (name) => {
      const { refused } = drawn(ruined(40, -2));
      expect(refused[name]).toBeInstanceOf(NothingToDrawError);
      expect((refused[name] as Error).message).toMatch(/portfolio is not drawn: .*1970-02-10/);
    },
  );

  test("of which a single line is left names it", async () => {
    const benchmark = X.map((value, t) => (t === 40 ? -1 : value));
    const { pictures } = drawn(ruined(40), [benchmark]);
    const names = Object.keys(pictures.cumulative.datasets.wealth[0]).slice(1);
    expect(names).toEqual(["hedged"]);
    expect(pictures.cumulative.encoding).toMatchObject({ color: { legend: { values: ["hedged"] } } });
  });
});

describe("windows", () => {
  const { regression } = analysisOf(jointOf(PORTFOLIO, [X]));

  test("that are too long or too short are refused with what is needed", () => {
    expect(() => rollingBeta(regression, { window: LENGTH + 1 })).toThrow(
      expect.objectContaining({ code: "INSUFFICIENT_DATA" }),
    );
    for (const window of [0, 1, 2, -5]) expect(() => rollingBeta(regression, { window })).toThrow(AnalysisError);
    expect(rollingBeta(regression, { window: LENGTH }).datasets.betas).toHaveLength(1);
    expect(rollingBeta(regression, { window: 3 }).datasets.betas).toHaveLength(LENGTH - 2);
  });

  test("are a year of days or weeks and three of months, and of short samples a third", () => {
    expect(usualWindow("DAY", 2_520, 1)).toBe(252);
    expect(usualWindow("WEEK", 520, 1)).toBe(52);
    expect(usualWindow("MONTH", 120, 1)).toBe(36);
    expect(usualWindow("DAY", 90, 1)).toBe(30);
    expect(usualWindow("DAY", 4, 1)).toBe(3);
    expect(usualWindow("DAY", 30, 20)).toBe(22);
  });

  test("in which the benchmark stands still are gaps, and not zeros", () => {
    const still = X.map((value, t) => (t >= 20 && t < 40 ? 0 : value));
    const { pictures } = drawn(PORTFOLIO, [still]);
    const { datasets } = rollingBeta(analysisOf(jointOf(PORTFOLIO, [still])).regression, { window: 10 });
    const gap = datasets.betas.slice(20, 31);
    expect(gap.every(({ beta, lower, upper }) => beta === null && lower === null && upper === null)).toBe(true);
    expect(datasets.betas[0].beta).not.toBeNull();
    expect(Object.keys(pictures)).toHaveLength(9);
  });

  test("of which none has an answer are told so", () => {
    const lone = X.map((_, t) => (t === 0 ? 0.01 : 0));
    const chart = rollingBeta(analysisOf(jointOf(PORTFOLIO, [lone])).regression, { window: LENGTH - 1 });
    expect(chart.datasets.betas).toHaveLength(2);
    expect(chart.subtitle).not.toContain("Infinity");
  });
});

test("a picture has from 1 to 30 influential days", () => {
  const { regression } = analysisOf(jointOf(PORTFOLIO, [X]));
  for (const count of [0, 31, -1]) {
    expect(() => influentialPeriods(regression, { count })).toThrow(
      expect.objectContaining({ code: "BAD_INPUT", message: expect.stringContaining(`got ${count}`) }),
    );
  }
  for (const count of [1, 30]) {
    expect(influentialPeriods(regression, { count }).datasets.influence).toHaveLength(count);
  }
  expect(() => influentialPeriods(regression, { count: 5, benchmark: "B9" })).toThrow(/B9/);
});

test("a walk that never trades, and one of a portfolio that stands still, have their pictures", async () => {
  for (const portfolio of [PORTFOLIO, NOTHING]) {
    const walk = await walkOf(jointOf(portfolio, [X]), { rebalanceEvery: 1_000 });
    for (const draw of Object.values(WALK_PICTURES)) {
      const { subtitle, datasets } = await draw(walk);
      expect(subtitle).toMatch(/^Out of sample/);
      expect(Object.keys(datasets).length).toBeGreaterThan(0);
    }
    expect((await WALK_PICTURES.ratios(walk)).subtitle).toContain("1 trade, ");
  }
});

test("a hedge with what is also held tells the two apart", async () => {
  const joint = jointOf(PORTFOLIO, [X], { portfolioSymbol: "B1" });
  const walk = await walkOf(joint);
  for (const chart of [PICTURES.cumulative(analysisOf(joint)), await WALK_PICTURES.ratios(walk)]) {
    const { domain } = (chart.encoding as { color: { scale: { domain: string[] } } }).color.scale;
    expect(new Set(domain).size).toBe(domain.length);
  }
});
