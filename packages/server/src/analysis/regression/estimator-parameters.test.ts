import { expect, test } from "vitest";
import { withParameterDefaults } from "./estimator-parameters.ts";

test("what is left out, or null, is the default", () => {
  const defaults = withParameterDefaults({});
  expect(defaults).toEqual({
    ewmaLambda: 0.94,
    ewmaHalfLife: null,
    blumeWeight: 2 / 3,
    vasicekMean: 1,
    vasicekStandardDeviation: 0.5,
    dimsonLags: 1,
    dimsonLeads: 1,
    huberThreshold: 1.345,
  });
  expect(withParameterDefaults({ ewmaLambda: null, dimsonLags: undefined })).toEqual(defaults);
});

test("what is given is kept, 0 too", () => {
  const given = { blumeWeight: 0, vasicekMean: 0, vasicekStandardDeviation: 0, dimsonLags: 0, dimsonLeads: 0 };
  expect(withParameterDefaults(given)).toMatchObject(given);
});

test("a half-life stands in place of λ, and beside one that was given", () => {
  expect(withParameterDefaults({ ewmaHalfLife: 10 })).toMatchObject({ ewmaLambda: null, ewmaHalfLife: 10 });
  expect(withParameterDefaults({ ewmaHalfLife: 10, ewmaLambda: 0.9 })).toMatchObject({ ewmaLambda: 0.9 });
});
