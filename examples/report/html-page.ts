/** A report as HTML, from the same steps as on a terminal: lines become lists, and rows tables. */
import type { Picture } from "./drawn-pictures.ts";
import { type Cell, type Table, tableHtml } from "./html-table.ts";
import { escaped } from "./html-text.ts";
import type { Page } from "./page.ts";
import { type Inks, inkStyles, themedSvg } from "./themed-svg.ts";

/** What is open until something of another kind follows. */
type Group = { readonly kind: "list"; readonly lines: string[] } | ({ readonly kind: "table" } & Table);

export class HtmlPage implements Page {
  readonly labelWidth = 0;
  readonly #blocks: string[] = [];
  readonly #warned = new Set<string>();
  readonly #inks: Inks = new Map();
  #group: Group | undefined;
  #lastHeading = "";

  heading(text: string): void {
    this.#lastHeading = text;
    this.#block(`<h1>${escaped(text)}</h1>`);
  }

  /** A part of the report under its own heading. */
  section(text: string, name: string, write: () => void): void {
    this.#lastHeading = text;
    this.#block(`<section class="${escaped(name)}">\n<h2>${escaped(text)}</h2>`);
    write();
    this.#block("</section>");
  }

  step(number: number, text: string): void {
    this.subheading(`${number}. ${text}`);
  }

  subheading(text: string): void {
    this.#lastHeading = text;
    this.#block(`<h3>${escaped(text)}</h3>`);
  }

  blank(): void {
    this.#close();
  }

  line(label: string, text: string): void {
    if (this.#group?.kind !== "list") {
      this.#close();
      this.#group = { kind: "list", lines: [] };
    }
    this.#group.lines.push(`<div><dt>${escaped(label)}</dt><dd>${escaped(text)}</dd></div>`);
  }

  wrappedLine(label: string, text: string): void {
    this.line(label, text);
  }

  paragraph(...lines: readonly string[]): void {
    this.#block(`<p>${escaped(sentence(lines.join(" ")))}</p>`);
  }

  notice(text: string): void {
    this.#block(`<p class="notice">${escaped(text)}</p>`);
  }

  warning(message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    this.#block(`<p class="warning"><strong>Warning:</strong> ${escaped(message)}.</p>`);
  }

  row(label: string, cells: readonly string[]): void {
    this.#row(
      label,
      cells.map((cell) => ["number", cell] as const),
    );
  }

  rowWithText(label: string, cells: readonly string[], _widths: readonly number[], _width: number, text: string): void {
    this.#row(label, [...cells.map((cell) => ["number", cell] as const), ["text", text]]);
  }

  /** Of words alone; the first is the name of what the row is about. */
  wordsRow(label: string, cells: readonly string[]): void {
    this.#row(
      label,
      cells.map((cell) => ["words", cell] as const),
    );
  }

  picture({ of, reading, failure, ...drawn }: Picture): void {
    if (failure !== undefined) {
      this.#block(`<p class="missing"><strong>No picture of ${escaped(of)}:</strong> ${escaped(failure)}.</p>`);
      return;
    }
    const sizes = (["wide", "narrow"] as const).map((size) => {
      const { light, dark } = drawn[size] ?? { light: "", dark: "" };
      return `<div class="${size}">${themedSvg(light, dark, this.#inks)}</div>`;
    });
    this.#block(`<figure>\n${sizes.join("\n")}\n<figcaption>${escaped(reading)}</figcaption>\n</figure>`);
  }

  /** All of it, as one file that needs no other; nothing in it can ask for anything. */
  document(title: string, description: string, styles: string): string {
    this.#close();
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="description" content="${escaped(description)}" />
<title>${escaped(title)}</title>
<style>
${styles}${inkStyles(this.#inks)}
</style>
</head>
<body>
<main>
${this.#blocks.join("\n")}
</main>
</body>
</html>
`;
  }

  #row(label: string, cells: readonly Cell[]): void {
    const isHead = label === "" && (this.#group?.kind !== "table" || this.#group.rows.length === 0);
    if (this.#group?.kind !== "table" || isHead) {
      this.#close();
      this.#group = { kind: "table", head: isHead ? cells : [], rows: [] };
    }
    if (!isHead) this.#group.rows.push({ label, cells });
  }

  #block(html: string): void {
    this.#close();
    this.#blocks.push(html);
  }

  #close(): void {
    const group = this.#group;
    if (group === undefined) return;
    this.#group = undefined;
    this.#blocks.push(
      group.kind === "list" ? `<dl>\n${group.lines.join("\n")}\n</dl>` : tableHtml(group, this.#lastHeading),
    );
  }
}

/** A terminal's line may begin small and end without a stop. A symbol such as n or t stays as it is. */
function sentence(text: string): string {
  const begun = text.replace(/^[a-z](?=[a-z])/, (letter) => letter.toUpperCase());
  return /[.:!?]$/.test(begun) ? begun : `${begun}.`;
}
