import type { RiskFreeUse } from "../analysis/joining/risk-free.ts";
import { builder } from "./builder.ts";
import { ReturnsInput } from "./portfolio.ts";

export const RiskFreeInput = builder.inputType("RiskFreeInput", {
  description:
    "A risk-free rate: exactly one of a number, a symbol, or a series. It is taken off the portfolio's and every benchmark's return of each period, so that all is about excess returns: alpha, beta, rolling and up and down betas, and the series of `hedgedPortfolio`. A hedge that is short the benchmark earns the rate on what the sale brought.",
  isOneOf: true,
  fields: (t) => ({
    annualRate: t.float({
      description:
        "One rate for all periods, a decimal a year: 0.03 is 3 %. Converted once, to the rate a period that compounds to it: (1 + R)^(1/s) − 1, s the periods a year (252, 52 or 12); beside log returns ln(1 + R)/s. Above −1, at most 1.",
    }),
    symbol: t.string({
      description:
        "An asset whose returns are the rate, such as a fund of Treasury bills (`BIL`); its dates are joined with the others'. `^IRX`, which is no price but the yield of 13-week bills in per cent a year, is converted as `annualRate` is, with the yield at the beginning of each period. Yields of bonds (`^FVX`, `^TNX`, `^TYX`) are refused.",
    }),
    returns: t.field({
      type: ReturnsInput,
      description:
        "The rate by date, simple returns a period as decimals (such as the column RF of the Fama–French factors, over 100). Compounded between the dates that are used.",
    }),
  }),
});

export const RiskFree = builder.objectRef<RiskFreeUse>("RiskFree").implement({
  description: "The risk-free rate that was taken off every return.",
  fields: (t) => ({
    annualRate: t.exposeFloat("annualRate", { nullable: true, description: "The annual rate that was given." }),
    symbol: t.exposeString("symbol", { nullable: true, description: "The symbol that was given." }),
    annualizedRate: t.exposeFloat("annualizedRate", {
      nullable: true,
      description: "What the rates of all periods compound to in a year: a decimal, 0.03 is 3 %.",
    }),
  }),
});
