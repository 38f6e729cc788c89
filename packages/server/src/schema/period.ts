import { builder } from "./builder.ts";

export const IntervalEnum = builder.enumType("Interval", {
  description:
    "How far apart observations are. Weeks and months are made from daily prices: the last trading date of each ISO week or calendar month. A week or month that is still running at the end is left out.",
  values: {
    DAY: { description: "Trading days: 252 periods a year." },
    WEEK: { description: "ISO weeks, Monday to Sunday: 52 periods a year." },
    MONTH: { description: "Calendar months: 12 periods a year." },
  } as const,
});

export const ReturnKindEnum = builder.enumType("ReturnKind", {
  description: "How a return is taken from two prices.",
  values: {
    SIMPLE: { description: "P₁/P₀ − 1. Adds up across holdings." },
    LOG: { description: "ln(P₁/P₀). Adds up across time." },
  } as const,
});

export const PeriodInput = builder.inputType("PeriodInput", {
  description:
    "Which prices to use. The bounds hold for prices: n prices give n − 1 returns, the first on the second date. Without bounds, all dates that the series share.",
  fields: (t) => ({
    start: t.field({
      type: "Date",
      description:
        "The first price date, inclusive. A return needs the price before it: for January's monthly return, start in December.",
    }),
    end: t.field({ type: "Date", description: "The last price date, inclusive." }),
    interval: t.field({ type: IntervalEnum, defaultValue: "DAY", description: "Days, weeks or months." }),
  }),
});
