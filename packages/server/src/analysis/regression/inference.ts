import type { CovarianceEstimator, CovarianceOptions } from "@hedgeql/core";

/** How a caller wants uncertainty to be estimated; `null` and a missing value are the same. */
export interface InferenceInput {
  readonly covariance?: CovarianceEstimator | null | undefined;
  readonly lags?: number | null | undefined;
  readonly smallSample?: boolean | null | undefined;
  readonly confidence?: number | null | undefined;
}

/** The same as core takes it. */
export interface Inference extends CovarianceOptions {
  readonly confidence: number;
}

const CONFIDENCE = 0.95;

export function readInference(input: InferenceInput | null | undefined): Inference {
  return {
    covariance: input?.covariance ?? "CLASSICAL",
    ...(input?.lags == null ? {} : { lags: input.lags }),
    smallSample: input?.smallSample ?? false,
    confidence: input?.confidence ?? CONFIDENCE,
  };
}
