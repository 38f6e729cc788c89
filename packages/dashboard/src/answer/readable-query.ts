/** A query of the SDK, which is sent in one line, as one would write it: a line a field. It stays the same query. */
export function readableQuery(text: string): string {
  let written = "";
  let depth = 0;
  let parentheses = 0;
  const newLine = () => `\n${"  ".repeat(depth)}`;
  for (const character of text) {
    if (parentheses > 0) {
      if (character === "(") parentheses += 1;
      else if (character === ")") parentheses -= 1;
      // A variable begins where none is the value of an argument.
      if (character === "$" && !/[(:[\s]$/.test(written)) written += ", ";
      written += character === " " ? ", " : character === ":" ? ": " : character;
    } else if (character === "{") {
      depth += 1;
      written += `${/\S$/.test(written) ? " " : ""}{${newLine()}`;
    } else if (character === "}") {
      depth -= 1;
      written = `${written.trimEnd()}${newLine()}}${depth === 0 ? "\n" : newLine()}`;
    } else if (character === " " && depth > 0) {
      written = `${written.trimEnd()}${newLine()}`;
    } else {
      if (character === "(") parentheses += 1;
      written += character;
    }
  }
  return written
    .replaceAll(/[ \n]+\n/g, "\n")
    .replaceAll(/^}\n(?=\S)/gm, "}\n\n")
    .trim();
}
