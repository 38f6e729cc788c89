/** The hedge report as one HTML file: the tutorial's steps in sample, and clearly apart what the hedge did out of it. */
import { readFileSync } from "node:fs";
import type { Picture } from "./drawn-pictures.ts";
import { HtmlPage } from "./html-page.ts";
import { confidenceOf, percent, rounded } from "./numbers.ts";
import { type OutOfSample, outOfSampleSection, outOfSampleSummary } from "./out-of-sample-section.ts";
import { provenanceSection } from "./provenance-section.ts";
import { assetLines } from "./regression-steps.ts";
import { type Hedged, hedgeStep, regressionStep, sampleStep, verificationStep } from "./tutorial-steps.ts";

const STYLES = ["report.css", "report-phone.css"].map((name) => new URL(name, import.meta.url));

const ADDED_VARIABLE =
  "Of the first benchmark. What the others explain is taken off both axes, so that the slope is its beta among all of them.";

export interface HedgeReport {
  readonly title: string;
  readonly hedged: Hedged;
  readonly pictures: readonly Picture[];
  readonly outOfSample: OutOfSample;
}

export function hedgeDocument({ title, hedged, pictures, outOfSample }: HedgeReport): string {
  const { provenance } = hedged;
  const page = new HtmlPage();
  const show = (file: string, reading?: string) => {
    const picture = pictures.find((one) => one.file === file);
    if (picture !== undefined) page.picture({ ...picture, reading: reading ?? picture.reading });
  };

  page.heading(title);
  const bundled = provenance.assets.filter(({ source }) => source === "SAMPLE").map(({ symbol }) => symbol);
  if (bundled.length > 0) {
    page.notice(
      `Sample data: the prices of ${new Intl.ListFormat("en").format(bundled)} come with HedgeQL and end on ${provenance.lastDate} here. They are real, and old.`,
    );
  }
  assetLines(page, provenance);
  page.line("In sample", inSampleSummary(hedged));
  page.line("Out of sample", outOfSampleSummary(outOfSample));

  page.section("In sample: the hedge in four steps", "in-sample", () => {
    page.paragraph("Beta is fitted on the very returns that it hedges here: what follows describes the past.");
    sampleStep(page, hedged);
    show("daily-returns");
    regressionStep(page, hedged);
    show("regression", hedged.regression.coefficients.length > 2 ? ADDED_VARIABLE : undefined);
    hedgeStep(page, hedged);
    show("hedged-returns");
    show("cumulative");
    show("drawdowns");
    verificationStep(page, hedged);
  });

  page.section("In sample: how far to trust this beta", "in-sample", () => {
    for (const file of ["rolling-beta", "residuals", "residual-quantiles", "influence"]) show(file);
  });

  page.section("Out of sample: promise and fact", "out-of-sample", () =>
    outOfSampleSection(page, outOfSample, provenance),
  );

  page.section("Provenance", "provenance", () => provenanceSection(page, hedged, outOfSample));

  return page.document(
    title,
    `${title}: ${inSampleSummary(hedged)}`,
    STYLES.map((file) => readFileSync(file, "utf8")).join(""),
  );
}

function inSampleSummary({ regression, effectiveness, provenance }: Hedged): string {
  const { confidence, coefficients } = regression;
  const betas = coefficients.slice(1).map(({ term, estimate, lower, upper }) => {
    const bounds = `${confidenceOf(confidence)} interval ${rounded(lower, 4)} to ${rounded(upper, 4)}`;
    return `beta to ${term} ${rounded(estimate, 4)} (${bounds})`;
  });
  const removed = effectiveness === null ? "" : ` Variance removed, by hindsight: ${percent(effectiveness, 1)}.`;
  return `${provenance.firstDate} to ${provenance.lastDate}: ${betas.join(", ")}.${removed}`;
}
