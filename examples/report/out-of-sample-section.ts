/** What the hedge did on returns that none of its ratios had seen. */
import type { ProvenanceFieldsFragment } from "@hedgeql/sdk";
import type { Picture } from "./drawn-pictures.ts";
import type { FiledWalkQuestion } from "./hedge-options.ts";
import type { HtmlPage } from "./html-page.ts";
import { confidenceOf, grouped, isNegative, percent, percentOrDash, rounded } from "./numbers.ts";
import { performanceTable } from "./performance-step.ts";
import { spanOf, standardErrorsOf } from "./regression-steps.ts";
import { costTable, HARM, promiseReading, promiseTable, type Walk, walkLines, walkRule } from "./walk-step.ts";

/** A walk with its pictures, or why there is none. */
export type OutOfSample = { readonly question: FiledWalkQuestion } & (
  | { readonly walk: Walk; readonly pictures: readonly Picture[] }
  | { readonly walk: undefined; readonly reason: string; readonly remedy: string }
);

const PROMISE_AND_FACT = "walk-promise-and-fact";

export function outOfSampleSummary(outOfSample: OutOfSample): string {
  if (outOfSample.walk === undefined) return `not shown: ${outOfSample.reason}.`;
  const { realized, withoutHedge, costAnnualized, verification, provenance } = outOfSample.walk;
  const { firstDate, lastDate, observations } = provenance;
  const betas = verification.coefficients.slice(1).map(({ term, estimate, lower, upper }, j) => {
    const bounds = `${confidenceOf(verification.confidence)} interval ${rounded(lower, 4)} to ${rounded(upper, 4)}`;
    return `beta to ${term} ${rounded(estimate, 4)} (${bounds}), ${rounded(withoutHedge.betas[j].beta, 4)} without the hedge`;
  });
  const dates = `${firstDate} to ${lastDate}, ${grouped(observations, 0)} returns that no fit had seen`;
  const { effectiveness } = realized;
  const price = `for ${percent(costAnnualized, 2)} a year`;
  const result =
    effectiveness !== null && isNegative(effectiveness, 1)
      ? `${HARM}. Variance added: ${percent(-effectiveness, 1)}, ${price}.`
      : `Variance removed: ${percentOrDash(effectiveness, 1)}, ${price}.`;
  return `${dates}: ${betas.join("; ")}. ${result}`;
}

export function outOfSampleSection(page: HtmlPage, outOfSample: OutOfSample, sample: ProvenanceFieldsFragment): void {
  if (outOfSample.walk === undefined) {
    page.notice(`Not shown: ${outOfSample.reason}.`);
    page.paragraph(`${outOfSample.remedy} Without this part the report has no evidence that the hedge works.`.trim());
    return;
  }
  const { walk, pictures, question } = outOfSample;
  const show = (file: string) => {
    const picture = pictures.find((one) => one.file === file);
    if (picture !== undefined) page.picture(picture);
  };
  page.paragraph(`${walkRule(question)} Nothing of a later date is in it.`);
  walkLines(page, walk);
  page.line("Standard errors", standardErrorsOf(walk.verification));
  promiseTable(page, walk);
  promiseReading(page, walk, whereStretches(outOfSample));
  for (const file of [PROMISE_AND_FACT, "walk-cumulative", "walk-drawdowns", "walk-ratios"]) show(file);
  page.subheading("What it cost");
  costTable(page, walk, question);
  page.subheading("Return and risk over these dates");
  performanceTable(page, walk, spanOf(sample).unit);
}

/** Nowhere, where that picture could not be drawn. */
function whereStretches({ walk, pictures }: { readonly walk: Walk; readonly pictures: readonly Picture[] }): string {
  const picture = pictures.find(({ file }) => file === PROMISE_AND_FACT);
  if (picture === undefined || picture.failure !== undefined) return "";
  const [, first, ...others] = walk.verification.coefficients;
  return `: see the picture below${others.length === 0 ? "" : `, of the beta to ${first.term}`}`;
}
