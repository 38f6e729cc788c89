// What a test says of the hedge, in one sentence. Words only: every number comes from core. A test that was passed is no
// proof, above all in a small sample, and its sentence says no more than that there is no sign.

/** Below this a test speaks against its assumption. */
const SIGNIFICANT = 0.05;

interface Result {
  readonly pValue: number | null;
  readonly reason?: string;
}

/** The sentence for a test that was failed, passed, or could not be made. */
function meaning({ pValue, reason }: Result, failed: string, passed: string): string {
  if (pValue === null) return `Not defined: ${reason ?? "there is nothing to test"}.`;
  return pValue < SIGNIFICANT ? failed : passed;
}

export function durbinWatsonMeaning(
  test: Result & { readonly statistic: number | null; readonly expected: number | null },
): string {
  const positive = (test.statistic ?? 0) < (test.expected ?? 2);
  return meaning(
    test,
    positive
      ? "What the hedge leaves over tends to go the same way as the period before (positive autocorrelation, as with stale prices): trust HAC standard errors alone, and compare DIMSON."
      : "What the hedge leaves over tends to turn back after each period (negative autocorrelation, as when prices bounce between bid and ask): trust HAC standard errors alone.",
    "There is no sign that what the hedge leaves over follows from the period before.",
  );
}

export function ljungBoxMeaning(test: Result & { readonly lags: number }): string {
  const before = test.lags === 1 ? "the period before" : `some of the ${test.lags} periods before`;
  return meaning(
    test,
    `What the hedge leaves over follows from that of ${before}: trust HAC standard errors alone.`,
    `There is no sign that what the hedge leaves over follows from that of ${before}.`,
  );
}

export function jarqueBeraMeaning(test: Result & { readonly excessKurtosis: number | null }): string {
  const failed =
    (test.excessKurtosis ?? 0) > 0
      ? "What the hedge leaves over has more extreme periods than a normal distribution: expect losses beyond what its standard deviation suggests, and see whether HUBER and THEIL_SEN agree on beta."
      : "What the hedge leaves over is not normal, though not by extreme periods: intervals of beta rest on the size of the sample.";
  return meaning(
    test,
    failed,
    "There is no sign that what the hedge leaves over is other than normal; single dates may still decide the beta, see `influence`.",
  );
}

export function breuschPaganMeaning(test: Result): string {
  return meaning(
    test,
    "What the hedge leaves over grows or shrinks with the benchmarks' returns: trust HC3 or HAC standard errors alone; beta itself is not biased by it.",
    "There is no sign that the spread of what the hedge leaves over changes with the benchmarks' returns.",
  );
}

export function betaCusumMeaning(test: Result): string {
  return meaning(
    test,
    "Beta has moved within the sample, most likely after this date: a hedge by the whole sample's beta may be out of date; look at `rolling`, or at a shorter period.",
    "There is no sign that beta moved within the sample.",
  );
}

export function residualCusumMeaning(test: Result): string {
  return meaning(
    test,
    "Alpha has moved within the sample, most likely after this date: do not count on the whole sample's alpha.",
    "There is no sign that alpha moved within the sample.",
  );
}

export function chowMeaning(test: Result): string {
  return meaning(
    test,
    "Alpha and betas before this date and from it on differ: estimate the hedge on the later part.",
    "There is no sign that alpha and betas differ before this date and from it on.",
  );
}

/** Belsley, Kuh and Welsch's rule of thumb. */
export function conditionMeaning(number: number): string {
  if (number < 10) return "The benchmarks are different enough for each to have a beta of its own.";
  if (number < 30) return "The benchmarks are much alike: each beta is less sure than the hedge as a whole.";
  return "The benchmarks hardly differ (multicollinearity): their betas can hardly be told apart, and may be large with opposite signs; leave one out.";
}
