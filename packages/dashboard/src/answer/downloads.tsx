import { Charts, Hedge, HedgedPortfolio, WalkForward } from "@hedgeql/sdk";
import { useMemo } from "react";
import { saveFile } from "../pictures/save-file.ts";
import { fileName } from "../pictures/specification.ts";
import type { Terms } from "../question/terms.ts";
import type { Answers, Numbers, Walk } from "../server/answers.ts";
import { besideNumbers } from "../server/coherence.ts";
import { usePart } from "../server/use-part.ts";
import { instrumentNames, portfolioName } from "./answer-names.ts";
import { shortSymbol } from "./formats.ts";
import { graphiqlLink } from "./graphiql-link.ts";
import { withReadableColumns } from "./readable-columns.ts";
import { readableQuery } from "./readable-query.ts";
import { type NamedSeries, writeSeriesCsv } from "./series-csv.ts";

/** The series as files, and the query as one to explore. */
export function Downloads({ answers, terms }: { readonly answers: Answers; readonly terms: Terms | undefined }) {
  const numbers = usePart(answers.parts.numbers);
  const walk = besideNumbers(usePart(answers.parts.walk), numbers);
  const links = useMemo(() => (terms === undefined ? [] : linksOf(terms)), [terms]);
  const save = (columns: readonly NamedSeries[], what: string) => {
    const { value } = numbers;
    const name =
      value === undefined ? what : fileName(portfolioName(value), "hedged with", instrumentNames(value), what);
    saveFile(`${name}.csv`, new Blob([writeSeriesCsv(columns)], { type: "text/csv" }));
  };
  return (
    <p className="downloads">
      <button
        type="button"
        disabled={numbers.value === undefined}
        onClick={() => numbers.value && save(seriesOf(numbers.value), "returns")}
      >
        Download returns (CSV)
      </button>
      <button
        type="button"
        disabled={walk.value === undefined}
        onClick={() => walk.value && save(walkSeriesOf(walk.value), "out of sample")}
      >
        Download out of sample (CSV)
      </button>
      {links.map(({ words, href }) => (
        <a key={words} href={href} target="_blank" rel="noopener">
          {words}
        </a>
      ))}
    </p>
  );
}

/** The queries that the page sends, each with its variables: written for people, and with series that they can read. */
function linksOf({ numbers, walk, order }: Terms) {
  const linkTo = (words: string, operation: string, variables: object) => ({
    words,
    href: graphiqlLink(readableQuery(withReadableColumns(operation)), variables),
  });
  return [
    linkTo("Open this in GraphiQL", HedgedPortfolio, numbers),
    linkTo("The walk in GraphiQL", WalkForward, walk),
    linkTo("The order in GraphiQL", Hedge, order),
    linkTo("The pictures in GraphiQL", Charts, numbers),
  ];
}

function seriesOf({ unhedged, returns, benchmarks }: Numbers): NamedSeries[] {
  return [
    { name: unhedged.symbol ?? "portfolio", series: unhedged },
    { name: "hedged", series: returns },
    ...benchmarks.map((benchmark) => ({ name: benchmark.symbol ?? "benchmark", series: benchmark })),
  ];
}

function walkSeriesOf({ unhedged, returns, netReturns, instrumentRatios }: Walk): NamedSeries[] {
  return [
    { name: unhedged.symbol ?? "portfolio", series: unhedged },
    { name: "hedged before costs", series: returns },
    { name: "hedged after costs", series: netReturns },
    ...instrumentRatios.map((ratios) => ({ name: `ratio ${shortSymbol(ratios.symbol ?? "")}`, series: ratios })),
  ];
}
