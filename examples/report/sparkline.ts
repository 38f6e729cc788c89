/** A series over time as one line of bars. */
import type { Dates } from "@hedgeql/sdk";
import { rounded } from "./numbers.ts";

const BARS = "▁▂▃▄▅▆▇█";
const SPARKLINE_WIDTH = 72;

/** A bar for each of the columns that the values are shared among: their mean. A blank where there is none, which is NaN. */
export function sparkline(values: Float64Array, lowest: number, highest: number): string {
  const columns = Math.min(SPARKLINE_WIDTH, values.length);
  const bars = Array.from({ length: columns }, (_, column) => {
    const from = Math.floor((column * values.length) / columns);
    const to = Math.floor(((column + 1) * values.length) / columns);
    const present = values.slice(from, to).filter((value) => !Number.isNaN(value));
    if (present.length === 0) return " ";
    const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
    const share = highest > lowest ? (mean - lowest) / (highest - lowest) : 0.5;
    return BARS[Math.min(BARS.length - 1, Math.floor(share * BARS.length))];
  });
  return bars.join("");
}

/** What its lowest and highest bars stand for, and when it begins and ends. */
export function sparklineLegend(dates: Dates, lowest: number, highest: number): string {
  const [low, high] = [rounded(lowest, 2), rounded(highest, 2)];
  return `${BARS[0]} ${low} to ${BARS.at(-1)} ${high}, left to right ${dates.at(0)} to ${dates.at(-1)}`;
}
