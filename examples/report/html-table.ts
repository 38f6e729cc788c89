/** A table of a report as HTML, which a phone can lay out as one block a row: nothing of it is off to the right then. */
import { escaped } from "./html-text.ts";

export type Cell = readonly [kind: "number" | "text" | "words", text: string];

export interface Table {
  /** None where a table has no head. */
  readonly head: readonly Cell[];
  readonly rows: { readonly label: string; readonly cells: readonly Cell[] }[];
}

/** As many figures as a phone has room for in one line. */
const MOST_IN_LINE = 4;

/**
 * Roles are named though the elements have them: some browsers forget them where a table is laid out as blocks. On a
 * phone figures stand in columns under the head; where those are too many, or words, each cell has its column's name.
 */
export function tableHtml({ head, rows }: Table, name: string): string {
  const inLine = Math.max(...rows.map(({ cells }) => cells.filter(([kind]) => kind !== "text").length));
  const named = inLine > MOST_IN_LINE || head.some(([kind]) => kind === "words");
  const layout = named ? 'class="named"' : `style="--columns: ${inLine}"`;
  const columns = head.map(
    ([kind, text]) => `<th role="columnheader" scope="col" class="${kind}">${escaped(text)}</th>`,
  );
  const headRow = `<tr role="row"><td role="cell"></td>${columns.join("")}</tr>`;
  const body = rows.map(({ label, cells }) => {
    const part = label.startsWith(" ") ? ' class="part"' : "";
    const rest = cells.map(([kind, text], j) => {
      const column = named ? ` data-column="${escaped(head[j]?.[1] ?? "")}"` : "";
      return `<td role="cell" class="${kind}"${column}>${escaped(text)}</td>`;
    });
    return `<tr role="row"><th role="rowheader" scope="row"${part}>${escaped(label.trim())}</th>${rest.join("")}</tr>`;
  });
  // What is wider than its room all the same scrolls in a box, which the keyboard must reach.
  return `<div class="table" role="group" tabindex="0" aria-label="${escaped(name)}: table">
<table role="table" ${layout}>
${head.length === 0 ? "" : `<thead role="rowgroup">${headRow}</thead>\n`}<tbody role="rowgroup">
${body.join("\n")}
</tbody>
</table>
</div>`;
}
