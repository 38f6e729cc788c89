/** The layout of a report on a terminal: labels in one column, and nothing wider than 100 characters. */
import type { Page } from "./page.ts";

/** How wide a line of text gets. */
const TEXT_WIDTH = 94;

export class TerminalPage implements Page {
  /** As wide as the longest of the labels. */
  readonly labelWidth: number;
  readonly #warned = new Set<string>();

  constructor(labels: readonly string[]) {
    this.labelWidth = Math.max(...labels.map(({ length }) => length));
  }

  heading(text: string): void {
    console.log(`\n${text}\n${"=".repeat(text.length)}`);
  }

  step(number: number, text: string): void {
    console.log(`\n${number}. ${text}\n`);
  }

  blank(): void {
    console.log();
  }

  line(label: string, text: string): void {
    console.log(`  ${label.padEnd(this.labelWidth)}  ${text}`);
  }

  wrappedLine(label: string, text: string): void {
    const [first, ...rest] = wrapped(text, TEXT_WIDTH - this.labelWidth);
    this.line(label, first);
    for (const part of rest) this.line("", part);
  }

  /** Broken between words where a line gets too long for a narrow window. */
  paragraph(...lines: readonly string[]): void {
    for (const part of lines.flatMap((line) => wrapped(line, TEXT_WIDTH))) console.log(`  ${part}`);
  }

  warning(message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    this.paragraph(`Warning: ${message}.`);
  }

  row(label: string, cells: readonly string[], widths: readonly number[], width = this.labelWidth): void {
    console.log(`  ${tableRow(label, cells, widths, width)}`);
  }

  rowWithText(label: string, cells: readonly string[], widths: readonly number[], width: number, text: string): void {
    const row = tableRow(label, cells, widths, width);
    const parts = wrapped(text, TEXT_WIDTH - row.length);
    parts.forEach((part, i) => {
      console.log(`  ${(i === 0 ? row : "").padEnd(row.length)}  ${part}`);
    });
  }
}

function tableRow(label: string, cells: readonly string[], widths: readonly number[], width: number): string {
  return label.padEnd(width) + cells.map((cell, i) => cell.padStart(widths[i])).join("");
}

function wrapped(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.length - 1;
    if (lines[last] === "") lines[last] = word;
    else if (lines[last].length + 1 + word.length <= width) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}
