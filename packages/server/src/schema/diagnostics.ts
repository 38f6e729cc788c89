import type { FluctuationTest, InfluentialObservation, DiagnosticTest as Test } from "@hedgeql/core";
import { LIMITS } from "../analysis/limits.ts";
import { benchmarkIndex } from "../analysis/regression/beta-estimates.ts";
import { Diagnostics } from "../analysis/regression/diagnostics.ts";
import type { RegressionAnalysis } from "../analysis/regression/regression-analysis.ts";
import { builder, COST } from "./builder.ts";
import { dateAt } from "./date.ts";
import {
  betaCusumMeaning,
  breuschPaganMeaning,
  chowMeaning,
  conditionMeaning,
  durbinWatsonMeaning,
  jarqueBeraMeaning,
  ljungBoxMeaning,
  residualCusumMeaning,
} from "./diagnostic-meaning.ts";
import { Regression } from "./regression.ts";

/** A test with its words, and the date that it points at, where it does. */
interface Told {
  readonly test: Test;
  readonly meaning: string;
  readonly date?: string | null;
}

const DiagnosticTest = builder.objectRef<Told>("DiagnosticTest").implement({
  description: "A test of what a regression takes for granted, and what it means for the hedge.",
  fields: (t) => ({
    statistic: t.float({
      nullable: true,
      description: "The test's statistic. Null where it is not defined: `reason` says why.",
      resolve: ({ test }) => test.statistic,
    }),
    pValue: t.float({
      nullable: true,
      description: "How often chance alone gives a statistic this far out when the assumption holds.",
      resolve: ({ test }) => test.pValue,
    }),
    meaning: t.exposeString("meaning", { description: "What it means for the hedge, judged at 5 %." }),
    reason: t.string({
      nullable: true,
      description: "Why a number is null; null where none is.",
      resolve: ({ test }) => test.reason ?? null,
    }),
  }),
});

const StabilityTest = builder.objectRef<Told>("StabilityTest").implement({
  description: "A test that something stayed the same over the sample, and the date at which it most likely moved.",
  fields: (t) => ({
    statistic: t.float({
      nullable: true,
      description: "The test's statistic. Null where it is not defined: `reason` says why.",
      resolve: ({ test }) => test.statistic,
    }),
    pValue: t.float({
      nullable: true,
      description: "How often chance alone gives a statistic this far out when nothing moved.",
      resolve: ({ test }) => test.pValue,
    }),
    date: t.field({
      type: "Date",
      nullable: true,
      description:
        "Of a CUSUM: the date after which the move most likely came, if there was one. Of Chow's test: the first date of the later part.",
      resolve: ({ date }) => date ?? null,
    }),
    meaning: t.exposeString("meaning", { description: "What it means for the hedge, judged at 5 %." }),
    reason: t.string({
      nullable: true,
      description: "Why a number is null; null where none is.",
      resolve: ({ test }) => test.reason ?? null,
    }),
  }),
});

const VarianceInflation = builder
  .objectRef<{ readonly benchmark: string; readonly factor: number }>("VarianceInflation")
  .implement({
    description: "By how much the likeness of the benchmarks multiplies the variance of one beta.",
    fields: (t) => ({
      benchmark: t.exposeString("benchmark", { description: "The benchmark's symbol." }),
      factor: t.exposeFloat("factor", {
        description: "1/(1 − R²) of this benchmark on the others. 1: none; above 10 it is called high.",
      }),
    }),
  });

interface Influence {
  readonly observation: InfluentialObservation;
  readonly analysis: RegressionAnalysis;
  readonly benchmark: number;
}

const InfluentialDate = builder.objectRef<Influence>("InfluentialDate").implement({
  description: "One date, and what leaving it out would do.",
  fields: (t) => ({
    date: t.field({
      type: "Date",
      description: "The date of the return.",
      resolve: ({ observation, analysis }) => dateAt(analysis.joint.dates, observation.index) as string,
    }),
    change: t.float({
      nullable: true,
      description: "Beta with all dates less beta without this one (DFBETA): what this date adds to beta.",
      resolve: ({ observation }) => observation.change,
    }),
    portfolioReturn: t.float({
      description: "The portfolio's return on it, as a decimal.",
      resolve: ({ observation, analysis }) => analysis.response.returns[observation.index],
    }),
    benchmarkReturn: t.float({
      description: "The benchmark's return on it, as a decimal.",
      resolve: ({ observation, analysis, benchmark }) => analysis.joint.benchmarks[benchmark][observation.index],
    }),
    leverage: t.float({
      description: "How much it pulls its own fitted value, 0 to 1: large where the benchmarks' returns are unusual.",
      resolve: ({ observation }) => observation.leverage,
    }),
    studentizedResidual: t.float({
      nullable: true,
      description: "How unusual the portfolio's return is beside the benchmarks', in standard errors.",
      resolve: ({ observation }) => observation.studentizedResidual,
    }),
    cooksDistance: t.float({
      nullable: true,
      description: "How far it moves the whole regression; above 1 it is called influential.",
      resolve: ({ observation }) => observation.cooksDistance,
    }),
    reason: t.string({
      nullable: true,
      description: "Why a number is null; null where none is.",
      resolve: ({ observation }) => observation.reason ?? null,
    }),
  }),
});

