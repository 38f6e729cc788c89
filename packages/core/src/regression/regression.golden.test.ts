import { describe, expect, test } from "vitest";
import { columnsOf, correctDigits, exactCases, nistSets, olsCases, worstDigits } from "../../golden/read-golden.ts";
import { regress } from "./regression.ts";

// Set PRINT_DIGITS to see the digits that each data set reaches.
function report(name: string, digits: Readonly<Record<string, number>>): void {
  if (!process.env.PRINT_DIGITS) return;
  const listed = Object.entries(digits).map(([quantity, value]) => `${quantity} ${value.toFixed(1)}`);
  console.log(`${name}: ${listed.join(", ")}`);
}

describe("agrees with statsmodels", () => {
  const statistics = [
    "rSquared",
    "adjustedRSquared",
    "residualStandardError",
    "fStatistic",
    "fPValue",
    "logLikelihood",
    "aic",
    "bic",
    "durbinWatson",
  ] as const;

  test.each(olsCases)("$name", (golden) => {
    const { intercept, confidence } = golden;
    const fit = regress(Float64Array.from(golden.y), columnsOf(golden.x), { intercept, confidence });
    for (const statistic of statistics) {
      expect(correctDigits(fit[statistic], golden[statistic]), statistic).toBeGreaterThan(11);
    }
    golden.coefficients.forEach((expected, j) => {
      const coefficient = fit.coefficients[j];
      for (const statistic of ["estimate", "standardError", "tStatistic", "pValue"] as const) {
        expect(correctDigits(coefficient[statistic], expected[statistic]), statistic).toBeGreaterThan(11);
      }
      // scipy's t quantile, and so statsmodels' bounds, are themselves good to 9 digits only.
      for (const bound of ["lower", "upper"] as const) {
        expect(Math.abs(coefficient[bound] - expected[bound])).toBeLessThan(1e-8 * expected.standardError);
      }
    });
  });

  test("the fixture's residuals are the response less the line", () => {
    const { y, x } = olsCases[0];
    const { coefficients, residuals } = regress(Float64Array.from(y), columnsOf(x));
    y.forEach((value, i) => {
      expect(residuals[i]).toBeCloseTo(value - coefficients[0].estimate - coefficients[1].estimate * x[0][i], 14);
    });
  });
});

describe("agrees with exact rational arithmetic", () => {
  // The least digits of [estimates, standard errors, residual standard error, R², Durbin-Watson]; what is not listed
  // is held to 13 throughout. Where it is less, the data leave no more: the standard errors of near-twins lose what
  // their condition costs, and a beta that is a millionth of its standard error has cancelled by as much.
  const least: Readonly<Record<string, readonly number[]>> = {
    "NIST Filip": [13, 6.5, 13, 11, 13],
    "NIST Wampler3": [13, 12.5, 13, 13, 13],
    "NIST Wampler4": [13, 12.5, 13, 13, 13],
    "NIST Wampler5": [13, 12.5, 13, 11, 13],
    "hardly any relation": [9, 13, 13, 9, 13],
    "benchmarks 1e-06 apart": [13, 10, 13, 12, 13],
    "benchmarks 1e-09 apart": [13, 6.5, 13, 12, 13],
  };

  test.each(exactCases.filter(({ name }) => name !== "NIST Wampler2"))("$name", (golden) => {
    const fit = regress(Float64Array.from(golden.y), columnsOf(golden.x), { intercept: golden.intercept });
    const digits = {
      estimates: worstDigits(
        fit.coefficients.map(({ estimate }) => estimate),
        golden.estimates,
      ),
      standardErrors: worstDigits(
        fit.coefficients.map(({ standardError }) => standardError),
        golden.standardErrors,
      ),
      residualStandardError: correctDigits(fit.residualStandardError, golden.residualStandardError),
      rSquared: correctDigits(fit.rSquared, golden.rSquared),
      durbinWatson: correctDigits(fit.durbinWatson, golden.durbinWatson),
    };
    report(golden.name, digits);
    const bounds = least[golden.name] ?? [13, 13, 13, 13, 13];
    Object.entries(digits).forEach(([quantity, value], i) => {
      expect(value, quantity).toBeGreaterThan(bounds[i]);
    });
  });
});

describe("agrees with NIST's certified values", () => {
  // Of the worst estimate and the worst standard error. Plain QR in doubles gives 12.1, 10.9 and 9.4 on the estimates
  // of Norris, Longley and Wampler1.
  const least: Readonly<Record<string, readonly [number, number]>> = {
    Norris: [13.5, 13.5],
    NoInt1: [14, 14],
    NoInt2: [14, 14],
    Longley: [13, 13],
    Wampler1: [14, 14],
  };

  test.each(Object.entries(nistSets))("%s", (name, set) => {
    const fit = regress(Float64Array.from(set.y), columnsOf(nistColumns(name)), { intercept: set.terms[0] === "1" });
    const estimates = worstDigits(
      fit.coefficients.map(({ estimate }) => estimate),
      set.estimates,
    );
    const standardErrors = worstDigits(
      fit.coefficients.map(({ standardError }) => standardError),
      set.standardErrors,
    );
    report(`NIST ${name}`, { estimates, standardErrors });
    expect(estimates).toBeGreaterThan(least[name][0]);
    expect(standardErrors).toBeGreaterThan(least[name][1]);
    expect(correctDigits(fit.residualStandardError, set.residualStandardDeviation)).toBeGreaterThan(13.5);
    expect(correctDigits(fit.rSquared, set.rSquared)).toBeGreaterThan(14);
  });

  test("Wampler2: an exact polynomial has standard errors of 0 and no t statistics", () => {
    const golden = exactCases.find(({ name }) => name === "NIST Wampler2")!;
    const fit = regress(Float64Array.from(golden.y), columnsOf(golden.x));
    fit.coefficients.forEach(({ estimate, standardError, tStatistic }, power) => {
      expect(correctDigits(estimate, 0.1 ** power)).toBeGreaterThan(11);
      expect(standardError).toBe(0);
      expect(tStatistic).toBeNull();
    });
    expect(fit.rSquared).toBe(1);
  });

  test("Filip: NIST's own certified values, as far as doubles can hold the powers of x", () => {
    const golden = exactCases.find(({ name }) => name === "NIST Filip")!;
    const { coefficients, residualStandardError } = regress(Float64Array.from(golden.y), columnsOf(golden.x));
    const certified = [-1467.4896142298, -2772.17959193342, -2316.37108160893, -1127.97394098372, -354.478233703349];
    const estimates = coefficients.map(({ estimate }) => estimate);
    expect(worstDigits(estimates, certified)).toBeGreaterThan(7);
    expect(correctDigits(residualStandardError, 0.00334801051324544)).toBeGreaterThan(9);
  });
});

function nistColumns(name: string): number[][] {
  const { x, xRows, terms } = nistSets[name];
  if (xRows) return xRows[0].map((_, j) => xRows.map((row) => row[j]));
  const powers = terms.filter((term) => term !== "1").length;
  return Array.from({ length: powers }, (_, p) => x!.map((value) => value ** (p + 1)));
}
