import type { KalmanRegression as CoreKalmanRegression, KalmanNoise } from "@hedgeql/core";
import { type BetaPath, PackedBeta, readableBetaPath } from "./beta-path.ts";
import { builder, COST } from "./builder.ts";
import { dateColumn } from "./date.ts";
import { Regression } from "./regression.ts";
import { base64, withNulls } from "./series.ts";

/** A path, its dates and the benchmarks. */
interface Path extends CoreKalmanRegression {
  readonly dates: Int32Array;
  readonly benchmarks: readonly string[];
}

const KalmanNoiseInput = builder.inputType("KalmanNoiseInput", {
  description: "How much alpha and betas move, as variances a period, where maximum likelihood is not wanted.",
  fields: (t) => ({
    observation: t.float({ required: true, description: "Variance of what the benchmarks do not explain; above 0." }),
    alpha: t.float({ required: true, description: "Variance of alpha's step from a period to the next; 0: it stays." }),
    betas: t.floatList({ required: true, description: "The same of each beta, in the order of the benchmarks." }),
  }),
});

const KalmanNoiseRef = builder.objectRef<KalmanNoise>("KalmanNoise").implement({
  description: "How much alpha and betas move, as variances a period.",
  fields: (t) => ({
    observation: t.exposeFloat("observation", { description: "Variance of what the benchmarks do not explain." }),
    alpha: t.exposeFloat("alpha", { description: "Variance of alpha's step from a period to the next." }),
    betas: t.exposeFloatList("betas", { description: "The same of each beta. 0: the data do not show that it moves." }),
  }),
});

function betaPaths({ benchmarks, betas, betaStandardErrors }: Path): BetaPath[] {
  return benchmarks.map((benchmark, j) => ({ benchmark, values: betas[j], standardErrors: betaStandardErrors[j] }));
}

const KalmanBeta = readableBetaPath("KalmanBeta", {
  itself: "One benchmark's beta over time.",
  values: "Its beta on each date.",
  standardErrors: "The standard error of each, given the noise.",
});

const PackedKalman = builder.objectRef<Path>("PackedKalmanRegression").implement({
  description:
    "The same as binary columns in base64, for programs, as in `PackedSeries`. NaN where the readable columns have null.",
  fields: (t) => {
    const column = (description: string, of: (path: Path) => Float64Array) =>
      t.string({ description, resolve: (path) => base64(of(path)) });
    return {
      length: t.int({ description: "How many entries each column has.", resolve: ({ dates }) => dates.length }),
      dates: t.string({
        description: "Base64 of little-endian 32-bit integers: days since 1970-01-01.",
        resolve: ({ dates }) => base64(dates),
      }),
      alpha: column("Base64 of little-endian 64-bit floats.", ({ alpha }) => alpha),
      alphaStandardError: column("The same of its standard errors.", (path) => path.alphaStandardErrors),
      beta: column("The same of the first benchmark's beta.", ({ betas }) => betas[0]),
      standardError: column("The same of its standard errors.", ({ betaStandardErrors }) => betaStandardErrors[0]),
      betas: t.field({
        type: [PackedBeta],
        description: "The beta of each benchmark on each date, in the order asked.",
        resolve: betaPaths,
      }),
    };
  },
});

const KalmanRegression = builder.objectRef<Path>("KalmanRegression").implement({
  description:
    "Alpha and betas that move as random walks, by the Kalman filter, as columns of equal length, oldest first. Null on the first dates, until there are enough returns to tell the coefficients apart. Source: Durbin and Koopman, Time Series Analysis by State Space Methods (2012), chapters 4, 5 and 7.",
  fields: (t) => {
    const column = (description: string, of: (path: Path) => Float64Array) =>
      t.floatList({ nullable: { list: false, items: true }, description, resolve: (path) => withNulls(of(path)) });
    return {
      dates: t.field({
        type: ["Date"],
        description: "The date of each entry.",
        resolve: ({ dates }) => dateColumn(dates),
      }),
      alpha: column("Alpha on each date: a decimal a period.", ({ alpha }) => alpha),
      alphaStandardError: column("The standard error of `alpha`, given the noise.", (path) => path.alphaStandardErrors),
      beta: column("The first benchmark's beta on each date.", ({ betas }) => betas[0]),
      standardError: column(
        "The standard error of `beta`, given the noise: it leaves out that the noise is an estimate too.",
        ({ betaStandardErrors }) => betaStandardErrors[0],
      ),
      betas: t.field({
        type: [KalmanBeta],
        description: "The beta of each benchmark, in the order asked.",
        resolve: betaPaths,
      }),
      packed: t.field({ type: PackedKalman, description: "The same, for programs.", resolve: (path) => path }),
      noise: t.field({
        type: KalmanNoiseRef,
        description: "How much alpha and betas move: as given, or by maximum likelihood on the whole sample.",
        resolve: ({ noise }) => noise,
      }),
      logLikelihood: t.exposeFloat("logLikelihood", {
        nullable: true,
        description: "Exact diffuse log-likelihood, as statsmodels reports it. Null for an exact fit.",
      }),
      converged: t.exposeBoolean("converged", {
        description: "Whether the search for the noise found a maximum; true for noise that was given.",
      }),
    };
  },
});

builder.objectField(Regression, "kalman", (t) =>
  t.field({
    type: KalmanRegression,
    complexity: COST.longEstimate,
    description:
      "Alpha and betas over time. Filtered: each entry uses the returns up to its date, so a hedge of the next day may use it. Smoothed: each uses the whole sample, the future too, and is for looking back alone: never for a backtest. Maximum likelihood looks at the whole sample either way; give `noise` to do without.",
    args: {
      smoothed: t.arg.boolean({ defaultValue: false, description: "Smoothed in place of filtered." }),
      noise: t.arg({ type: KalmanNoiseInput, description: "Default: by maximum likelihood." }),
    },
    resolve: (analysis, { smoothed, noise }) => ({
      ...analysis.kalman(smoothed ?? false, noise ?? undefined),
      dates: analysis.joint.dates,
      benchmarks: analysis.joint.benchmarkSymbols,
    }),
  }),
);
