import type { Sizing } from "../analysis/hedge/leg-prices.ts";
import { builder } from "./builder.ts";

const ExchangeRateInput = builder.inputType("ExchangeRateInput", {
  description: "What one unit of a currency is worth in the portfolio's.",
  fields: (t) => ({
    currency: t.string({ required: true, description: "As `Asset.currency` has it: an ISO 4217 code, or `GBp`." }),
    rate: t.float({ required: true, description: "The portfolio's currency for one unit of it: above 0." }),
  }),
});

const LotInput = builder.inputType("LotInput", {
  description: "In what lots a hedge instrument trades.",
  fields: (t) => ({
    symbol: t.string({ required: true, description: "The hedge instrument." }),
    size: t.float({
      required: true,
      description: "Shares a lot: 100; or of a future on an index the value of a point: 50.",
    }),
  }),
});

/** How everything that counts money and shares is told what they are. */
export const sizingArguments = builder.args((t) => ({
  value: t.float({ required: true, description: "What the portfolio is worth now: above 0, in `currency`." }),
  currency: t.string({
    description:
      "The currency of `value`. Default: that of the portfolio's assets (pounds, where they are priced in pence).",
  }),
  exchangeRates: t.field({
    type: [ExchangeRateInput],
    description: "Needed where a hedge instrument is priced in another currency. Pence and pounds are known.",
  }),
  wholeShares: t.boolean({
    defaultValue: false,
    description: "Whether to round each leg to the nearest whole number of shares, or of `lots`.",
  }),
  lookback: t.int({
    description: "How many of the latest returns the betas are made of, at least 3. Default: the whole sample.",
  }),
  lots: t.field({ type: [LotInput], description: "Of instruments that trade in lots. Default: single shares." }),
}));

interface SizingArguments {
  readonly value: number;
  readonly currency?: string | null | undefined;
  readonly exchangeRates?: readonly { readonly currency: string; readonly rate: number }[] | null | undefined;
  readonly wholeShares?: boolean | null | undefined;
  readonly lots?: readonly { readonly symbol: string; readonly size: number }[] | null | undefined;
}

export function sizingOf({ value, currency, exchangeRates, wholeShares, lots }: SizingArguments): Sizing {
  return {
    value,
    currency: currency ?? null,
    exchangeRates: exchangeRates ?? [],
    wholeShares: wholeShares ?? false,
    lots: lots ?? [],
  };
}
