import { formatDate, PERIODS_PER_YEAR } from "@hedgeql/core";
import type { JointReturns } from "../analysis/joining/joint-returns.ts";
import type { Warning } from "../analysis/joining/warnings.ts";
import { Asset } from "./asset.ts";
import { builder } from "./builder.ts";
import { IntervalEnum, ReturnKindEnum } from "./period.ts";
import { RiskFree } from "./risk-free.ts";

const WarningCodeEnum = builder.enumType("WarningCode", {
  description: "Kinds of warning.",
  values: {
    CURRENCIES_DIFFER: { description: "The assets are in different currencies, and no exchange rate is applied." },
    STALE_PRICES: { description: "A source failed; an older stored history serves in its place." },
    WEIGHTS_NOT_ONE: { description: "The weights do not sum to 1: the rest is cash, or borrowed, at no interest." },
    SPARSE_DATES: { description: "The shared dates are farther apart than the interval." },
    INCOMPLETE_PERIOD: { description: "The last week or month is still running in these prices, and was left out." },
    RETURNS_MOVED: { description: "Own weekly or monthly returns dated on a weekend count on the session before it." },
    RETURNS_MERGED: {
      description: "Own returns on dates without prices of every benchmark are compounded into the next return.",
    },
    RETURNS_LEFT_OUT: {
      description:
        "Own returns outside the benchmarks' prices are left out, and the first one where it is not known from which session it runs.",
    },
    CURRENCY_UNKNOWN: { description: "Holdings by shares are summed though a currency is not known." },
    RISK_FREE_SHORTENS: { description: "The risk-free series starts later or ends earlier than the others." },
    FEW_OBSERVATIONS: { description: "So few observations that standard errors are rough." },
  } as const,
});

const WarningRef = builder.objectRef<Warning>("Warning").implement({
  description: "Something that makes the answer mean less than it seems to.",
  fields: (t) => ({
    code: t.expose("code", { type: WarningCodeEnum, description: "Stable, for programs." }),
    message: t.exposeString("message", { description: "The warning as a sentence." }),
  }),
});

export const Provenance = builder.objectRef<JointReturns>("Provenance").implement({
  description: "What an answer was computed from, and by which conventions.",
  fields: (t) => ({
    firstDate: t.field({
      type: "Date",
      description: "The first price date used; the first return ends on the next one.",
      resolve: ({ firstDate }) => formatDate(firstDate),
    }),
    lastDate: t.field({
      type: "Date",
      description: "The last price date used.",
      resolve: ({ lastDate }) => formatDate(lastDate),
    }),
    observations: t.int({ description: "How many returns went in.", resolve: ({ dates }) => dates.length }),
    datesDropped: t.exposeInt("datesDropped", {
      description:
        "How many dates, inside the span that all series cover, were left out because not all series have a price on them. Nothing is ever filled in.",
    }),
    interval: t.expose("interval", { type: IntervalEnum, description: "How far apart the observations are." }),
    returnKind: t.expose("returnKind", { type: ReturnKindEnum, description: "Simple or log returns." }),
    riskFree: t.field({
      type: RiskFree,
      nullable: true,
      description: "The risk-free rate that all returns are in excess of; null where none was asked for.",
      resolve: ({ riskFree }) => riskFree,
    }),
    periodsPerYear: t.int({
      description: "Periods a year by this interval: 252, 52 or 12.",
      resolve: ({ interval }) => PERIODS_PER_YEAR[interval],
    }),
    assets: t.field({
      type: [Asset],
      description: "The assets that went in, each once: source, currency, age of the prices.",
      resolve: ({ histories }) => histories,
    }),
    warnings: t.field({
      type: [WarningRef],
      description: "What makes this answer mean less than it seems to.",
      resolve: ({ warnings }) => warnings,
    }),
  }),
});
