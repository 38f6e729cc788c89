/** The settings of estimators; `null` and a missing value are the default. */
export interface EstimatorParameters {
  readonly ewmaLambda?: number | null | undefined;
  readonly ewmaHalfLife?: number | null | undefined;
  readonly blumeWeight?: number | null | undefined;
  readonly vasicekMean?: number | null | undefined;
  readonly vasicekStandardDeviation?: number | null | undefined;
  readonly dimsonLags?: number | null | undefined;
  readonly dimsonLeads?: number | null | undefined;
  readonly huberThreshold?: number | null | undefined;
}

/** Settings with the defaults filled in; a half-life stands in place of λ. */
export function withParameterDefaults(given: EstimatorParameters) {
  return {
    ...(given.ewmaHalfLife == null
      ? { ewmaLambda: given.ewmaLambda ?? 0.94, ewmaHalfLife: null }
      : { ewmaLambda: given.ewmaLambda ?? null, ewmaHalfLife: given.ewmaHalfLife }),
    blumeWeight: given.blumeWeight ?? 2 / 3,
    vasicekMean: given.vasicekMean ?? 1,
    vasicekStandardDeviation: given.vasicekStandardDeviation ?? 0.5,
    dimsonLags: given.dimsonLags ?? 1,
    dimsonLeads: given.dimsonLeads ?? 1,
    huberThreshold: given.huberThreshold ?? 1.345,
  };
}
