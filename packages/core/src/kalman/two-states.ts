import type { ForwardPass } from "./forward-pass.ts";

// One regressor is the case that is asked for most, and its likelihood is taken some hundred times to find the noise:
// the passes of forward-pass.ts and backward-pass.ts, written out for two states. They do without Joseph's form, which
// the likelihood does not need: what it mends is small beside the movement of the states that adds to it.

/** Runs the filter, as `runForward` does, and fills all of `pass` but the covariances. */
export function runForwardTwo(x: Float64Array, response: Float64Array, ratios: Float64Array, pass: ForwardPass): void {
  const { innovations, variances } = pass;
  const [effects0, effects1] = pass.effects;
  const [gains0, gains1] = pass.gains;
  const [ratio0, ratio1] = ratios;
  let [c00, c01, c11] = [0, 0, 0]; // covariance
  let [state0, state1] = [0, 0];
  let [s00, s01, s10, s11] = [1, 0, 0, 1]; // slopes of the state in the start
  for (let t = 0; t < response.length; t++) {
    const z = x[t];
    const h0 = c00 + c01 * z;
    const h1 = c01 + c11 * z;
    const variance = 1 + h0 + h1 * z;
    const gain0 = h0 / variance;
    const gain1 = h1 / variance;
    const innovation = response[t] - state0 - state1 * z;
    const effect0 = s00 + s10 * z;
    const effect1 = s01 + s11 * z;
    innovations[t] = innovation;
    variances[t] = variance;
    effects0[t] = effect0;
    effects1[t] = effect1;
    gains0[t] = gain0;
    gains1[t] = gain1;
    state0 += gain0 * innovation;
    state1 += gain1 * innovation;
    s00 -= gain0 * effect0;
    s01 -= gain0 * effect1;
    s10 -= gain1 * effect0;
    s11 -= gain1 * effect1;
    c00 += ratio0 - gain0 * h0;
    c01 -= gain0 * h1;
    c11 += ratio1 - gain1 * h1;
  }
}

/**
 * Runs back, and returns for each state the sum of squares of r, and the sum of its variances at an unknown start, over
 * the noises between the periods.
 */
export function lookBackTwo(
  x: Float64Array,
  pass: ForwardPass,
  errors: Float64Array,
  inverseRoot: Float64Array,
): { squares: [number, number]; expected: [number, number] } {
  const { variances } = pass;
  const [effects0, effects1] = pass.effects;
  const [gains0, gains1] = pass.gains;
  const [root00, root01, , root11] = inverseRoot;
  let [r0, r1] = [0, 0];
  let [s00, s01, s10, s11] = [0, 0, 0, 0]; // slopes of r in the start
  let [n00, n01, n11] = [0, 0, 0];
  let [squares0, squares1, expected0, expected1] = [0, 0, 0, 0];
  for (let t = errors.length - 1; t > 0; t--) {
    const z = x[t];
    const g0 = gains0[t];
    const g1 = gains1[t];
    const precision = 1 / variances[t];
    const step = errors[t] * precision - g0 * r0 - g1 * r1;
    r0 += step;
    r1 += z * step;
    const step0 = -effects0[t] * precision - g0 * s00 - g1 * s10;
    const step1 = -effects1[t] * precision - g0 * s01 - g1 * s11;
    s00 += step0;
    s01 += step1;
    s10 += z * step0;
    s11 += z * step1;
    const h0 = n00 * g0 + n01 * g1;
    const h1 = n01 * g0 + n11 * g1;
    const both = precision + g0 * h0 + g1 * h1;
    n00 += both - 2 * h0;
    n01 += both * z - h1 - z * h0;
    n11 += (both * z - 2 * h1) * z;
    const a0 = s00 * root00;
    const a1 = s00 * root01 + s01 * root11;
    const b0 = s10 * root00;
    const b1 = s10 * root01 + s11 * root11;
    squares0 += r0 * r0;
    squares1 += r1 * r1;
    expected0 += n00 - a0 * a0 - a1 * a1;
    expected1 += n11 - b0 * b0 - b1 * b1;
  }
  return { squares: [squares0, squares1], expected: [expected0, expected1] };
}
