import type { Bar } from "./yahoo-chart.ts";

const DAY_MS = 86_400_000;

/** The weekdays from a date on, as `YYYY-MM-DD`. */
export function weekdays(start: string, count: number): string[] {
  const days: string[] = [];
  for (let time = Date.parse(start); days.length < count; time += DAY_MS) {
    const day = new Date(time);
    if (day.getUTCDay() % 6 !== 0) days.push(day.toISOString().slice(0, 10));
  }
  return days;
}

/** A price path that looks like a stock's and is the same every time. Different seeds give different paths. */
export function pricePath(count: number, seed = 1): number[] {
  let state = seed;
  let price = 100;
  return Array.from({ length: count }, () => {
    // Park and Miller's generator: small, exact in doubles.
    state = (state * 48_271) % 2_147_483_647;
    price *= 1 + (state / 2_147_483_647 - 0.5) / 25;
    return price;
  });
}

/** Bars on weekdays: a listing of its own in one call. */
export function weekdayBars(start: string, count: number, seed?: number): Bar[] {
  const prices = pricePath(count, seed);
  return weekdays(start, count).map((date, i) => ({ date, adjustedClose: prices[i] }));
}

/**
 * What Yahoo makes of bars at a split or a dividend: everything before its date is scaled.
 *
 * @param exDate the first date that trades without the dividend, or at the new price
 * @param factor 1/4 for a split of 4 to 1; 1 − dividend/price for a dividend
 */
export function restated(bars: readonly Bar[], exDate: string, factor: number): Bar[] {
  return bars.map((bar) =>
    bar.date < exDate && bar.adjustedClose !== null ? { ...bar, adjustedClose: bar.adjustedClose * factor } : bar,
  );
}
