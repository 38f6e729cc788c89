/** What every report says of its sample and its regression. */
import type { ProvenanceFieldsFragment, RegressionFieldsFragment } from "@hedgeql/sdk";
import { confidenceOf, orDash, percent, probability, rounded } from "./numbers.ts";
import type { Page } from "./page.ts";

/** What the report calls the quantities that can be undefined. */
const QUANTITIES: Readonly<Record<string, string>> = {
  tStatistic: "t",
  pValue: "p",
  rSquared: "R²",
  adjustedRSquared: "adjusted R²",
  fStatistic: "F",
  fPValue: "p of F",
  logLikelihood: "log-likelihood",
  aic: "AIC",
  bic: "BIC",
  durbinWatson: "Durbin-Watson",
};

const COLUMNS = [11, 11, 8, 8, 24, 11];

/** What a return spans, in words. */
export interface Span {
  /** `day`, `week` or `month`. */
  readonly unit: string;
  /** The same, or `period` where returns are farther apart than that. */
  readonly period: string;
  /** Monthly prices asked for by day, for example: then a return is not one of the interval, and a year has fewer. */
  readonly sparse: boolean;
}

export function spanOf({ interval, warnings }: ProvenanceFieldsFragment): Span {
  const unit = { DAY: "day", WEEK: "week", MONTH: "month" }[interval];
  const sparse = warnings.some(({ code }) => code === "SPARSE_DATES");
  return { unit, period: sparse ? "period" : unit, sparse };
}

export function assetLines(page: Page, { assets }: ProvenanceFieldsFragment): void {
  for (const { symbol, name, source, currency, retrievedAt } of assets) {
    const age = retrievedAt === null ? "" : `, retrieved ${retrievedAt}`;
    page.line(symbol, `${name ?? "no name"} (${source}${currency === null ? "" : `, ${currency}`}${age})`);
  }
}

export function sampleLines(page: Page, provenance: ProvenanceFieldsFragment): void {
  const { firstDate, lastDate, observations, datesDropped, riskFree, warnings } = provenance;
  const { unit, sparse } = spanOf(provenance);
  page.line("Prices", `${firstDate} to ${lastDate}, adjusted closes`);
  page.line("Returns", `${observations} simple returns, ${sparse ? `farther apart than a ${unit}` : `one a ${unit}`}`);
  page.line("Dates left out", datesDropped === 0 ? "none" : `${datesDropped}, on which not every series has a price`);
  if (riskFree !== null) {
    const { symbol, annualRate, annualizedRate } = riskFree;
    const annual = annualizedRate === null || sparse ? "" : `, ${percent(annualizedRate, 2)} a year`;
    page.line(
      "Risk-free rate",
      `${symbol ?? percent(annualRate ?? 0, 2)}${annualRate === null ? annual : " a year"}, taken off every return`,
    );
  }
  for (const { message } of warnings) page.warning(message);
}

export function alphaLabel({ period }: Span): string {
  return `alpha (a ${period})`;
}

/** `besides`: the same regression with classical standard errors, for one more column. */
export function coefficientTable(
  page: Page,
  regression: RegressionFieldsFragment,
  span: Span,
  besides?: RegressionFieldsFragment,
): void {
  const interval = `${confidenceOf(regression.confidence)} interval`;
  const more = besides === undefined ? [] : ["classical"];
  page.row("", ["estimate", "std. error", "t", "p", interval, ...more], COLUMNS);
  regression.coefficients.forEach(({ term, estimate, standardError, tStatistic, pValue, lower, upper }, j) => {
    const cells = [
      rounded(estimate, 6),
      rounded(standardError, 6),
      orDash(tStatistic, 2),
      probability(pValue),
      `${rounded(lower, 6)} to ${rounded(upper, 6)}`,
      ...(besides === undefined ? [] : [rounded(besides.coefficients[j].standardError, 6)]),
    ];
    page.row(term === "alpha" ? alphaLabel(span) : term, cells, COLUMNS);
  });
  const { observations, degreesOfFreedom, rSquared, residualStandardError, durbinWatson } = regression;
  page.paragraph(
    `n ${observations}, degrees of freedom ${degreesOfFreedom}, R² ${orDash(rSquared, 4)},`,
    `residual standard error ${percent(residualStandardError, 3)}, Durbin-Watson ${orDash(durbinWatson, 3)}`,
  );
  for (const [reason, group] of Map.groupBy(regression.undefinedQuantities, ({ reason }) => reason)) {
    const names = group.map(({ quantity }) => QUANTITIES[quantity] ?? quantity);
    page.paragraph(`${names.join(", ")}: not defined, ${reason}`);
  }
}

/** How the standard errors were estimated, and what they allow for. */
export function standardErrorsOf({ covariance }: RegressionFieldsFragment): string {
  const { estimator, lags } = covariance;
  if (estimator === "CLASSICAL") return "classical: residuals of one variance that do not follow each other";
  if (estimator !== "HAC") return `${estimator}: residuals of any variance`;
  return `HAC with ${lags} ${lags === 1 ? "lag" : "lags"}: residuals of any variance that may follow each other`;
}

/** Alpha by the year, three ways, and what each answers. */
export function annualAlphaLines(
  page: Page,
  regression: RegressionFieldsFragment,
  provenance: ProvenanceFieldsFragment,
): void {
  const span = spanOf(provenance);
  if (span.sparse) {
    page.line("Alpha a year", `not given: the returns are farther apart than a ${span.unit}`);
    return;
  }
  const { arithmetic, compounded, jensen } = regression.annualizedAlpha;
  const periods = provenance.periodsPerYear;
  const theSum = regression.coefficients.length > 2 ? "the sum of " : "";
  const free = provenance.riskFree !== null;
  const jensens = free
    ? `portfolio - risk-free - ${theSum}beta x (benchmark - risk-free)`
    : `portfolio - ${theSum}beta x benchmark`;
  const lines = [
    ["arithmetic", arithmetic, `alpha x ${periods}: earned by a position brought back to one size`],
    [
      "compounded",
      compounded,
      compounded === null
        ? "not defined: alpha is -1 or less"
        : `(1 + alpha)^${periods} - 1: earned when gains stay in`,
    ],
    [
      "Jensen",
      jensen,
      jensen === null
        ? "not defined: a return is below -1"
        : `${jensens}, of compounded annual returns: earned beyond a fair reward for beta`,
    ],
  ] as const;
  for (const [name, value, meaning] of lines) {
    const cell = value === null ? "-" : percent(value, 2);
    page.rowWithText(`Alpha, ${name}`, [cell], [10], page.labelWidth, meaning);
  }
}

/** What the choice of standard errors changes, beta by beta. */
export function errorsReading(chosen: RegressionFieldsFragment, classical: RegressionFieldsFragment): string {
  const parts = chosen.coefficients.slice(1).flatMap(({ term, standardError }, j) => {
    const plain = classical.coefficients[j + 1].standardError;
    if (plain === 0) return [];
    return [`${rounded(standardError / plain, 2)} times the classical one for the beta on ${term}`];
  });
  return parts.length === 0 ? "the fit is exact: there are no errors" : parts.join(", ");
}
