import { LIMITS } from "../analysis/limits.ts";
import { builder } from "./builder.ts";

const HoldingInput = builder.inputType("HoldingInput", {
  description: "One holding, by weight or by shares; all holdings of a portfolio the same way.",
  fields: (t) => ({
    symbol: t.string({ required: true, description: "Such as `sample:AAPL` or `TSLA`." }),
    weight: t.float({
      description:
        "Fraction of the portfolio's value: 0.6 is 60 %, −0.2 is short 20 %. Rebalanced to this weight every period. Weights that do not sum to 1 leave cash, or borrow it, at no interest: the answer warns.",
    }),
    shares: t.float({
      description:
        "Number of shares, bought once and held; negative is short. Counted in today's shares (after later splits), dividends reinvested.",
    }),
  }),
});

export const ReturnsInput = builder.inputType("ReturnsInput", {
  description: `A portfolio's own returns by date, at most ${LIMITS.returns.toLocaleString("en")}. A benchmark's return for a date then runs from the portfolio's previous date to that date; for the first, from the benchmark's previous close, if the returns run from one session to the next, and otherwise the first is left out. A weekly or longer return dated on a weekend counts on the session before it; any other on a date without a session is compounded into the next. \`provenance\` warns of each.`,
  fields: (t) => ({
    dates: t.field({
      type: ["Date"],
      required: true,
      description: "The date on which each return ends, in ascending order, each once.",
    }),
    values: t.floatList({
      required: true,
      description: "Simple returns as decimals: 0.01 is 1 %. With `returnKind: LOG` they are converted by ln(1 + r).",
    }),
  }),
});

export const PortfolioInput = builder.inputType("PortfolioInput", {
  description: "A portfolio: exactly one of a symbol, holdings, or its own returns.",
  isOneOf: true,
  fields: (t) => ({
    symbol: t.string({ description: "One asset: `sample:AAPL`." }),
    holdings: t.field({
      type: [HoldingInput],
      description: `Several assets, at most ${LIMITS.holdings}, all by weight or all by shares.`,
    }),
    returns: t.field({ type: ReturnsInput, description: "The portfolio's own returns, from wherever you have them." }),
  }),
});
