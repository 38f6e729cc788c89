import type { Timing } from "./harness.ts";

/** A line a contestant: its median time, and its ratio to the first one's, as median (least–largest) over the rounds. */
export function report(timings: readonly Timing[]): string[] {
  const [ours] = timings;
  const width = Math.max(...timings.map(({ contestant }) => contestant.name.length));
  return timings.map((timing) => {
    const { name } = timing.contestant;
    const time = `  ${name.padEnd(width)}  ${formatMicroseconds(timing.seconds).padStart(11)} µs`;
    return timing === ours ? time : `${time}  ${formatRatio(timing, ours)}`;
  });
}

function formatMicroseconds(seconds: readonly number[]): string {
  return Math.round(median(seconds) * 1e6).toLocaleString("en");
}

function formatRatio({ contestant, seconds }: Timing, ours: Timing): string {
  const ratios = seconds.map((time, round) => time / ours.seconds[round]);
  const middle = median(ratios);
  const range = `(${formatTimes(Math.min(...ratios))}–${formatTimes(Math.max(...ratios))})`;
  const text = `${formatTimes(middle).padStart(6)} times ours ${range.padEnd(13)}`;
  const { reach } = contestant;
  if (reach === undefined) return text.trimEnd();
  return `${text}  to reach ${formatTimes(reach)}: ${middle >= reach ? "reached" : "NOT REACHED"}`;
}

function formatTimes(ratio: number): string {
  return ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(ratio < 100 ? 1 : 0);
}

/** Of an odd number of values. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
