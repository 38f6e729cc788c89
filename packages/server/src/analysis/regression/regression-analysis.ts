import {
  AnalysisError,
  type AnnualizedAlpha,
  annualizedAlpha,
  estimateKalmanNoise,
  expandingRegression,
  formatDate,
  type KalmanNoise,
  type KalmanNoiseEstimate,
  type KalmanRegression,
  kalmanFilter,
  kalmanSmoother,
  PERIODS_PER_YEAR,
  type Regression,
  type RegressionOptions,
  type RollingRegression,
  regress,
  rollingRegression,
} from "@hedgeql/core";
import { idOf } from "../digest.ts";
import type { JointReturns } from "../joining/joint-returns.ts";
import { total } from "../joining/risk-free.ts";
import type { Warning } from "../joining/warnings.ts";
import { LIMITS, LimitError, refuseMoreThan } from "../limits.ts";
import type { Inference } from "./inference.ts";
import { nearCollinearity } from "./near-collinearity.ts";
import { structuralBreaks } from "./structural-break.ts";

/** R's own: benchmarks that are one another but for their last digits have no betas that anybody could trade. */
export const COLLINEARITY_TOLERANCE = 1e-7;

/** The returns that are regressed, and how far each may be off. */
export interface Response {
  readonly returns: Float64Array;
  readonly rounding: number;
}

/**
 * One regression of returns on the benchmarks', and what can be asked of it. Each step is computed when it is first
 * asked for and never twice, so that the fields of one query share their work, and what nobody asks for costs nothing.
 */
export class RegressionAnalysis {
  readonly joint: JointReturns;
  readonly response: Response;
  readonly inference: Inference;
  readonly #remembered = new Map<string, unknown>();

  constructor(joint: JointReturns, response: Response, inference: Inference) {
    this.joint = joint;
    this.response = response;
    this.inference = inference;
  }

  /** Of all that it is made of: what regresses the same returns alike is the same regression. */
  get id(): string {
    const { joint, response, inference } = this;
    return this.#once("id", () =>
      idOf("regression", [joint.digest(), response.rounding, inference], [response.returns]),
    );
  }

  get regression(): Regression {
    return this.#once("regression", () => {
      try {
        return regress(this.response.returns, this.joint.benchmarks, { ...this.options, ...this.inference });
      } catch (error) {
        throw withDate(error, this.joint.dates);
      }
    });
  }

  /** Itself, with its regression made: where that fails, it fails here, and not in whatever reads it first. */
  made(): this {
    this.regression;
    return this;
  }

  get betas(): number[] {
    return this.regression.coefficients.slice(1).map(({ estimate }) => estimate);
  }

  /** What every regression of these returns is told, whichever its inference. */
  get options(): Pick<RegressionOptions, "terms" | "rounding" | "collinearityTolerance"> {
    return {
      terms: this.joint.benchmarkSymbols,
      rounding: { response: this.response.rounding, regressors: this.joint.benchmarkRounding },
      collinearityTolerance: COLLINEARITY_TOLERANCE,
    };
  }

  rolling(window: number): RollingRegression {
    return this.#once(`rolling ${window}`, () =>
      withinAllowance(() =>
        rollingRegression(this.response.returns, this.joint.benchmarks, window, this.#rollingOptions),
      ),
    );
  }

  expanding(minimum: number): RollingRegression {
    return this.#once(`expanding ${minimum}`, () =>
      withinAllowance(() =>
        expandingRegression(this.response.returns, this.joint.benchmarks, minimum, this.#rollingOptions),
      ),
    );
  }

  /** How alpha and betas move, by maximum likelihood on the whole sample. */
  get kalmanNoise(): KalmanNoiseEstimate {
    return this.#once("kalman noise", () =>
      estimateKalmanNoise(this.response.returns, this.joint.benchmarks, this.options),
    );
  }

  kalman(smoothed: boolean, noise?: KalmanNoise): KalmanRegression {
    refuseMoreThan(LIMITS.kalmanBenchmarks, this.joint.benchmarks.length, "benchmarks of a Kalman filter");
    const run = smoothed ? kalmanSmoother : kalmanFilter;
    return this.#once(`kalman ${smoothed} ${JSON.stringify(noise)}`, () =>
      run(this.response.returns, this.joint.benchmarks, noise ?? this.kalmanNoise, this.options),
    );
  }

  get annualizedAlpha(): AnnualizedAlpha {
    const { riskFree, benchmarks, returnKind, interval } = this.joint;
    return this.#once("annualized alpha", () =>
      annualizedAlpha({
        alpha: this.regression.coefficients[0].estimate,
        betas: this.betas,
        portfolio: total(this.response.returns, riskFree),
        benchmarks: benchmarks.map((returns) => total(returns, riskFree)),
        riskFree: riskFree?.rates ?? null,
        kind: returnKind,
        periodsPerYear: PERIODS_PER_YEAR[interval],
      }),
    );
  }

  /** What was found on the way to the returns, and what their regression shows. */
  get warnings(): readonly Warning[] {
    return this.#once("warnings", () => [
      ...this.joint.warnings,
      ...nearCollinearity(this.joint),
      ...structuralBreaks(this.joint, () => this.regression),
    ]);
  }

  get #rollingOptions() {
    return { ...this.options, mostRefitted: LIMITS.refittedValues };
  }

  #once<T>(key: string, compute: () => T): T {
    if (!this.#remembered.has(key)) this.#remembered.set(key, compute());
    return this.#remembered.get(key) as T;
  }
}

/** Windows that take more than their allowance ask too much, and nothing is wrong with any value. */
function withinAllowance<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof AnalysisError) || error.details.mostRefitted === undefined) throw error;
    const what = "numbers in windows that are nearly exact or nearly collinear, and need a fit each";
    throw new LimitError(LIMITS.refittedValues, `${what} (choose a shorter window or period)`);
  }
}

/** Core knows observations by number, its readers by date. */
export function withDate(error: unknown, dates: Int32Array): unknown {
  if (!(error instanceof AnalysisError) || typeof error.details.observation !== "number") return error;
  const date = formatDate(dates[error.details.observation]);
  const message = error.message.replace(`observation ${error.details.observation}`, `the return of ${date}`);
  return new AnalysisError(error.code, message, { ...error.details, date });
}
