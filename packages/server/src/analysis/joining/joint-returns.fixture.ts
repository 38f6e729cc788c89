import type { JointReturns } from "./joint-returns.ts";

/** Returns as an analysis finds them, against benchmarks B1, B2, ...; what they were joined from has no part in it. */
export function jointOf(
  portfolio: Float64Array,
  benchmarks: readonly Float64Array[],
  more: Partial<JointReturns> = {},
): JointReturns {
  const benchmarkSymbols = benchmarks.map((_, j) => `B${j + 1}`);
  return {
    dates: Int32Array.from(portfolio.keys()),
    portfolio,
    holdings: null,
    portfolioRounding: 0,
    leverageRounding: null,
    benchmarks,
    benchmarkRounding: 0,
    instruments: benchmarks,
    instrumentSymbols: benchmarkSymbols,
    riskFree: null,
    benchmarkSymbols,
    portfolioSymbol: null,
    firstDate: -1,
    lastDate: portfolio.length - 1,
    datesDropped: 0,
    joined: { inputs: [], held: 0, period: {}, dates: new Int32Array() },
    interval: "DAY",
    returnKind: "SIMPLE",
    histories: [],
    warnings: [],
    digest: () => "of the fixture",
    ...more,
  };
}
