import type { AnnualizedAlpha as CoreAnnualizedAlpha } from "@hedgeql/core";
import { builder } from "./builder.ts";
import { Regression, UndefinedQuantityRef } from "./regression.ts";

const AnnualizedAlpha = builder.objectRef<CoreAnnualizedAlpha>("AnnualizedAlpha").implement({
  description:
    "Alpha by the year: three numbers that answer three questions and are often confused. Decimals: 0.05 is 5 % a year. s is `provenance.periodsPerYear`.",
  fields: (t) => ({
    arithmetic: t.exposeFloat("arithmetic", {
      description: "alpha · s: what a position that is brought back to one size earns in a year beyond its beta.",
    }),
    compounded: t.exposeFloat("compounded", {
      nullable: true,
      description:
        "(1 + alpha)^s − 1, or e^(alpha · s) − 1 with log returns: what it earns when gains stay in. Null for an alpha of −1 or less, and where it leaves the range of doubles.",
    }),
    jensen: t.exposeFloat("jensen", {
      nullable: true,
      description:
        "Rp − Rf − Σ betaᵢ(Rᵢ − Rf) on annualised (compounded) returns, Rf 0 without `riskFree` (Jensen 1968): what was earned beyond a fair reward for beta. Null where a return is below −1, so that nothing compounds, or where it leaves the range of doubles.",
    }),
    undefinedQuantities: t.field({
      type: [UndefinedQuantityRef],
      description: "Each of these that is null, and why.",
      resolve: ({ undefinedQuantities }) => undefinedQuantities,
    }),
  }),
});

builder.objectField(Regression, "annualizedAlpha", (t) =>
  t.field({
    type: AnnualizedAlpha,
    description: "Alpha by the year, three ways.",
    resolve: (analysis) => analysis.annualizedAlpha,
  }),
);
