import { valueRange } from "../arithmetic/value-range.ts";
import { AnalysisError } from "../errors.ts";
import type { RebalanceTarget, WalkForwardInput } from "./walk.ts";

/** Refuses what cannot be walked. Costs are checked where they become rates. */
export function checkWalk(input: WalkForwardInput): void {
  const { portfolio, instruments, targets, riskFree, periodsPerYear } = input;
  const driftTrigger = input.driftTrigger ?? 0;
  if (instruments.length === 0) throw new AnalysisError("BAD_INPUT", "a walk needs at least 1 instrument, got 0");
  if (!(periodsPerYear > 0 && periodsPerYear < Infinity)) {
    const rule = "the periods a year must be a finite number above 0";
    throw new AnalysisError("BAD_INPUT", `${rule}, got ${periodsPerYear}`, { periodsPerYear: String(periodsPerYear) });
  }
  if (!(driftTrigger >= 0 && driftTrigger < Infinity)) {
    const rule = "driftTrigger must be a finite number of at least 0";
    throw new AnalysisError("BAD_INPUT", `${rule}, got ${driftTrigger}`, { driftTrigger: String(driftTrigger) });
  }
  checkColumn(portfolio, portfolio.length, "the portfolio");
  instruments.forEach((returns, i) => {
    checkColumn(returns, portfolio.length, `instrument ${i + 1}`);
    refuseNegativePrice(returns, i);
  });
  if (riskFree) checkColumn(riskFree, portfolio.length, "the risk-free rate");
  refuseRuin(portfolio);
  checkTargets(targets, portfolio.length, instruments.length);
}

function checkColumn(values: Float64Array, length: number, name: string): void {
  if (values.length !== length) {
    throw new AnalysisError(
      "BAD_INPUT",
      `a walk needs series of one length, got ${length} of the portfolio and ${values.length} of ${name}`,
      { portfolio: length, series: name, length: values.length },
    );
  }
  if (length === 0 || Number.isFinite(valueRange(values).low)) return;
  const observation = values.findIndex((value) => !Number.isFinite(value));
  throw new AnalysisError(
    "BAD_INPUT",
    `the values of ${name} must be finite numbers, got ${values[observation]} at observation ${observation}`,
    { series: name, observation },
  );
}

/** A price that fell below 0 would turn a short position into a long one. */
function refuseNegativePrice(returns: Float64Array, instrument: number): void {
  const observation = returns.findIndex((value) => value < -1);
  if (observation < 0) return;
  const value = returns[observation];
  throw new AnalysisError(
    "BAD_INPUT",
    `a simple return must not be below -1, instrument ${instrument + 1} has ${value} at observation ${observation}`,
    { instrument, observation, value },
  );
}

/** Of a value of 0 or less nothing is a share. */
function refuseRuin(portfolio: Float64Array): void {
  const observation = portfolio.findIndex((value) => value <= -1);
  if (observation < 0 || observation === portfolio.length - 1) return;
  const value = portfolio[observation];
  throw new AnalysisError(
    "BAD_INPUT",
    `a portfolio return of -1 or less must be the last one, got ${value} at observation ${observation}: ` +
      "everything is lost, and nothing is left to hedge",
    { observation, value },
  );
}

function checkTargets(targets: readonly RebalanceTarget[], observations: number, instruments: number): void {
  if (targets.length === 0 || targets[0].ratios === null) {
    throw new AnalysisError("BAD_INPUT", "a walk needs hedge ratios at its first rebalance, got none");
  }
  targets.forEach(({ at, ratios }, i) => {
    if (!(Number.isInteger(at) && at >= 0 && at < observations)) {
      const rule = `a rebalance must be before one of the ${observations} returns, by its index from 0 up`;
      throw new AnalysisError("BAD_INPUT", `${rule}, got ${at}`, { at: String(at), observations });
    }
    if (i > 0 && at <= targets[i - 1].at) {
      throw new AnalysisError("BAD_INPUT", `rebalances must ascend, got ${at} after ${targets[i - 1].at}`, { at });
    }
    if (ratios !== null) checkRatios(ratios, at, instruments);
  });
}

function checkRatios(ratios: readonly number[], at: number, instruments: number): void {
  if (ratios.length !== instruments) {
    throw new AnalysisError(
      "BAD_INPUT",
      `a hedge needs one ratio an instrument, got ${ratios.length} ratios and ${instruments} instruments before ` +
        `observation ${at}`,
      { observation: at, ratios: ratios.length, instruments },
    );
  }
  const instrument = ratios.findIndex((ratio) => !Number.isFinite(ratio));
  if (instrument < 0) return;
  const ratio = String(ratios[instrument]);
  throw new AnalysisError(
    "BAD_INPUT",
    `a hedge ratio must be a finite number, got ${ratio} of instrument ${instrument + 1} before observation ${at}`,
    { observation: at, instrument, ratio },
  );
}
