import { builder } from "./builder.ts";
import { base64, withNulls } from "./series.ts";

/** A benchmark's beta over time, with NaN where there is none. */
export interface BetaPath {
  readonly benchmark: string;
  readonly values: Float64Array;
  readonly standardErrors: Float64Array;
}

/** Such a path in readable columns, as a type of its own. */
export function readableBetaPath(
  name: string,
  words: { readonly [Of in "itself" | "values" | "standardErrors"]: string },
) {
  return builder.objectRef<BetaPath>(name).implement({
    description: words.itself,
    fields: (t) => ({
      benchmark: t.exposeString("benchmark", { description: "The benchmark's symbol." }),
      values: t.floatList({
        nullable: { list: false, items: true },
        description: words.values,
        resolve: ({ values }) => withNulls(values),
      }),
      standardErrors: t.floatList({
        nullable: { list: false, items: true },
        description: words.standardErrors,
        resolve: ({ standardErrors }) => withNulls(standardErrors),
      }),
    }),
  });
}

export const PackedBeta = builder.objectRef<BetaPath>("PackedBeta").implement({
  description:
    "One benchmark's beta as binary columns in base64, as in `PackedSeries`. NaN where the readable columns have null.",
  fields: (t) => ({
    benchmark: t.exposeString("benchmark", { description: "The benchmark's symbol." }),
    values: t.string({
      description: "Base64 of little-endian 64-bit floats: its beta.",
      resolve: ({ values }) => base64(values),
    }),
    standardErrors: t.string({
      description: "The same of its standard errors.",
      resolve: ({ standardErrors }) => base64(standardErrors),
    }),
  }),
});
