/** Where the numbers of the hedge report come from, and by which conventions. */
import type { HtmlPage } from "./html-page.ts";
import { percent } from "./numbers.ts";
import type { OutOfSample } from "./out-of-sample-section.ts";
import { spanOf } from "./regression-steps.ts";
import type { Hedged } from "./tutorial-steps.ts";

const SOURCES = { YAHOO: "Yahoo Finance", SAMPLE: "bundled sample", CSV: "own file" } as const;

export function provenanceSection(page: HtmlPage, { provenance, regression }: Hedged, outOfSample: OutOfSample): void {
  const { assets, firstDate, lastDate, startsWith, endsWith, datesDropped, periodsPerYear } = provenance;
  page.wordsRow("", ["name", "source", "exchange", "currency", "retrieved"]);
  for (const { symbol, name, source, exchange, currency, retrievedAt, stale } of assets) {
    const age = `${retrievedAt ?? "-"}${stale === null ? "" : `, old: ${stale}`}`;
    page.wordsRow(symbol, [name ?? "-", SOURCES[source], exchange ?? "-", currency ?? "-", age]);
  }
  const bounds = [
    ...(startsWith.length === 0 ? [] : [`begins with ${startsWith.join(", ")}`]),
    ...(endsWith.length === 0 ? [] : [`ends with ${endsWith.join(", ")}`]),
  ];
  page.line("Data", [`${firstDate} to ${lastDate}`, ...bounds].join(", "));
  page.line("Prices", "adjusted for splits and dividends; of a csv: file, whatever the file has");
  page.line(
    "Dates",
    `those on which all series have a price; ${datesDropped === 0 ? "none was" : `${datesDropped} were`} left out, and no gap is filled`,
  );
  page.line("Returns", `simple, decimals a period, ${periodsPerYear} periods a year`);
  page.line(
    "Statistics",
    `ordinary least squares, n\u00a0-\u00a0${regression.coefficients.length} degrees of freedom, Student's t; variances by n\u00a0-\u00a01`,
  );
  const { unit } = spanOf(provenance);
  const { lookback, rebalanceEvery, costs } = outOfSample.question;
  const priced = `${costs.tradingBps} basis points a trade, ${percent(costs.borrowRate, 2)} a year for borrowed shares, ${percent(costs.cashRate, 2)} a year earned on their proceeds`;
  page.line(
    "Out of sample",
    `ordinary least squares on ${lookback} returns, rebalanced every ${rebalanceEvery === 1 ? unit : `${rebalanceEvery} ${unit}s`}, shares held between; ${priced}`,
  );
}
