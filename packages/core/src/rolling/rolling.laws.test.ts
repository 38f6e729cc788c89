import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Regression } from "../regression/fitted-regression.ts";
import { anyOptions, hostileDraw, plainDraw, regressWithin } from "./rolling.arbitrary.ts";
import { expandingRegression, rollingRegression } from "./rolling.ts";
import type { RollingRegression } from "./windows.ts";

const RUNS = 200;

/** NaN for NaN, else within 1e-12 of the value or of its scale, which is what a value near 0 has cancelled from. */
function expectClose(actual: number, expected: number | null | undefined, scale: number, what: string): void {
  const truth = expected ?? Number.NaN;
  const close = Object.is(actual, truth) || Math.abs(actual - truth) <= 1e-12 * Math.max(Math.abs(truth), scale);
  if (!close) expect.fail(`${what} is ${actual}, should be ${truth}`);
}

function expectEntry(rolling: RollingRegression, i: number, fit: Regression | null, digits = 1): void {
  const [alpha] = fit?.coefficients ?? [];
  expectClose(rolling.alpha[i], alpha?.estimate, digits * (alpha?.standardError ?? 0), `alpha ${i}`);
  expectClose(rolling.rSquared[i], fit?.rSquared, 0.01 * digits, `rSquared ${i}`);
  rolling.betas.forEach((beta, j) => {
    const coefficient = fit?.coefficients[j + 1];
    const error = coefficient?.standardError ?? 0;
    expectClose(beta[i], coefficient?.estimate, digits * error, `beta ${j} of window ${i}`);
    expectClose(rolling.standardErrors[j][i], coefficient?.standardError, 0, `standard error ${j} of window ${i}`);
  });
}

describe.each([1, 2])("on %d regressors", (count) => {
  test("every window is the regression of the window, whatever is in it", () => {
    fc.assert(
      fc.property(hostileDraw, anyOptions, ({ columns: [y, ...rest], window }, { terms, ...others }) => {
        const regressors = rest.slice(0, count);
        const options = terms ? { ...others, terms: terms.slice(0, count) } : others;
        const rolling = rollingRegression(y, regressors, window, options);
        expect(rolling.alpha.length).toBe(y.length - window + 1);
        for (let i = 0; i < rolling.alpha.length; i++) {
          expectEntry(rolling, i, regressWithin(y, regressors, i, i + window, options));
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("every growing window is the regression of all that came before its end", () => {
    fc.assert(
      fc.property(hostileDraw, anyOptions, ({ columns: [y, ...rest], window }, { terms, ...others }) => {
        const regressors = rest.slice(0, count);
        const options = terms ? { ...others, terms: terms.slice(0, count) } : others;
        const expanding = expandingRegression(y, regressors, window, options);
        expect(expanding.alpha.length).toBe(y.length - window + 1);
        for (let i = 0; i < expanding.alpha.length; i++) {
          expectEntry(expanding, i, regressWithin(y, regressors, 0, i + window, options));
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("what is outside a window changes nothing in it, to the last bit", () => {
    fc.assert(
      fc.property(plainDraw, fc.nat(), fc.nat(), fc.constantFrom(0, 1e4, -1e9), (draw, at, which, value) => {
        const { columns, window } = draw;
        const t = at % columns[0].length;
        const changed = columns.map((column, c) => (c === which % (count + 1) ? column.with(t, value) : column));
        const [before, after] = [columns, changed].map(([y, ...rest]) =>
          rollingRegression(y, rest.slice(0, count), window),
        );
        for (let i = 0; i < before.alpha.length; i++) {
          if (i <= t && t < i + window) continue;
          expect(entry(after, i)).toEqual(entry(before, i));
        }
        const [known, later] = [columns, changed].map(([y, ...rest]) =>
          expandingRegression(y, rest.slice(0, count), window),
        );
        for (let i = 0; i + window <= t; i++) expect(entry(later, i)).toEqual(entry(known, i));
      }),
    );
  });

  test("a constant that is added to the response is added to alpha, and changes nothing else", () => {
    fc.assert(
      fc.property(plainDraw, fc.constantFrom(0.01, 1, -30), ({ columns: [y, ...rest], window }, constant) => {
        const regressors = rest.slice(0, count);
        const raised = y.map((value) => value + constant);
        const plain = rollingRegression(y, regressors, window);
        const shifted = rollingRegression(raised, regressors, window);
        for (let i = 0; i < plain.alpha.length; i++) {
          const fit = regressWithin(y, regressors, i, i + window);
          // The raised values are rounded where the others were not; an exact fit of 4 points may cease to be one.
          if (fit === null || fit.residualStandardError < 1e-4 || worstUnitError(fit) > 1e4) continue;
          expect(Math.abs(shifted.alpha[i] - plain.alpha[i] - constant)).toBeLessThan(1e-9);
          plain.betas.forEach((beta, j) => {
            expect(Math.abs(shifted.betas[j][i] - beta[i])).toBeLessThan(1e-9);
            expect(shifted.standardErrors[j][i] / plain.standardErrors[j][i]).toBeCloseTo(1, 9);
          });
          expect(shifted.rSquared[i]).toBeCloseTo(plain.rSquared[i], 9);
        }
      }),
    );
  });

  test("scaling the series scales the answers, by powers of two exactly", () => {
    fc.assert(
      fc.property(plainDraw, ({ columns: [y, ...rest], window }) => {
        const regressors = rest.slice(0, count);
        const plain = rollingRegression(y, regressors, window);
        const scaled = rollingRegression(
          y.map((value) => value * 8),
          regressors.map((column) => column.map((value) => value * 2)),
          window,
        );
        expect(scaled.alpha).toEqual(plain.alpha.map((value) => value * 8));
        expect(scaled.rSquared).toEqual(plain.rSquared);
        plain.betas.forEach((beta, j) => {
          expect(scaled.betas[j]).toEqual(beta.map((value) => value * 4));
          expect(scaled.standardErrors[j]).toEqual(plain.standardErrors[j].map((value) => value * 4));
        });
      }),
    );
  });
});

test("the last growing window and the one window of all are the same regression", () => {
  fc.assert(
    fc.property(plainDraw, ({ columns: [y, x], window }) => {
      const expanding = expandingRegression(y, [x], window);
      const last = expanding.alpha.length - 1;
      expectEntry(expanding, last, regressWithin(y, [x], 0, y.length));
      expectEntry(rollingRegression(y, [x], y.length), 0, regressWithin(y, [x], 0, y.length));
    }),
  );
});

function entry({ alpha, betas, standardErrors, rSquared }: RollingRegression, i: number): number[] {
  return [alpha[i], rSquared[i], ...betas.map((column) => column[i]), ...standardErrors.map((column) => column[i])];
}

function worstUnitError({ coefficients, residualStandardError }: Regression): number {
  return Math.max(...coefficients.map(({ standardError }) => standardError / residualStandardError));
}