const DiagnosticsRef = builder.objectRef<Diagnostics>("Diagnostics").implement({
  description:
    "Whether the regression deserves trust: tests of what it takes for granted, each with a sentence on what it means for the hedge. A p-value below 5 % speaks against the assumption; with seven tests one such p-value is no surprise.",
  fields: (t) => ({
    durbinWatson: t.field({
      type: DiagnosticTest,
      description:
        "Null hypothesis: residuals do not follow those of the period before (no first-order autocorrelation). Σ(eₜ − eₜ₋₁)²/Σeₜ², near 2. Two-sided p-value by the normal approximation with the exact moments (as R's lmtest).",
      resolve: ({ durbinWatson }) => ({ test: durbinWatson, meaning: durbinWatsonMeaning(durbinWatson) }),
    }),
    ljungBox: t.field({
      type: DiagnosticTest,
      description:
        "Null hypothesis: residuals do not follow those of several periods before (no serial correlation; Ljung and Box 1978; χ²).",
      args: {
        lags: t.arg.int({
          description: `How many periods: 1 to n − 1, at most ${LIMITS.diagnosticLags}. Default min(10, ⌊n/5⌋).`,
        }),
      },
      resolve(diagnostics, { lags }) {
        const test = diagnostics.ljungBox(lags ?? undefined);
        return { test, meaning: ljungBoxMeaning(test) };
      },
    }),
    jarqueBera: t.field({
      type: DiagnosticTest,
      description:
        "Null hypothesis: residuals are normal, by skewness and kurtosis (Jarque and Bera 1980; χ² with 2 degrees).",
      resolve: ({ jarqueBera }) => ({ test: jarqueBera, meaning: jarqueBeraMeaning(jarqueBera) }),
    }),
    breuschPagan: t.field({
      type: DiagnosticTest,
      description:
        "Null hypothesis: the variance of residuals does not depend on the benchmarks (no heteroskedasticity; Breusch and Pagan 1979, studentised by Koenker 1981; χ²).",
      resolve: ({ breuschPagan }) => ({ test: breuschPagan, meaning: breuschPaganMeaning(breuschPagan) }),
    }),
    betaCusum: t.field({
      type: StabilityTest,
      description:
        "Null hypothesis: beta stayed the same (parameter stability). The largest cumulative sum of its scores, robust to changing variance (Hjort and Koning 2002; Zeileis and Hornik 2007; Kolmogorov's distribution).",
      args: { benchmark: t.arg.string({ description: "Whose beta. Default: the first benchmark's." }) },
      resolve(diagnostics, { benchmark }) {
        const test = diagnostics.betaCusum(benchmarkIndex(diagnostics.analysis, benchmark));
        return { test, meaning: betaCusumMeaning(test), date: peakDate(diagnostics, test) };
      },
    }),
    residualCusum: t.field({
      type: StabilityTest,
      description:
        "Null hypothesis: alpha stayed the same. The largest cumulative sum of residuals (Ploberger and Krämer 1992). A beta that moved shows in `betaCusum`, and hardly here.",
      resolve(diagnostics) {
        const test = diagnostics.residualCusum;
        return { test, meaning: residualCusumMeaning(test), date: peakDate(diagnostics, test) };
      },
    }),
    chow: t.field({
      type: StabilityTest,
      description:
        "Null hypothesis: alpha and betas are the same before a date and from it on (Chow 1960; F). It takes the residuals to have one variance, and sees breaks too often where turbulence comes and goes; and the date must not be chosen by looking at the data. `betaCusum` bears both.",
      args: {
        date: t.arg({
          type: "Date",
          description:
            "The first date of the later part; a date without a return stands for the next one. Default: the middle.",
        }),
      },
      resolve(diagnostics, { date }) {
        const test = diagnostics.chow(date ?? undefined);
        return { test, meaning: chowMeaning(test), date: dateAt(Int32Array.of(test.date), 0) };
      },
    }),
    conditionNumber: t.exposeFloat("conditionNumber", {
      description:
        "How alike the benchmarks are (multicollinearity): the ratio of the largest to the smallest singular value of their returns, centred and of unit length. 1 for one benchmark or unrelated ones; from 10 on they are much alike, from 30 on they hardly differ.",
    }),
    conditionMeaning: t.string({
      description: "What the condition number means for the hedge.",
      resolve: ({ conditionNumber }) => conditionMeaning(conditionNumber),
    }),
    varianceInflation: t.field({
      type: [VarianceInflation],
      description: "The variance inflation factor of each benchmark (Marquardt 1970).",
      resolve: ({ varianceInflation }) => varianceInflation,
    }),
    influence: t.field({
      type: [InfluentialDate],
      description:
        "The dates that move beta most when each is left out, the largest change first: look at them before you trust the beta. Empty for an exact fit.",
      args: {
        count: t.arg.int({ defaultValue: 5, description: `How many dates: 1 to ${LIMITS.influentialDates}.` }),
        benchmark: t.arg.string({ description: "Whose beta. Default: the first benchmark's." }),
      },
      resolve(diagnostics, { count, benchmark }) {
        const { analysis } = diagnostics;
        const index = benchmarkIndex(analysis, benchmark);
        return diagnostics
          .influence(index, count ?? 5)
          .map((observation) => ({ observation, analysis, benchmark: index }));
      },
    }),
  }),
});

function peakDate({ analysis }: Diagnostics, { index }: FluctuationTest): string | null {
  return index === null ? null : dateAt(analysis.joint.dates, index);
}

builder.objectField(Regression, "diagnostics", (t) =>
  t.field({
    type: DiagnosticsRef,
    complexity: COST.path,
    description: "Whether the regression deserves trust. Each test is made only if it is asked for.",
    resolve: (analysis) => new Diagnostics(analysis),
  }),
);
