import { columnsOf, exactCases, nistSets, worstDigits } from "../golden/read-golden.ts";
import { robustCases } from "../golden/read-robust.ts";
import { coefficientCovariance } from "../src/regression/covariance.ts";
import type { CovarianceOptions } from "../src/regression/covariance-choice.ts";
import type { Regression } from "../src/regression/fitted-regression.ts";
import { regress } from "../src/regression/regression.ts";
import { digitsOfError, type Family, FamilyTable } from "./accuracy-family.ts";

/** Families of exact.json: which cases, and the digits that regression.golden.test.ts asks of estimates and errors. */
const EXACT: readonly (readonly [name: string, cases: RegExp, estimates: number, errors: number])[] = [
  ["NIST Wampler3 to 5", /^NIST Wampler[345]$/, 13, 12.5],
  ["NIST Filip", /^NIST Filip$/, 13, 6.5],
  ["mean/sd 1e4", /^mean\/sd 10000$/, 13, 13],
  ["mean/sd 1e6", /^mean\/sd 1e\+06$/, 13, 13],
  ["mean/sd 1e8", /^mean\/sd 1e\+08$/, 13, 13],
  ["mean/sd 1e8, 2 benchmarks", /^mean\/sd 1e8, 2 benchmarks$/, 13, 13],
  ["close fits", /^close fit|and noise 1e-8$/, 13, 13],
  ["hardly any relation", /^hardly any relation$/, 9, 13],
  ["bad tick, tiny values", /^bad first tick$|^values near/, 13, 13],
  ["benchmarks 1e-3 apart", /^benchmarks 0\.001 apart$/, 13, 13],
  ["benchmarks 1e-6 apart", /^benchmarks 1e-06 apart$/, 13, 10],
  ["benchmarks 1e-9 apart", /^benchmarks 1e-09 apart$/, 13, 6.5],
];

export function regressionFamilies(): Family[] {
  return [...nistFamilies(), ...exactFamilies(), ...robustFamilies()];
}

function nistFamilies(): readonly Family[] {
  const table = new FamilyTable("certified");
  for (const [name, set] of Object.entries(nistSets)) {
    const powers = set.terms.filter((term) => term !== "1").length;
    const columns = set.xRows
      ? set.xRows[0].map((_, j) => set.xRows!.map((row) => row[j]))
      : Array.from({ length: powers }, (_, p) => set.x!.map((value) => value ** (p + 1)));
    const fit = regress(Float64Array.from(set.y), columnsOf(columns), { intercept: set.terms[0] === "1" });
    table.add("NIST StRD", "estimates", 13, name, worstDigits(estimatesOf(fit), set.estimates));
    table.add("NIST StRD", "standard errors", 13, name, worstDigits(errorsOf(fit), set.standardErrors));
  }
  return table.families;
}

function exactFamilies(): readonly Family[] {
  const table = new FamilyTable("exact fractions");
  for (const golden of exactCases) {
    const { name, y, x, intercept } = golden;
    const fit = regress(Float64Array.from(y), columnsOf(x), { intercept });
    // An exact polynomial: its certified coefficients are powers of 0.1, and its standard errors 0.
    if (name === "NIST Wampler2") {
      const certified = golden.estimates.map((_, power) => 0.1 ** power);
      table.add(name, "estimates", 11, name, worstDigits(estimatesOf(fit), certified));
      continue;
    }
    const family = EXACT.find(([, cases]) => cases.test(name));
    if (family === undefined) throw new Error(`exact.json has "${name}", which belongs to no family`);
    table.add(family[0], "estimates", family[2], name, worstDigits(estimatesOf(fit), golden.estimates));
    table.add(family[0], "standard errors", family[3], name, worstDigits(errorsOf(fit), golden.standardErrors));
  }
  return table.families;
}

function robustFamilies(): readonly Family[] {
  const statsmodels = new FamilyTable("statsmodels");
  const sandwich = new FamilyTable("R's sandwich");
  for (const { name, y, x, HC, HAC, sandwich: byR } of robustCases) {
    const response = Float64Array.from(y);
    const columns = columnsOf(x);
    // There statsmodels and R themselves agree to 11 digits only.
    const ticked = name.includes("bad tick");
    const add = (
      kind: string,
      options: CovarianceOptions,
      table: (typeof HC)["HC0"],
      matrix: number[][] | undefined,
    ) => {
      const fit = regress(response, columns, options);
      const family = ticked ? "HC and HAC, bad tick" : kind;
      const floor = ticked ? 9 : 10;
      const pValues = fit.coefficients.map(({ pValue }) => pValue);
      statsmodels.add(family, "standard errors", floor, name, worstDigits(errorsOf(fit), table.standardErrors));
      statsmodels.add(family, "p-values", floor, name, worstDigits(pValues, table.pValues));
      sandwich.add(kind, "covariance matrix", 11, name, matrixDigits(coefficientCovariance(fit), matrix));
    };
    for (const covariance of ["HC0", "HC1", "HC2", "HC3"] as const) {
      add(covariance, { covariance }, HC[covariance], byR.HC[covariance]);
    }
    for (const table of HAC) {
      const { lags, smallSample } = table;
      const matrices = byR.HAC.find((one) => one.lags === lags);
      add("HAC", { covariance: "HAC", lags, smallSample }, table, smallSample ? matrices?.adjusted : matrices?.plain);
    }
  }
  return [...statsmodels.families, ...sandwich.families];
}

/** By the size of the variances: a covariance may be next to 0. */
function matrixDigits(matrix: Float64Array, truth: number[][] = []): number {
  const errors = truth.flatMap((row, i) =>
    row.map((value, j) => Math.abs(matrix[i * row.length + j] - value) / Math.sqrt(truth[i][i] * truth[j][j])),
  );
  return errors.length === 0 ? 0 : digitsOfError(Math.max(...errors));
}

function estimatesOf({ coefficients }: Regression): number[] {
  return coefficients.map(({ estimate }) => estimate);
}

function errorsOf({ coefficients }: Regression): number[] {
  return coefficients.map(({ standardError }) => standardError);
}
