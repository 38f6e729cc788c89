import { formatDate } from "@hedgeql/core";
import { LIMITS } from "../analysis/limits.ts";
import type { ScreenRow as Row } from "../analysis/regression/screen.ts";
import { builder, COST } from "./builder.ts";
import { type ErrorCode, ErrorCodeEnum } from "./error-code.ts";
import { PeriodInput, ReturnKindEnum } from "./period.ts";
import { RiskFreeInput } from "./risk-free.ts";

const ScreenError = builder.objectRef<{ readonly code: string; readonly message: string }>("ScreenError").implement({
  description: "Why a symbol could not be screened.",
  fields: (t) => ({
    code: t.field({
      type: ErrorCodeEnum,
      description: "Stable, for programs.",
      resolve: ({ code }) => code as ErrorCode,
    }),
    message: t.exposeString("message", { description: "The rule that was broken, and the value." }),
  }),
});

const ScreenRow = builder.objectRef<Row>("ScreenRow").implement({
  description:
    "One symbol's regression on the benchmarks: as `regression` gives it, with classical standard errors. Where it has none, all numbers are null and `error` says why.",
  fields: (t) => {
    const number = (description: string, of: (row: NonNullable<Row["result"]>) => number | null) =>
      t.float({ nullable: true, description, resolve: ({ result }) => (result === null ? null : of(result)) });
    return {
      symbol: t.exposeString("symbol", { description: "The symbol with its source's prefix." }),
      beta: number("The slope on the first benchmark.", ({ betas }) => betas[0]),
      alpha: number("The intercept: a decimal a period.", ({ alpha }) => alpha),
      rSquared: number(
        "Share of the variance that the benchmarks explain. Null also if the returns do not vary.",
        ({ rSquared }) => rSquared,
      ),
      standardError: number("Of `beta`.", ({ standardErrors }) => standardErrors[0]),
      alphaStandardError: number("Of `alpha`.", ({ alphaStandardError }) => alphaStandardError),
      betas: t.floatList({
        nullable: true,
        description: "One beta for each benchmark, in the order asked.",
        resolve: ({ result }) => result?.betas ?? null,
      }),
      standardErrors: t.floatList({
        nullable: true,
        description: "Of each of `betas`.",
        resolve: ({ result }) => result?.standardErrors ?? null,
      }),
      observations: t.int({
        nullable: true,
        description: "How many returns went in.",
        resolve: ({ result }) => result?.observations ?? null,
      }),
      firstDate: t.field({
        type: "Date",
        nullable: true,
        description: "The first price date used: each symbol has its own, from what it shares with the benchmarks.",
        resolve: ({ result }) => (result === null ? null : formatDate(result.firstDate)),
      }),
      lastDate: t.field({
        type: "Date",
        nullable: true,
        description: "The last price date used.",
        resolve: ({ result }) => (result === null ? null : formatDate(result.lastDate)),
      }),
      datesDropped: t.int({
        nullable: true,
        description: "How many dates were left out because not all series have a price on them.",
        resolve: ({ result }) => result?.datesDropped ?? null,
      }),
      error: t.field({
        type: ScreenError,
        nullable: true,
        description: "Why there are no numbers; null where there are.",
        // Not the error itself, which the executor would take for a failure of this field.
        resolve: ({ error }) => (error === null ? null : { code: error.code, message: error.message }),
      }),
    };
  },
});

builder.queryField("screen", (t) =>
  t.field({
    type: [ScreenRow],
    // `symbols` may be null in a field that is left out by a directive.
    complexity: ({ symbols }) => ({
      field: COST.analysis + (symbols?.length ?? 0) / COST.screenedPerPoint,
      multiplier: 1,
    }),
    description: `Alpha and beta of up to ${LIMITS.screenSymbols.toLocaleString("en")} symbols against the same benchmarks, one row each, in the order asked; each over the dates that it shares with the benchmarks, so compare \`observations\`. A symbol that fails has its reason in its row; what is wrong with a benchmark, the period or the rate is an error of the field.`,
    args: {
      symbols: t.arg.stringList({
        required: true,
        description: 'Such as `["sample:AAPL-MONTHLY", "sample:MSFT-MONTHLY"]`. Put a long list into a variable.',
      }),
      benchmarks: t.arg.stringList({ required: true, description: `1 to ${LIMITS.benchmarks} symbols.` }),
      period: t.arg({ type: PeriodInput, description: "Which prices. Default: all dates that each symbol shares." }),
      returnKind: t.arg({ type: ReturnKindEnum, defaultValue: "SIMPLE", description: "Simple or log." }),
      riskFree: t.arg({ type: RiskFreeInput, description: "Taken off every return. Default: none." }),
    },
    resolve: (_, args, { analysis }) => analysis.screen(args),
  }),
);
