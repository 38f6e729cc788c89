// How exact rolling regressions are, window by window, against exact integer arithmetic; beside ours, what sliding sums
// make of the same data.

import { type ExactLine, exactLines } from "../src/rolling/rolling.judge.ts";
import { expandingRegression, rollingRegression } from "../src/rolling/rolling.ts";
import { digitsOfError, type Family, FamilyTable } from "./accuracy-family.ts";
import { type RollingCase, rollingCases } from "./rolling-cases.ts";

const FLOOR = 12;

/** `error`: the standard error of beta. */
interface Answer {
  readonly alpha: number;
  readonly beta: number;
  readonly error: number;
  readonly rSquared: number;
}

/** The worst relative errors over all windows; alpha's relative to the larger of itself and its standard error. */
interface Worst {
  alpha: number;
  beta: number;
  error: number;
  rSquared: number;
}

/** A case, and how far off ours and sliding sums are. */
export interface JudgedCase {
  readonly name: string;
  readonly windows: number;
  readonly ours: Readonly<Worst>;
  readonly sliding: Readonly<Worst>;
}

const columns = ["beta", "alpha", "error", "rSquared"] as const;
const NAMES = { beta: "beta", alpha: "alpha", error: "standard error", rSquared: "R²" } as const;

export function judgeRolling(): JudgedCase[] {
  return Array.from(rollingCases(), (one) => ({ name: one.name, ...judge(one) }));
}

export function rollingFamilies(judged: readonly JudgedCase[]): readonly Family[] {
  const table = new FamilyTable("exact integers");
  for (const column of columns) {
    for (const { name, ours } of judged) table.add("rolling", NAMES[column], FLOOR, name, digitsOfError(ours[column]));
  }
  return table.families;
}

/** A row a case: the digits of the worst window, ours and those of sliding sums. */
export function printRolling(judged: readonly JudgedCase[]): void {
  const heads = ["beta", "alpha", "error", "R²"];
  printRow("rolling, the worst window's digits", "windows", [...heads, ...heads.map((head) => `sums: ${head}`)]);
  for (const { name, windows, ours, sliding } of judged) {
    const errors = [...columns.map((column) => ours[column]), ...columns.map((column) => sliding[column])];
    const digits = errors.map((error) => Math.max(0, digitsOfError(error)).toFixed(1));
    printRow(name, String(windows), digits);
  }
}

function printRow(name: string, windows: string, cells: readonly string[]): void {
  console.log(
    [name.padEnd(42), windows.padStart(7), ...cells.map((cell, i) => cell.padStart(i < 4 ? 8 : 13))].join(""),
  );
}

function judge({ y, x, window, expanding = false, every = 1 }: RollingCase) {
  const own = (expanding ? expandingRegression : rollingRegression)(y, [x], window);
  const naive = slidingSums(y, x, window, expanding);
  const ours: Worst = { alpha: 0, beta: 0, error: 0, rSquared: 0 };
  const sliding: Worst = { alpha: 0, beta: 0, error: 0, rSquared: 0 };
  let windows = 0;
  for (const [i, exact] of exactLines(y, x, window, expanding ? 0 : 1, every)) {
    const answer = {
      alpha: own.alpha[i],
      beta: own.betas[0][i],
      error: own.standardErrors[0][i],
      rSquared: own.rSquared[i],
    };
    worsen(ours, answer, exact);
    worsen(sliding, naive[i], exact);
    windows++;
  }
  return { windows, ours, sliding };
}

function worsen(worst: Worst, answer: Answer, exact: ExactLine): void {
  for (const column of columns) {
    const truth = column === "error" ? exact.standardError : exact[column];
    const size = column === "alpha" ? Math.max(Math.abs(truth), exact.alphaError) : Math.abs(truth);
    const error = Math.abs(answer[column] - truth) / size;
    if (!(error <= worst[column])) worst[column] = Number.isNaN(error) ? Infinity : error;
  }
}

/** The textbook's way: five sums, to which each step adds a value and from which it takes one. */
function slidingSums(y: Float64Array, x: Float64Array, window: number, expanding: boolean): Answer[] {
  const answers: Answer[] = [];
  let [sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0];
  const add = (a: number, b: number, sign: number) => {
    sumX += sign * a;
    sumY += sign * b;
    sumXX += sign * a * a;
    sumYY += sign * b * b;
    sumXY += sign * a * b;
  };
  for (let t = 0; t < x.length; t++) {
    add(x[t], y[t], 1);
    if (!expanding && t >= window) add(x[t - window], y[t - window], -1);
    if (t < window - 1) continue;
    const n = expanding ? t + 1 : window;
    const [squaresX, squaresY, products] = [
      sumXX - (sumX * sumX) / n,
      sumYY - (sumY * sumY) / n,
      sumXY - (sumX * sumY) / n,
    ];
    const beta = products / squaresX;
    answers.push({
      alpha: (sumY - beta * sumX) / n,
      beta,
      error: Math.sqrt((squaresY - beta * products) / (n - 2) / squaresX),
      rSquared: (beta * products) / squaresY,
    });
  }
  return answers;
}
