/** The beta of one benchmark by every estimator. */
import type { BetaEstimatesResult } from "@hedgeql/sdk";
import { confidenceOf, orDash, rounded } from "./numbers.ts";
import type { Page } from "./page.ts";

export type Estimate = BetaEstimatesResult["regression"]["betaEstimates"][number];

export const ESTIMATOR_NAMES: Readonly<Record<Estimate["estimator"], string>> = {
  OLS: "OLS",
  EWMA: "EWMA",
  KALMAN: "Kalman",
  BLUME: "Blume",
  VASICEK: "Vasicek",
  DIMSON: "Dimson",
  SCHOLES_WILLIAMS: "Scholes-Williams",
  UP: "up",
  DOWN: "down",
  HUBER: "Huber",
  THEIL_SEN: "Theil-Sen",
};

const SHRUNK: ReadonlySet<string> = new Set(["BLUME", "VASICEK"]);

const LABEL_WIDTH = 16;
const COLUMNS = [8, 11, 21];

export function estimatesTable(page: Page, estimates: readonly Estimate[], confidence: number): void {
  const header = ["beta", "std. error", `${confidenceOf(confidence)} interval`];
  page.rowWithText("", header, COLUMNS, LABEL_WIDTH, "made with");
  for (const { estimator, value, standardError, lower, upper, note } of estimates) {
    const interval = lower === null || upper === null ? "-" : `${rounded(lower, 4)} to ${rounded(upper, 4)}`;
    const cells = [orDash(value, 4), orDash(standardError, 4), interval];
    page.rowWithText(
      ESTIMATOR_NAMES[estimator],
      cells,
      COLUMNS,
      LABEL_WIDTH,
      value === null ? `not defined: ${note}` : note,
    );
  }
}

/** How far the estimates lie apart, and which of them are sure to differ from least squares. */
export function estimatesReading(page: Page, estimates: readonly Estimate[]): void {
  const found = estimates.flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }]));
  const ranked = found.toSorted((a, b) => a.value - b.value);
  const [lowest, highest] = [ranked[0], ranked[ranked.length - 1]];
  const ols = found.find(({ estimator }) => estimator === "OLS");
  const apart = highest.value - lowest.value;
  const [from, to] = [lowest, highest].map(
    ({ value, estimator }) => `${rounded(value, 4)} (${ESTIMATOR_NAMES[estimator]})`,
  );
  const range = `From ${from} to ${to}: ${rounded(apart, 4)} apart`;
  if (!ols?.standardError) {
    page.paragraph(`${range}.`);
    return;
  }
  // Blume's and Vasicek's estimates are made from that of OLS, and differ from it on purpose.
  const against = found.filter(
    ({ estimator, lower, upper }) =>
      !SHRUNK.has(estimator) && lower !== null && upper !== null && !between(ols.value, lower, upper),
  );
  const names = against.map(({ estimator }) => ESTIMATOR_NAMES[estimator]);
  const verdict =
    names.length === 0
      ? "The OLS beta is in the interval of every other estimator."
      : `Not in the interval of ${names.join(", ")}: the OLS beta. Ask why before you hedge.`;
  page.paragraph(`${range}, ${rounded(apart / ols.standardError, 1)} standard errors of OLS.`);
  page.paragraph(verdict);
}

function between(value: number, lower: number, upper: number): boolean {
  return value >= lower && value <= upper;
}
