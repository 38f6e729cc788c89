import { INTERVALS } from "../question/question.ts";
import type { Numbers } from "../server/answers.ts";
import { count, date, list, plural } from "./formats.ts";
import { ScrollingTable } from "./scrolling-table.tsx";

const SOURCES = { YAHOO: "Yahoo Finance", SAMPLE: "Bundled sample", CSV: "Your file" } as const;

/** What the answer was computed from: dates, sources, and what was left out. */
export function ProvenanceDetails({ provenance }: Pick<Numbers, "provenance">) {
  const { assets, datesDropped, startsWith, endsWith, riskFree } = provenance;
  return (
    <>
      <p>
        {count(provenance.observations)} {INTERVALS[provenance.interval].returns} returns of prices from{" "}
        {date(provenance.firstDate)} to {date(provenance.lastDate)}; {provenance.periodsPerYear} periods a year.{" "}
        {datesDropped === 0
          ? "No date was dropped."
          : `${plural(datesDropped, "date")} dropped: not all series have a price on them, and none is filled in.`}
        {startsWith.length > 0 && ` The sample begins with ${list(startsWith)}.`}
        {endsWith.length > 0 && ` It ends with ${list(endsWith)}.`}
        {riskFree !== null && ` Returns are in excess of a risk-free rate.`}
      </p>
      <ScrollingTable
        label="Sources"
        columns={["Symbol", "Name", "Source", "Exchange", "Currency", "Asked"]}
        words={6}
        rows={assets.map((asset) => ({
          key: asset.symbol,
          cells: [
            asset.symbol,
            asset.name ?? "–",
            `${SOURCES[asset.source]}${asset.stale === null ? "" : `, old: ${asset.stale}`}`,
            asset.exchange ?? "–",
            asset.currency ?? "not known",
            asset.retrievedAt === null ? "–" : `${asset.retrievedAt.slice(0, 16).replace("T", " ")} UTC`,
          ],
        }))}
      />
    </>
  );
}
