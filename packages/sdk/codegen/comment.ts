const WIDTH = 120;

/** A comment of TSDoc at an indent: on one line where that is short enough, and otherwise wrapped. */
export function comment(text: string, indent: string): string {
  // A description that had the end of a comment in it would end this one.
  const words = text.replaceAll("*/", "*\\/").trim().split(/\s+/);
  const single = `${indent}/** ${words.join(" ")} */`;
  if (single.length <= WIDTH) return single;
  const start = `${indent} *`;
  const lines = [start];
  for (const word of words) {
    if (`${lines.at(-1)} ${word}`.length > WIDTH) lines.push(start);
    lines[lines.length - 1] += ` ${word}`;
  }
  return [`${indent}/**`, ...lines, `${indent} */`].join("\n");
}
