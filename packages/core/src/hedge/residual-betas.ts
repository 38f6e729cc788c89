import { productError, sumError } from "../arithmetic/exact-arithmetic.ts";
import { AnalysisError } from "../errors.ts";

/**
 * What a hedge leaves of the betas, less what was to be left: βᵢ − Σ ratioⱼ · betaⱼᵢ − targetᵢ, one a benchmark.
 * `instrumentBetas` has a row an instrument and in it a beta a benchmark; a positive ratio is sold short. Summed in
 * twice the working precision, so that a hedge that is exact leaves exactly 0. `targets` default to 0.
 *
 * @throws AnalysisError `BAD_INPUT` when counts differ, a value is not finite, or the result leaves the range of
 * doubles.
 */
export function residualBetas(
  betas: readonly number[],
  instrumentBetas: readonly (readonly number[])[],
  ratios: readonly number[],
  targets: readonly number[] = betas.map(() => 0),
): number[] {
  checkCounts(betas, instrumentBetas, ratios, targets);
  checkFinite(betas, "a beta");
  checkFinite(targets, "a target beta");
  checkFinite(ratios, "a hedge ratio");
  for (const row of instrumentBetas) checkFinite(row, "an instrument's beta");
  const left = betas.map((beta, i) => leftOf(beta, targets[i], instrumentBetas, ratios, i));
  checkFinite(left, "a residual beta");
  return left;
}

function leftOf(
  beta: number,
  target: number,
  instrumentBetas: readonly (readonly number[])[],
  ratios: readonly number[],
  benchmark: number,
): number {
  let high = beta - target;
  let rest = sumError(beta, -target);
  ratios.forEach((ratio, j) => {
    const part = -ratio * instrumentBetas[j][benchmark];
    rest += sumError(high, part) + productError(-ratio, instrumentBetas[j][benchmark]);
    high += part;
  });
  return high + rest;
}

function checkCounts(
  betas: readonly number[],
  instrumentBetas: readonly (readonly number[])[],
  ratios: readonly number[],
  targets: readonly number[],
): void {
  if (betas.length !== targets.length) {
    throw new AnalysisError(
      "BAD_INPUT",
      `a hedge needs one target a beta, got ${targets.length} targets and ${betas.length} betas`,
      { targets: targets.length, betas: betas.length },
    );
  }
  if (ratios.length !== instrumentBetas.length) {
    throw new AnalysisError(
      "BAD_INPUT",
      `a hedge needs one ratio an instrument, got ${ratios.length} ratios and ${instrumentBetas.length} instruments`,
      { ratios: ratios.length, instruments: instrumentBetas.length },
    );
  }
  instrumentBetas.forEach((row, instrument) => {
    if (row.length === betas.length) return;
    throw new AnalysisError(
      "BAD_INPUT",
      `an instrument needs one beta a benchmark, got ${row.length} of instrument ${instrument + 1} and ` +
        `${betas.length} of the portfolio`,
      { instrument, instrumentBetas: row.length, betas: betas.length },
    );
  });
}

function checkFinite(values: readonly number[], name: string): void {
  const odd = values.find((value) => !Number.isFinite(value));
  if (odd !== undefined) throw new AnalysisError("BAD_INPUT", `${name} must be a finite number, got ${odd}`);
}
