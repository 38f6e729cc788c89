/**
 * Means and centred second moments of two series over runs of observations, one run a slot. The means are of the
 * deviations from a value of each series, its origin, that lies in every run: where the values of a run are close to
 * each other, however large they are, the deviations are exact.
 */
export interface LineMoments {
  readonly meansX: Float64Array;
  readonly meansY: Float64Array;
  /** Σ(x − x̄)². */
  readonly squaresX: Float64Array;
  /** Σ(y − ȳ)². */
  readonly squaresY: Float64Array;
  /** Σ(x − x̄)(y − ȳ). */
  readonly products: Float64Array;
}

/** Room for the moments of `slots` runs. */
export function lineMoments(slots: number): LineMoments {
  const room = new Float64Array(5 * slots);
  let taken = 0;
  const column = () => room.subarray(taken++ * slots, taken * slots);
  return { meansX: column(), meansY: column(), squaresX: column(), squaresY: column(), products: column() };
}

/** Runs that grow by an observation a slot. */
export interface Growth {
  /** The observation that slot 0 adds to what was there before. */
  readonly from: number;
  /** Whether the runs grow to later observations or to earlier ones. */
  readonly step: 1 | -1;
  readonly slots: number;
  /** The observation whose values are the origins. */
  readonly origin: number;
  /** How many observations the last slot already holds, to go on from. */
  readonly held: number;
}

/**
 * The moments of runs that grow by an observation a slot.
 *
 * Source: B. Welford, "Note on a Method for Calculating Corrected Sums of Squares and Products" (Technometrics 4, 1962).
 */
export function growMoments(into: LineMoments, y: Float64Array, x: Float64Array, growth: Growth): void {
  const { meansX, meansY, squaresX, squaresY, products } = into;
  const { from, step, slots, origin, held } = growth;
  const originX = x[origin];
  const originY = y[origin];
  const last = meansX.length - 1;
  let meanX = held > 0 ? meansX[last] : 0;
  let meanY = held > 0 ? meansY[last] : 0;
  let sumXX = held > 0 ? squaresX[last] : 0;
  let sumYY = held > 0 ? squaresY[last] : 0;
  let sumXY = held > 0 ? products[last] : 0;
  // What the last steps of the means lost to rounding, for the next step to make good (W. Kahan, CACM 8, 1965).
  let lostX = 0;
  let lostY = 0;
  for (let slot = 0; slot < slots; slot++) {
    const t = from + step * slot;
    const share = 1 / (held + slot + 1); // not a division by it: the loop waits for what the means wait for
    const deviationX = x[t] - originX;
    const deviationY = y[t] - originY;
    const beforeX = deviationX - meanX;
    const beforeY = deviationY - meanY;
    const moveX = beforeX * share + lostX;
    const moveY = beforeY * share + lostY;
    const movedX = meanX + moveX;
    const movedY = meanY + moveY;
    lostX = moveX - (movedX - meanX);
    lostY = moveY - (movedY - meanY);
    meanX = movedX;
    meanY = movedY;
    const afterY = deviationY - meanY;
    sumXX += beforeX * (deviationX - meanX);
    sumYY += beforeY * afterY;
    sumXY += beforeX * afterY;
    meansX[slot] = meanX;
    meansY[slot] = meanY;
    squaresX[slot] = sumXX;
    squaresY[slot] = sumYY;
    products[slot] = sumXY;
  }
}

/**
 * {@link growMoments} of runs that start empty and stay short: the means come from sums of the deviations, for which the
 * loop need not wait as it does for means that are moved. The rounding of the sums grows with their length.
 */
export function growShortMoments(
  into: LineMoments,
  y: Float64Array,
  x: Float64Array,
  growth: Omit<Growth, "held">,
): void {
  const { meansX, meansY, squaresX, squaresY, products } = into;
  const { from, step, slots, origin } = growth;
  const originX = x[origin];
  const originY = y[origin];
  let sumX = 0;
  let sumY = 0;
  let meanX = 0;
  let meanY = 0;
  let sumXX = 0;
  let sumYY = 0;
  let sumXY = 0;
  for (let slot = 0; slot < slots; slot++) {
    const t = from + step * slot;
    const share = 1 / (slot + 1);
    const deviationX = x[t] - originX;
    const deviationY = y[t] - originY;
    const beforeX = deviationX - meanX;
    const beforeY = deviationY - meanY;
    sumX += deviationX;
    sumY += deviationY;
    meanX = sumX * share;
    meanY = sumY * share;
    const afterY = deviationY - meanY;
    sumXX += beforeX * (deviationX - meanX);
    sumYY += beforeY * afterY;
    sumXY += beforeX * afterY;
    meansX[slot] = meanX;
    meansY[slot] = meanY;
    squaresX[slot] = sumXX;
    squaresY[slot] = sumYY;
    products[slot] = sumXY;
  }
}

/**
 * Makes windows of two runs about one origin: to slot j of `later`, of j + 1 observations, comes the run of `earlier`
 * that fills it up to `window` observations.
 *
 * Source: T. Chan, G. Golub, R. LeVeque, "Updating Formulae and a Pairwise Algorithm for Computing Sample Variances"
 * (Stanford STAN-CS-79-773, 1979), equation 2.1, and likewise for products.
 */
export function fillUp(later: LineMoments, earlier: LineMoments, window: number, slots: number): void {
  const { meansX, meansY, squaresX, squaresY, products } = later;
  const mergeable = Math.min(slots, window - 1); // the last slot of a block is a window already
  for (let slot = 0; slot < mergeable; slot++) {
    const other = window - 2 - slot;
    const share = (window - 1 - slot) / window;
    const apartX = earlier.meansX[other] - meansX[slot];
    const apartY = earlier.meansY[other] - meansY[slot];
    const weight = share * (slot + 1);
    squaresX[slot] += earlier.squaresX[other] + weight * apartX * apartX;
    squaresY[slot] += earlier.squaresY[other] + weight * apartY * apartY;
    products[slot] += earlier.products[other] + weight * apartX * apartY;
    meansX[slot] += share * apartX;
    meansY[slot] += share * apartY;
  }
}
