import type { NoiseLikelihood, RatioLikelihood } from "./likelihood.ts";
import type { StateSpace } from "./state-space.ts";

/** How often n · k² numbers may be gone through in a search: a few seconds' work. Ordinary searches take a hundredth. */
const MOST_WORK = 1e8;

/** Thrown when a search has taken all the time that it may. */
export class SearchTooLong extends Error {}

/** A likelihood that remembers its best point, and that can be asked only so often. */
export interface BoundedLikelihood extends RatioLikelihood {
  /** The ratios with the highest likelihood so far. */
  best(): Float64Array;
}

/** On long series with many states the likelihood may have so many peaks that a search would take minutes. */
export function bounded(likelihood: RatioLikelihood, { periods, states }: StateSpace): BoundedLikelihood {
  let left = Math.ceil(MOST_WORK / (periods * states * states));
  let best = new Float64Array(states);
  let highest = -Infinity;
  const counted = (ratios: Float64Array, evaluate: () => NoiseLikelihood) => {
    if (left-- <= 0) throw new SearchTooLong();
    const result = evaluate();
    if (result.logLikelihood > highest) {
      highest = result.logLikelihood;
      best = ratios.slice();
    }
    return result;
  };
  return {
    evaluate: (ratios) => counted(ratios, () => likelihood.evaluate(ratios)),
    evaluateWithScore: (ratios, score) => counted(ratios, () => likelihood.evaluateWithScore(ratios, score)),
    best: () => best,
  };
}
