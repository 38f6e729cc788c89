/**
 * Widths of Helvetica's characters in thousandths of its size, from the space on to the tilde (Adobe's font metrics of
 * 1989; Arial has the same). Without a browser nothing here can measure text, and a guess of 0.8 a character would move
 * axes and break titles far too soon.
 */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];

/** The same of Helvetica Bold, in which titles are set. */
const BOLD_WIDTHS = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
  556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
  280, 389, 584,
];

/** Of a Chinese, Japanese or Korean character, and of an emoji: a square. */
const FULL_WIDTH = 1000;
/** Of all others: accented letters, Greek, Cyrillic, and the minus of every negative number on an axis. */
const OTHER = 600;

/** About how wide a text is, in pixels. */
export function textWidth(text: string, size: number, bold = false): number {
  const widths = bold ? BOLD_WIDTHS : WIDTHS;
  let thousandths = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    thousandths += widths[code - 32] ?? (isFullWidth(code) ? FULL_WIDTH : OTHER);
  }
  return (thousandths / 1000) * size;
}

/** Hangul, and what follows the punctuation, the arrows and the mathematical operators. */
const isFullWidth = (code: number) => (code >= 0x1100 && code < 0x1200) || code >= 0x2600;

/** The text in lines that are no wider than `width`, broken between words, and inside of one only where it is too long. */
export function wrapText(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, size, bold) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (textWidth(line, size, bold) > width && line.length > 1) {
      const part = fitting(line, width, size, bold);
      lines.push(part);
      line = line.slice(part.length);
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** As many of the first characters as fit, one at least. */
function fitting(text: string, width: number, size: number, bold: boolean): string {
  let part = "";
  for (const character of text) {
    if (part !== "" && textWidth(part + character, size, bold) > width) break;
    part += character;
  }
  return part;
}

/** The first lines, the last of them with three dots where others are left out. */
export function firstLines(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  const last = [...lines[most - 1]].slice(0, -2).join("").trimEnd();
  return [...lines.slice(0, most - 1), `${last}…`];
}
