import type { RollingRegression as CoreRollingRegression } from "@hedgeql/core";
import { type BetaPath, PackedBeta, readableBetaPath } from "./beta-path.ts";
import { builder, COST } from "./builder.ts";
import { dateColumn } from "./date.ts";
import { Regression } from "./regression.ts";
import { base64, withNulls } from "./series.ts";

/** A regression in every window, the dates that its windows end on, and the benchmarks. */
interface Windows extends CoreRollingRegression {
  readonly dates: Int32Array;
  readonly benchmarks: readonly string[];
}

function betaPaths({ benchmarks, betas, standardErrors }: Windows): BetaPath[] {
  return benchmarks.map((benchmark, j) => ({ benchmark, values: betas[j], standardErrors: standardErrors[j] }));
}

const RollingBeta = readableBetaPath("RollingBeta", {
  itself: "One benchmark's beta in every window.",
  values: "Its beta in each window.",
  standardErrors: "The classical standard error of each.",
});

const PackedRolling = builder.objectRef<Windows>("PackedRollingRegression").implement({
  description:
    "The same as binary columns in base64, for programs, as in `PackedSeries`. NaN where the readable columns have null.",
  fields: (t) => {
    const column = (description: string, of: (windows: Windows) => Float64Array) =>
      t.string({ description, resolve: (windows) => base64(of(windows)) });
    return {
      length: t.int({ description: "How many entries each column has.", resolve: ({ dates }) => dates.length }),
      dates: t.string({
        description: "Base64 of little-endian 32-bit integers: days since 1970-01-01.",
        resolve: ({ dates }) => base64(dates),
      }),
      alpha: column("Base64 of little-endian 64-bit floats.", ({ alpha }) => alpha),
      beta: column("The same of the first benchmark's beta.", ({ betas }) => betas[0]),
      standardError: column("The same of its standard errors.", ({ standardErrors }) => standardErrors[0]),
      rSquared: column("The same of R².", ({ rSquared }) => rSquared),
      betas: t.field({
        type: [PackedBeta],
        description: "The beta of each benchmark in every window, in the order asked.",
        resolve: betaPaths,
      }),
    };
  },
});

const RollingRegression = builder.objectRef<Windows>("RollingRegression").implement({
  description:
    "A regression in every window, as columns of equal length, oldest first; an entry stands on the last date of its window and uses nothing after it. Null where a window has no answer: a benchmark does not vary in it, or repeats others (R² alone: the returns do not vary).",
  fields: (t) => {
    const column = (description: string, of: (windows: Windows) => Float64Array) =>
      t.floatList({
        nullable: { list: false, items: true },
        description,
        resolve: (windows) => withNulls(of(windows)),
      });
    return {
      dates: t.field({
        type: ["Date"],
        description: "The last date of each window.",
        resolve: ({ dates }) => dateColumn(dates),
      }),
      alpha: column("The intercept of each window: a decimal a period.", ({ alpha }) => alpha),
      beta: column("The first benchmark's beta in each window.", ({ betas }) => betas[0]),
      standardError: column(
        "The classical standard error of `beta` in each window, whatever `inference` asks for.",
        ({ standardErrors }) => standardErrors[0],
      ),
      rSquared: column("R² of each window.", ({ rSquared }) => rSquared),
      betas: t.field({
        type: [RollingBeta],
        description: "The beta of each benchmark, in the order asked.",
        resolve: betaPaths,
      }),
      packed: t.field({
        type: PackedRolling,
        description: "The same, for programs.",
        resolve: (windows) => windows,
      }),
    };
  },
});

builder.objectFields(Regression, (t) => ({
  rolling: t.field({
    type: RollingRegression,
    complexity: COST.path,
    description:
      "The regression in every window of so many returns: whether beta moved, and when. Each window is exact by itself: what was before it has left no trace. Errors: `BAD_INPUT` for a window of fewer returns than the benchmarks and 2 (3 for one benchmark), `INSUFFICIENT_DATA` for one longer than the sample. An error here takes the whole `regression` with it: where it may fail, ask for it in an aliased `regression` of its own, which costs next to nothing more.",
    args: { window: t.arg.int({ required: true, description: "How many returns: 60, or 252 for a year of days." }) },
    resolve: (analysis, { window }) => ({
      ...analysis.rolling(window),
      dates: windowEnds(analysis.joint.dates, window),
      benchmarks: analysis.joint.benchmarkSymbols,
    }),
  }),
  expanding: t.field({
    type: RollingRegression,
    complexity: COST.path,
    description:
      "The regression of all returns up to each date: what was known then. The last entry is the whole sample. Errors as of `rolling`.",
    args: { minimum: t.arg.int({ required: true, description: "How many returns the first entry takes." }) },
    resolve: (analysis, { minimum }) => ({
      ...analysis.expanding(minimum),
      dates: windowEnds(analysis.joint.dates, minimum),
      benchmarks: analysis.joint.benchmarkSymbols,
    }),
  }),
}));

const ends = new WeakMap<Int32Array, Map<number, Int32Array>>();

/** The dates that windows end on: one column for all fields that share it, so that it is turned into text once. */
function windowEnds(dates: Int32Array, window: number): Int32Array {
  const known = ends.get(dates) ?? new Map<number, Int32Array>();
  ends.set(dates, known);
  const column = known.get(window) ?? dates.subarray(window - 1);
  known.set(window, column);
  return column;
}
