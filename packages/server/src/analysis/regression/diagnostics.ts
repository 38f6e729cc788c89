import {
  AnalysisError,
  betaCusum,
  breuschPagan,
  chow,
  conditionNumber,
  type DiagnosticTest,
  type DurbinWatsonTest,
  durbinWatson,
  type FluctuationTest,
  formatDate,
  type InfluentialObservation,
  indexFrom,
  influence,
  type JarqueBeraTest,
  jarqueBera,
  type LjungBoxTest,
  ljungBox,
  residualCusum,
  varianceInflation,
} from "@hedgeql/core";
import { LIMITS, refuseMoreThan } from "../limits.ts";
import type { RegressionAnalysis } from "./regression-analysis.ts";

/** What the tests say of a regression's assumptions. Each is computed when it is asked for. */
export class Diagnostics {
  readonly analysis: RegressionAnalysis;

  constructor(analysis: RegressionAnalysis) {
    this.analysis = analysis;
  }

  get durbinWatson(): DurbinWatsonTest {
    return durbinWatson(this.analysis.regression, this.#benchmarks);
  }

  ljungBox(lags?: number): LjungBoxTest {
    if (lags !== undefined) refuseMoreThan(LIMITS.diagnosticLags, lags, "lags of a Ljung–Box test");
    return ljungBox(this.analysis.regression.residuals, lags);
  }

  get jarqueBera(): JarqueBeraTest {
    return jarqueBera(this.analysis.regression.residuals);
  }

  get breuschPagan(): DiagnosticTest {
    return breuschPagan(this.analysis.regression, this.#benchmarks);
  }

  /** Whether one benchmark's beta stayed as it was. */
  betaCusum(benchmark: number): FluctuationTest {
    return betaCusum(this.analysis.regression, benchmark + 1);
  }

  /** Whether alpha did. */
  get residualCusum(): FluctuationTest {
    return residualCusum(this.analysis.regression);
  }

  /**
   * Whether alpha and betas were the same before a date and from it on; without a date, from the middle observation on. A
   * date without a return stands for the next that has one.
   *
   * @throws AnalysisError `BAD_INPUT` for a date before the first return or after the last.
   */
  chow(date: number | undefined): DiagnosticTest & { readonly date: number } {
    const { response, joint, options } = this.analysis;
    const { dates } = joint;
    if (date !== undefined && (date < dates[0] || date > dates[dates.length - 1])) {
      const [given, first, last] = [date, dates[0], dates[dates.length - 1]].map(formatDate);
      const message = `a break must be between the first and the last return (${first} to ${last}), got ${given}`;
      throw new AnalysisError("BAD_INPUT", message, { date: given, firstDate: first, lastDate: last });
    }
    const index = date === undefined ? dates.length >>> 1 : indexFrom(dates, date);
    const test = chow(response.returns, joint.benchmarks, index, options);
    const reason = test.reason?.replace(`observation ${index}`, formatDate(dates[index]));
    return { ...test, ...(reason === undefined ? {} : { reason }), date: dates[index] };
  }

  get conditionNumber(): number {
    return conditionNumber(this.#benchmarks, this.analysis.joint.benchmarkSymbols);
  }

  get varianceInflation(): { readonly benchmark: string; readonly factor: number }[] {
    const { benchmarkSymbols } = this.analysis.joint;
    return Array.from(varianceInflation(this.#benchmarks, benchmarkSymbols), (factor, j) => ({
      benchmark: benchmarkSymbols[j],
      factor,
    }));
  }

  influence(benchmark: number, count: number): readonly InfluentialObservation[] {
    if (count < 1) throw new AnalysisError("BAD_INPUT", `count must be at least 1, got ${count}`, { count });
    refuseMoreThan(LIMITS.influentialDates, count, "influential dates");
    return influence(this.analysis.regression, benchmark + 1, count);
  }

  get #benchmarks(): readonly Float64Array[] {
    return this.analysis.joint.benchmarks;
  }
}
