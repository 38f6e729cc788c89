// What a test says of the hedge, in one sentence. Words only: every number comes from core.

/** Below this a test speaks against its assumption. */
const SIGNIFICANT = 0.05;

interface Result {
  readonly pValue: number | null;
  readonly reason?: string;
}

/** The sentence for a test that was passed, failed, or could not be made. */
function meaning({ pValue, reason }: Result, failed: string, passed: string): string {
  if (pValue === null) return `Not defined: ${reason ?? "there is nothing to test"}.`;
  return pValue < SIGNIFICANT ? failed : passed;
}

export function durbinWatsonMeaning(test: Result & { readonly statistic: number | null }): string {
  const direction = (test.statistic ?? 2) < 2 ? "the same" : "the opposite";
  return meaning(
    test,
    `What the hedge leaves over tends to go ${direction} way as the period before: use HAC standard errors, and look for stale prices.`,
    "What the hedge leaves over does not follow from the period before: standard errors need no correction for that.",
  );
}

export function ljungBoxMeaning(test: Result & { readonly lags: number }): string {
  return meaning(
    test,
    `What the hedge leaves over follows from that of some of the ${test.lags} periods before: use HAC standard errors.`,
    `What the hedge leaves over does not follow from that of the ${test.lags} periods before.`,
  );
}

export function jarqueBeraMeaning(test: Result & { readonly excessKurtosis: number | null }): string {
  const tails =
    (test.excessKurtosis ?? 0) > 0 ? "has more extreme periods than a normal distribution" : "is not normal";
  return meaning(
    test,
    `What the hedge leaves over ${tails}: beta holds, but expect larger surprises than its standard error suggests, and compare HUBER and THEIL_SEN.`,
    "What the hedge leaves over looks normal: no single periods decide the beta by their size.",
  );
}

export function breuschPaganMeaning(test: Result): string {
  return meaning(
    test,
    "What the hedge leaves over grows or shrinks with the benchmarks' returns: use HC3 standard errors; beta itself stays right.",
    "The spread of what the hedge leaves over does not depend on the benchmarks' returns in a straight line: classical standard errors may serve.",
  );
}

export function betaCusumMeaning(test: Result): string {
  return meaning(
    test,
    "Beta has moved within the sample, most likely after this date: a hedge by the whole sample's beta is out of date; look at `rolling` or a shorter period.",
    "There is no sign that beta moved within the sample: one hedge ratio for all of it is fair.",
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
    "Alpha and betas before this date and from it on are not the same: estimate the hedge on the later part.",
    "Alpha and betas before this date and from it on may well be the same.",
  );
}

/** Belsley, Kuh and Welsch's rule of thumb. */
export function conditionMeaning(number: number): string {
  if (number < 10) return "The benchmarks are different enough for each to have a beta of its own.";
  if (number < 30) return "The benchmarks are much alike: their betas are less sure than the hedge as a whole.";
  return "The benchmarks are nearly one another: their betas are hardly told apart and may be large with opposite signs; leave one out.";
}
