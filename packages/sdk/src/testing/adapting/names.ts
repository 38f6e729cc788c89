import { type Question, RECORDED_PORTFOLIO } from "./question.ts";

/** What is sold is named after these words, and what it is measured against after others. */
const NAMES = /(hedged with |the ratio of )?(sample:AAPL|sample:\^GSPC)(?![\w-])/g;

/** What a text names of what was recorded. */
export function namesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(NAMES), ([, , name]) => name);
}

/** A text with the names of the question in place of the recorded ones. */
export function renamed(text: string, { portfolio, benchmarks, instruments }: Question): string {
  if (!text.includes("sample:")) return text;
  const escaped = text.startsWith("<svg") ? escapeXml : (name: string) => name;
  return text.replace(NAMES, (_, sold: string | undefined, name: string) => {
    if (name === RECORDED_PORTFOLIO) return escaped(portfolio ?? "portfolio");
    return sold === undefined ? escaped(benchmarks[0]) : sold + escaped(listed(instruments));
  });
}

/** "A", "A and B", "A, B and C"; of many, the first three and how many more: as the server's pictures have it. */
function listed(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
