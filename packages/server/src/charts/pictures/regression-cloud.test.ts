import { describe, expect, test } from "vitest";
import { sampleAnalysis } from "../../../testing/sample-analysis.ts";
import { jointOf } from "../../analysis/joining/joint-returns.fixture.ts";
import { analysisOf, column } from "../../analysis/walk-forward/walk.fixture.ts";
import type { Chart } from "../chart.ts";
import { regressionCloud } from "./regression-cloud.ts";

const LENGTH = 60;
const [X, Z, NOISE] = [1, 3, 7].map((seed) => column(LENGTH, seed));
const made = (alpha: number, beta: number, noise = 0.4) => X.map((value, t) => alpha + beta * value + noise * NOISE[t]);
const cloudOf = (portfolio: Float64Array, benchmarks = [X], inference?: Parameters<typeof analysisOf>[1]) =>
  regressionCloud(analysisOf(jointOf(portfolio, benchmarks), inference).regression, undefined);

const numbers = ({ datasets }: Chart, name: string, field: string) => datasets[name].map((row) => row[field] as number);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const products = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, t) => sum + (value - mean(a)) * (b[t] - mean(b)), 0);
const slope = (y: readonly number[], x: readonly number[]) => products(y, x) / products(x, x);

const noteOf = ({ layers }: Chart): string[] => (layers[3].mark as { text: string[] }).text;

describe("the band of one benchmark", () => {
  test("is the textbook's interval of the mean: ŷ ± t·s·√(1/n + (x − x̄)²/Sxx)", () => {
    const chart = cloudOf(made(0.001, 1.2));
    const [x, y] = [numbers(chart, "returns", "x"), numbers(chart, "returns", "y")];
    const beta = slope(y, x);
    const alpha = mean(y) - beta * mean(x);
    const squares = y.reduce((sum, value, t) => sum + (value - alpha - beta * x[t]) ** 2, 0);
    const s = Math.sqrt(squares / (LENGTH - 2));
    // Student's t of 58 degrees of freedom at 0.975, of a printed table.
    const t = 2.001717;
    for (const { x: at, line, lower, upper } of chart.datasets.line as unknown as Record<string, number>[]) {
      const half = t * s * Math.sqrt(1 / LENGTH + (at - mean(x)) ** 2 / products(x, x));
      expect(line).toBeCloseTo(alpha + beta * at, 7);
      expect(upper - line).toBeCloseTo(half, 7);
      expect(line - lower).toBeCloseTo(half, 7);
    }
  });

  test("is as long as the cloud is wide", () => {
    const chart = cloudOf(made(0, 1));
    const [x, grid] = [numbers(chart, "returns", "x"), numbers(chart, "line", "x")];
    expect([grid[0], grid.at(-1)]).toEqual([Math.min(...x), Math.max(...x)]);
    expect(grid).toEqual([...grid].sort((a, b) => a - b));
  });

  test("follows the covariance and the confidence that are asked for", async () => {
    const widthOf = async (inference: Parameters<typeof analysisOf>[1]) => {
      const chart = regressionCloud((await sampleAnalysis({ inference })).regression, undefined);
      const [{ lower, upper }] = chart.datasets.line as unknown as Record<string, number>[];
      return { width: upper - lower, subtitle: chart.subtitle };
    };
    const [classical, robust, wide] = await Promise.all([
      widthOf({}),
      widthOf({ covariance: "HC3" }),
      widthOf({ confidence: 0.99 }),
    ]);
    expect(Math.abs(robust.width / classical.width - 1)).toBeGreaterThan(0.01);
    expect(robust.subtitle).not.toBe(classical.subtitle);
    // t of 0.995 over t of 0.975, with 1,257 degrees of freedom.
    expect(wide.width / classical.width).toBeCloseTo(2.5795 / 1.9619, 2);
    expect(wide.subtitle).toContain("99% interval");
  });
});

describe("of several benchmarks", () => {
  const portfolio = X.map((value, t) => 0.8 * value - 1.5 * Z[t] + 0.4 * NOISE[t]);
  const analysis = analysisOf(jointOf(portfolio, [X, Z]));

  test.each([0, 1])("the cloud's own slope is the beta of all together: benchmark %i", (j) => {
    const chart = regressionCloud(analysis.regression, ["B1", "B2"][j]);
    const beta = analysis.regression.betas[j];
    expect(slope(numbers(chart, "returns", "y"), numbers(chart, "returns", "x"))).toBeCloseTo(beta, 6);
    expect(beta * [0.8, -1.5][j]).toBeGreaterThan(0);
    const lines = chart.datasets.line as unknown as Record<string, number>[];
    for (const { x, line, lower, upper } of lines) {
      expect(line).toBeCloseTo(beta * x, 7);
      expect(lower).toBeLessThanOrEqual(line);
      expect(upper).toBeGreaterThanOrEqual(line);
    }
    expect(chart.title).toContain(["on B1 beyond what B2 explains", "on B2 beyond what B1 explains"][j]);
  });

  test("a benchmark that there is not is refused by its name", () => {
    expect(() => regressionCloud(analysis.regression, "B3")).toThrow(/B3/);
  });
});

test.each([
  [0.001, 1.2, /^y = 0\.\d{4}% \+ 1\.\d{4} x$/],
  [-0.001, 1.2, /^y = −0\.\d{4}% \+ 1\.\d{4} x$/],
  [0.001, -1.2, /^y = 0\.\d{4}% − 1\.\d{4} x$/],
  [-0.001, -1.2, /^y = −0\.\d{4}% − 1\.\d{4} x$/],
])("of alpha %d and beta %d the equation has the right signs", (alpha, beta, equation) => {
  const chart = cloudOf(made(alpha, beta, 0.01));
  expect(noteOf(chart)[0]).toMatch(equation);
  expect(chart.description).toContain(noteOf(chart)[0]);
});

test("of several benchmarks R² is that of all together, and says so", () => {
  const chart = cloudOf(made(0, 1), [X, Z]);
  expect(noteOf(chart)[1]).toMatch(/^R² of the whole regression \d/);
});

test("of several benchmarks a negative beta has a minus, and no alpha", () => {
  expect(noteOf(cloudOf(made(0.001, -1.2), [X, Z]))[0]).toMatch(/^y = −1\.\d{4} x$/);
});

test("the words stand in the corner that the line leaves free", () => {
  const side = (chart: Chart) => (chart.layers[3].mark as { align: string }).align;
  expect(side(cloudOf(made(0, 1)))).toBe("left");
  expect(side(cloudOf(made(0, -1)))).toBe("right");
});

test("an exact fit has an interval of nothing, and says so", () => {
  const chart = cloudOf(X);
  expect(noteOf(chart)).toEqual(["y = 0% + 1.0000 x", "R² 100.0%", "beta: 95% interval 1.0000 to 1.0000"]);
});

test("R² of a portfolio that does not vary is not defined, and not 0", () => {
  expect(noteOf(cloudOf(new Float64Array(LENGTH)))[1]).toBe("R² is not defined");
});
