import { readPeriod } from "../analysis/analysis.ts";
import { assetPrices, assetReturns } from "../analysis/joining/asset-series.ts";
import { LIMITS } from "../analysis/limits.ts";
import type { PriceHistory } from "../prices/price-history.ts";
import { builder, COST } from "./builder.ts";
import { dateAt, dateTime } from "./date.ts";
import { PeriodInput, ReturnKindEnum } from "./period.ts";
import { PriceSeries, ReturnSeries } from "./series.ts";

export const PriceSourceEnum = builder.enumType("PriceSource", {
  description: "Where prices come from. A symbol's prefix names the source; without a prefix it is Yahoo Finance.",
  values: {
    YAHOO: { description: "Yahoo Finance, the default: `TSLA`, `^GSPC`, `7203.T`." },
    SAMPLE: { description: "Bundled with the server, always there, offline too: `sample:AAPL`, `sample:^GSPC`." },
    CSV: { description: "A file of yours in the server's data folder: `csv:myfund` is `csv/myfund.csv`." },
  } as const,
});

export const Asset = builder.objectRef<PriceHistory>("Asset").implement({
  description: "A stock, fund, index or currency with a history of prices.",
  fields: (t) => ({
    id: t.id({ description: "The symbol with its source's prefix: unique.", resolve: ({ id }) => id }),
    symbol: t.string({
      description: "The symbol with its source's prefix, as queries take it.",
      resolve: ({ id }) => id,
    }),
    source: t.expose("source", { type: PriceSourceEnum, description: "Where the prices come from." }),
    name: t.exposeString("name", { nullable: true, description: "Its name, where the source gives one." }),
    currency: t.exposeString("currency", {
      nullable: true,
      description: "The currency of its prices: an ISO 4217 code, or the source's own for a minor unit (`GBp`: pence).",
    }),
    exchange: t.exposeString("exchange", { nullable: true, description: "Where it trades." }),
    retrievedAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When the source was last asked for these prices; null for files, which do not age.",
      resolve: ({ retrievedAt }) => (retrievedAt === null ? null : dateTime(retrievedAt)),
    }),
    stale: t.exposeString("stale", {
      nullable: true,
      description: "Null, or why these prices are older than they should be: the source failed, and stored ones serve.",
    }),
    firstDate: t.field({
      type: "Date",
      nullable: true,
      description: "The first date with a price; null where there is none.",
      resolve: ({ prices }) => dateAt(prices.dates, 0),
    }),
    lastDate: t.field({
      type: "Date",
      nullable: true,
      description: "The last date with a price; null where there is none.",
      resolve: ({ prices }) => dateAt(prices.dates, prices.dates.length - 1),
    }),
    prices: t.field({
      type: PriceSeries,
      complexity: COST.series,
      description:
        "Adjusted closes: restated for every later split and dividend, so that their ratios are total returns. Closed sessions only. Empty where the period has none.",
      args: { period: t.arg({ type: PeriodInput, description: "Which dates, and how far apart." }) },
      resolve(history, { period }) {
        const { dates, adjustedCloses } = assetPrices(history, readPeriod(period), period?.interval ?? "DAY");
        return { symbol: history.id, dates, values: adjustedCloses };
      },
    }),
    returns: t.field({
      type: ReturnSeries,
      complexity: COST.series,
      description: "Returns from one adjusted close to the next: n prices give n − 1 returns.",
      args: {
        period: t.arg({ type: PeriodInput, description: "Which prices, and how far apart." }),
        kind: t.arg({ type: ReturnKindEnum, defaultValue: "SIMPLE", description: "Simple or log." }),
      },
      resolve(history, { period, kind }) {
        const interval = period?.interval ?? "DAY";
        return { symbol: history.id, ...assetReturns(history, readPeriod(period), interval, kind ?? "SIMPLE") };
      },
    }),
  }),
});

builder.queryField("asset", (t) =>
  t.field({
    type: Asset,
    nullable: true,
    complexity: COST.asset,
    description:
      "One asset. Errors: `UNKNOWN_SYMBOL`; `SOURCE_UNAVAILABLE` or `RATE_LIMITED` when its source fails and nothing is stored.",
    args: { symbol: t.arg.string({ required: true, description: "Such as `sample:AAPL` or `TSLA`." }) },
    resolve: (_, { symbol }, { analysis }) => analysis.history(symbol),
  }),
);

builder.queryField("assets", (t) =>
  t.field({
    type: [Asset],
    nullable: { list: false, items: true },
    // `symbols` may be null in a field that is left out by a directive.
    complexity: ({ symbols }) => ({ field: COST.asset, multiplier: symbols?.length ?? 0 }),
    description: `Several assets, at most ${LIMITS.symbolsPerRequest}, in the order asked. A bad symbol is null with an error at its path; the rest answer.`,
    args: { symbols: t.arg.stringList({ required: true, description: 'Such as `["sample:AAPL", "TSLA"]`.' }) },
    resolve: (_, { symbols }, { analysis }) => analysis.histories(symbols),
  }),
);
