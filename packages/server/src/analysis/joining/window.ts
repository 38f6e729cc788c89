import { digest } from "../digest.ts";
import { droppedDates } from "./dropped-dates.ts";
import type { JointReturns } from "./joint-returns.ts";

/** The returns from index `from` up to, not including, `to`: as views, so that windows cost nothing. */
export function windowOf(joint: JointReturns, from: number, to: number): JointReturns {
  const part = (column: Float64Array) => column.subarray(from, to);
  const benchmarks = joint.benchmarks.map(part);
  const { riskFree, holdings } = joint;
  const ofLastWeights = holdings?.returnsOfLastWeights ?? null;
  const firstDate = from === 0 ? joint.firstDate : joint.dates[from - 1];
  const lastDate = joint.dates[to - 1];
  const joined = {
    ...joint.joined,
    // An end that the window shares is bounded by what bounds the whole.
    period: {
      start: from === 0 ? joint.joined.period.start : firstDate,
      end: to === joint.dates.length ? joint.joined.period.end : lastDate,
    },
  };
  const leverageRounding = joint.leverageRounding?.subarray(from, to) ?? null;
  return {
    ...joint,
    dates: joint.dates.subarray(from, to),
    portfolio: part(joint.portfolio),
    // Of the window alone: leverage that came later must change nothing in it.
    portfolioRounding:
      leverageRounding === null
        ? joint.portfolioRounding
        : leverageRounding.reduce((most, value) => Math.max(most, value), 0) + (riskFree?.rounding ?? 0),
    leverageRounding,
    holdings: holdings && { ...holdings, returnsOfLastWeights: ofLastWeights && (() => part(ofLastWeights())) },
    benchmarks,
    instruments: joint.instruments === joint.benchmarks ? benchmarks : joint.instruments.map(part),
    riskFree: riskFree === null ? null : { ...riskFree, rates: part(riskFree.rates) },
    firstDate,
    lastDate,
    joined,
    // Counted when it is asked for: of hundreds of windows, one is reported.
    get datesDropped() {
      return droppedDates(joined).length;
    },
    digest: () => digest([joint.digest(), from, to]),
  };
}
