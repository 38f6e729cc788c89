import { AnalysisError, formatDate, PERIODS_PER_YEAR, type Performance, performance, regress } from "@hedgeql/core";
import type { JointReturns } from "../joining/joint-returns.ts";
import { total } from "../joining/risk-free.ts";
import type { Response } from "../regression/regression-analysis.ts";

/** The measures, with dates in place of the indices of returns. */
export interface DatedPerformance extends Omit<Performance, "maximumDrawdown"> {
  readonly maximumDrawdown: DatedDrawdown | null;
}

/** The deepest fall of wealth from a peak; dates as day numbers. */
export interface DatedDrawdown {
  readonly depth: number;
  readonly peak: number;
  readonly trough: number;
  readonly recovery: number | null;
}

/** How the portfolio did with the hedge and without, beside the first benchmark: each is measured when it is asked for. */
export class PerformanceComparison {
  readonly joint: JointReturns;
  /** Of value at risk and expected shortfall. */
  readonly confidence: number;
  readonly #hedged: () => Response;

  constructor(joint: JointReturns, hedged: () => Response, confidence: number) {
    this.joint = joint;
    this.confidence = confidence;
    this.#hedged = hedged;
  }

  get unhedged(): DatedPerformance {
    const { portfolio, portfolioRounding } = this.joint;
    return performanceOf(this.joint, { returns: portfolio, rounding: portfolioRounding }, this.confidence);
  }

  get hedged(): DatedPerformance {
    return performanceOf(this.joint, this.#hedged(), this.confidence);
  }

  get benchmark(): DatedPerformance {
    const { benchmarks, benchmarkRounding } = this.joint;
    return performanceOf(this.joint, { returns: benchmarks[0], rounding: benchmarkRounding }, this.confidence);
  }
}

/** The measures of returns that are in excess of the risk-free rate, if there is one, as all of `joint` are. */
export function performanceOf(joint: JointReturns, response: Response, confidence: number): DatedPerformance {
  const { riskFree, benchmarks, returnKind, interval } = joint;
  const measures = performance(total(response.returns, riskFree), {
    kind: returnKind,
    periodsPerYear: PERIODS_PER_YEAR[interval],
    riskFree: riskFree?.rates ?? null,
    benchmark: total(benchmarks[0], riskFree),
    beta: betaOf(joint, response),
    confidence,
    rounding: response.rounding,
    benchmarkRounding: joint.benchmarkRounding,
  });
  const { maximumDrawdown: drawdown, undefinedQuantities } = measures;
  const dateAfter = (index: number) => (index < 0 ? joint.firstDate : joint.dates[index]);
  return {
    ...measures,
    maximumDrawdown: drawdown && {
      depth: drawdown.depth,
      peak: dateAfter(drawdown.peak),
      trough: dateAfter(drawdown.trough),
      recovery: drawdown.recovery === null ? null : dateAfter(drawdown.recovery),
    },
    undefinedQuantities: undefinedQuantities.map(({ quantity, reason }) => ({
      quantity,
      reason: reason.replace(/observation (\d+)/, (_, index) => formatDate(dateAfter(Number(index)))),
    })),
  };
}

/** Beta to the first benchmark alone; null where there is none: too few returns, or a benchmark that does not vary. */
function betaOf({ benchmarks, benchmarkRounding }: JointReturns, { returns, rounding }: Response) {
  if (returns === benchmarks[0]) return { estimate: 1, lower: 1, upper: 1 };
  const options = { rounding: { response: rounding, regressors: benchmarkRounding } };
  try {
    return regress(returns, [benchmarks[0]], options).coefficients[1];
  } catch (error) {
    if (error instanceof AnalysisError) return null;
    throw error;
  }
}
