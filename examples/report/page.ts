/** What a report is written on: the steps say what there is, a page how it looks, on a terminal or in a file. */
export interface Page {
  /** Of the column with the labels, in characters, where a page is set in characters. */
  readonly labelWidth: number;
  heading(text: string): void;
  step(number: number, text: string): void;
  /** Sets apart what follows. */
  blank(): void;
  line(label: string, text: string): void;
  /** A line whose text may go on below itself. */
  wrappedLine(label: string, text: string): void;
  /** Lines that belong together: a terminal keeps them apart, elsewhere they flow. */
  paragraph(...lines: readonly string[]): void;
  /** What several answers warn of is said once. */
  warning(message: string): void;
  /** Cells to the right of their columns, behind a label; without a label it is the head of a table. */
  row(label: string, cells: readonly string[], widths: readonly number[], width?: number): void;
  /** The same, with a text at the end that may go on below itself. */
  rowWithText(label: string, cells: readonly string[], widths: readonly number[], width: number, text: string): void;
}
