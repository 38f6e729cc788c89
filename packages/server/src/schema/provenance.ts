import { formatDate, PERIODS_PER_YEAR } from "@hedgeql/core";
import { type DroppedDate, firstDropped, spanLimits } from "../analysis/joining/dropped-dates.ts";
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
    CURRENCY_UNKNOWN: {
      description: "Holdings by shares are summed, or a hedge is sized, though a currency is not known.",
    },
    RISK_FREE_SHORTENS: { description: "The risk-free series starts later or ends earlier than the others." },
    HISTORY_ENDS_EARLY: { description: "A series ends before the portfolio does: nothing after it is used." },
    PRICE_UNCHANGED: { description: "A price stayed the same for long: 10 days, 5 weeks or 4 months in a row." },
    STRUCTURAL_BREAK: { description: "A beta did not stay what it was over the sample (CUSUM test at 0.01)." },
    INDEX_NOT_TRADABLE: {
      description: "A hedge instrument is an index: measure against it, and hedge with a fund or a future.",
    },
    WEAK_HEDGE: { description: "A hedge instrument's own betas cannot be told from 0." },
    HEDGE_ROUNDS_TO_NOTHING: { description: "A leg is smaller than half a share or lot." },
    PRICES_OF_DIFFERENT_DATES: {
      description: "A hedge instrument's latest price is not of the time that the betas end with.",
    },
    MINIMUM_NORM: { description: "The instruments did not determine their ratios; the smallest were taken." },
    REBALANCE_SKIPPED: {
      description: "At some rebalances of a walk the estimator had no answer, and nothing was traded.",
    },
    LARGE_RATIOS: { description: "A hedge is more than 10 times the portfolio: a bet of its own." },
    HEDGE_ADDS_RISK: { description: "The hedge raises the variance: effectiveness is below 0." },
    HISTORY_BEGINS_LATE: {
      description:
        "A benchmark, hedge instrument or holding begins later than the portfolio's first, and shortens the sample.",
    },
    NEAR_COLLINEAR: {
      description:
        "Benchmarks or hedge instruments nearly repeat each other (condition number above 30): how a hedge is split among them is mostly chance.",
    },
    PRICES_OLD: { description: "The latest price of a hedge instrument is more than 7 days old." },
    WEIGHTS_DRIFTED: {
      description: "Holdings by shares have another beta with today's weights than the sample shows.",
    },
    ROUNDING_LEAVES_BETA: { description: "Whole shares or lots leave more than 0.05 of beta." },
    CASH_BELOW_RISK_FREE: {
      description: "A walk's short proceeds earn less than the risk-free rate, and that is a cost.",
    },
    RETURNS_LIKE_PERCENT: { description: "Own returns are so large that they seem to be in per cent." },
    FEW_OBSERVATIONS: { description: "So few observations that standard errors are rough." },
  } as const,
});

export const WarningRef = builder.objectRef<Warning>("Warning").implement({
  description: "Something that makes the answer mean less than it seems to.",
  fields: (t) => ({
    code: t.expose("code", { type: WarningCodeEnum, description: "Stable, for programs." }),
    message: t.exposeString("message", { description: "The warning as a sentence." }),
  }),
});

const PriceAdjustment = builder.enumType("PriceAdjustment", {
  description: "How prices are adjusted.",
  values: {
    SPLITS_AND_DIVIDENDS: {
      description:
        "For splits and dividends, so that ratios of prices are total returns. Of `csv:` files: whatever the file has is taken to be that.",
    },
  } as const,
});

const DroppedDateRef = builder.objectRef<DroppedDate>("DroppedDate").implement({
  description: "A date that was left out, since not all series have a price on it.",
  fields: (t) => ({
    date: t.field({ type: "Date", description: "The date.", resolve: ({ date }) => formatDate(date) }),
    missing: t.stringList({ description: "The series without a price.", resolve: ({ missing }) => missing }),
  }),
});

/** What an answer says of where it comes from. */
export interface ProvenanceFacts {
  readonly joint: JointReturns;
  readonly warnings: readonly Warning[];
}

export const Provenance = builder.objectRef<ProvenanceFacts>("Provenance").implement({
  description: "What an answer was computed from, and by which conventions.",
  fields: (t) => ({
    firstDate: t.field({
      type: "Date",
      description: "The first price date used; the first return ends on the next one.",
      resolve: ({ joint: { firstDate } }) => formatDate(firstDate),
    }),
    lastDate: t.field({
      type: "Date",
      description: "The last price date used.",
      resolve: ({ joint: { lastDate } }) => formatDate(lastDate),
    }),
    observations: t.int({ description: "How many returns went in.", resolve: ({ joint }) => joint.dates.length }),
    datesDropped: t.int({
      resolve: ({ joint }) => joint.datesDropped,
      description:
        "How many dates, inside the span that all series cover, were left out because not all series have a price on them. Nothing is ever filled in.",
    }),
    dropped: t.field({
      type: [DroppedDateRef],
      description: "The first of these dates, and which series have no price on them.",
      args: { first: t.arg.int({ required: true, defaultValue: 100, description: "How many, at most 10,000." }) },
      resolve: ({ joint }, { first }) => firstDropped(joint.joined, first),
    }),
    startsWith: t.stringList({
      description: "The series that begin last, and so bound the sample; none where all begin together.",
      resolve: ({ joint }) => spanLimits(joint.joined).start,
    }),
    endsWith: t.stringList({
      description: "The series that end first, and so bound the sample; none where all end together.",
      resolve: ({ joint }) => spanLimits(joint.joined).end,
    }),
    priceAdjustment: t.field({
      type: PriceAdjustment,
      description: "How the prices behind the returns are adjusted.",
      resolve: () => "SPLITS_AND_DIVIDENDS" as const,
    }),
    interval: t.field({
      type: IntervalEnum,
      description: "How far apart the observations are.",
      resolve: ({ joint }) => joint.interval,
    }),
    returnKind: t.field({
      type: ReturnKindEnum,
      description: "Simple or log returns.",
      resolve: ({ joint }) => joint.returnKind,
    }),
    riskFree: t.field({
      type: RiskFree,
      nullable: true,
      description: "The risk-free rate that all returns are in excess of; null where none was asked for.",
      resolve: ({ joint }) => joint.riskFree,
    }),
    periodsPerYear: t.int({
      description: "Periods a year by this interval: 252, 52 or 12.",
      resolve: ({ joint }) => PERIODS_PER_YEAR[joint.interval],
    }),
    assets: t.field({
      type: [Asset],
      description: "The assets that went in, each once: source, currency, age of the prices.",
      resolve: ({ joint }) => joint.histories,
    }),
    warnings: t.field({
      type: [WarningRef],
      description: "What makes this answer mean less than it seems to.",
      resolve: ({ warnings }) => warnings,
    }),
  }),
});
