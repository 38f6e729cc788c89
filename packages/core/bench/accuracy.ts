// How many digits are correct: every family of golden values, by its worst value, and rolling regressions by their worst
// window. Exits with 1 where a family is below its floor.
//
//   pnpm accuracy
//
// 16 is all that a double has. A floor is what the golden tests ask.

import { diagnosticsFamilies } from "./accuracy-diagnostics.ts";
import { distributionFamilies } from "./accuracy-distributions.ts";
import { estimatorFamilies } from "./accuracy-estimators.ts";
import { type Family, worstOf } from "./accuracy-family.ts";
import { hedgeFamilies } from "./accuracy-hedge.ts";
import { kalmanFamilies } from "./accuracy-kalman.ts";
import { regressionFamilies } from "./accuracy-regression.ts";
import { printSample } from "./accuracy-sample.ts";
import { judgeRolling, printRolling, rollingFamilies } from "./rolling-accuracy.ts";

const WIDTHS = [30, 27, 18, 7, 8, 7];

const judged = judgeRolling();
const families = [
  ...regressionFamilies(),
  ...distributionFamilies(),
  ...estimatorFamilies(),
  ...diagnosticsFamilies(),
  ...kalmanFamilies(),
  ...hedgeFamilies(),
  ...rollingFamilies(judged),
];

printRow(["family", "quantity", "against", "values", "digits", "floor"], "the worst");
for (const family of families) {
  const { data, digits } = worstOf(family);
  const numbers = [String(family.measurements.length), digits.toFixed(1), family.floor.toFixed(1)];
  const mark = isBelow(family) ? "BELOW THE FLOOR: " : "";
  printRow([family.name, family.quantity, family.judge, ...numbers], mark + data);
}
console.log();
printSample();
console.log();
printRolling(judged);

const below = families.filter(isBelow);
for (const family of below) {
  const { data, digits } = worstOf(family);
  console.error(`${family.name}, ${family.quantity}: ${digits.toFixed(2)} digits (${data}), not ${family.floor}`);
}
if (below.length > 0) process.exitCode = 1;

function isBelow(family: Family): boolean {
  return !(worstOf(family).digits >= family.floor);
}

/** Texts to the left, numbers to the right of their columns. */
function printRow(cells: readonly string[], last: string): void {
  const padded = cells.map((cell, i) => (i < 3 ? cell.padEnd(WIDTHS[i]) : cell.padStart(WIDTHS[i])));
  console.log(`${padded.join("")}  ${last}`);
}
