/** Text that stands in HTML for what it is. */
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that neither HTML nor XML may have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Safe in an element and in a quoted attribute. Numbers have a true minus, and stay on one line with their per cent sign. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, "\ufffd")
    .replace(/[&<>"']/g, (character) => ENTITIES[character])
    .replace(/(?<=^|[\s(])-(?=\d)/g, "\u2212")
    .replace(/(\d) %/g, "$1\u00a0%");
}
