import { badInput } from "../error.ts";

/** What an operation asks for, by the names that the answer has it under. A field without a selection is a leaf. */
export interface Selection {
  readonly [name: string]: SelectedField;
}

export interface SelectedField {
  /** Its name in the schema, where the operation gives it another. */
  readonly field: string;
  readonly selection: Selection | undefined;
}

const TOKEN = /"""(?:\\"""|[\s\S])*?"""|"(?:\\.|[^"\\\n])*"|#.*|\.{3}|[_A-Za-z]\w*|-?\d[\w.+-]*|[{}()[\]:@$!=|&]/g;

/** Reads what an operation of a document asks for: the one of this name, or the first. */
export function selectionOf(text: string, operationName?: string): Selection {
  const tokens = (text.match(TOKEN) ?? []).filter((token) => !token.startsWith("#"));
  const fragments = new Map<string, number>();
  const operations = new Map<string | undefined, number>();
  for (let i = 0; i < tokens.length; i = endOf(tokens, i) + 1) {
    const [kind, name] = tokens.slice(i, i + 2);
    i = selectionStart(tokens, i);
    if (kind === "fragment") fragments.set(name, i);
    else if (tokens[i] === "{") operations.set(/^\w/.test(name) && kind !== "{" ? name : undefined, i);
  }
  const start = operationName === undefined ? [...operations.values()][0] : operations.get(operationName);
  if (start === undefined)
    throw badInput(`there is no operation ${operationName ?? "at all"} in: ${text.slice(0, 80)}`);
  return select(tokens, start, fragments);
}

/** From the brace that opens a selection set. */
function select(tokens: readonly string[], start: number, fragments: ReadonlyMap<string, number>): Selection {
  const selection: Record<string, SelectedField> = {};
  let i = start + 1;
  while (i < tokens.length && tokens[i] !== "}") {
    if (tokens[i] === "...") {
      const isSpread = /^\w/.test(tokens[i + 1]) && tokens[i + 1] !== "on";
      const own = isSpread ? i + 1 : selectionStart(tokens, i);
      const set = isSpread ? fragments.get(tokens[i + 1]) : own;
      if (set === undefined) throw badInput(`the operation has no fragment ${tokens[i + 1]}`);
      for (const [name, field] of Object.entries(select(tokens, set, fragments))) add(selection, name, field);
      i = isSpread ? afterArguments(tokens, own + 1) : endOf(tokens, own) + 1;
      continue;
    }
    const name = tokens[i];
    if (tokens[i + 1] === ":") i += 2;
    const field = tokens[i];
    i = afterArguments(tokens, i + 1);
    const hasSelection = tokens[i] === "{";
    add(selection, name, { field, selection: hasSelection ? select(tokens, i, fragments) : undefined });
    if (hasSelection) i = endOf(tokens, i) + 1;
  }
  return selection;
}

/** The same field may be asked for twice, in part here and in part there. */
function add(selection: Record<string, SelectedField>, name: string, field: SelectedField): void {
  const there = selection[name]?.selection;
  selection[name] = there === undefined ? field : { ...field, selection: merged(there, field.selection ?? {}) };
}

function merged(one: Selection, other: Selection): Selection {
  const both = { ...one };
  for (const [name, field] of Object.entries(other)) add(both, name, field);
  return both;
}

/** Behind a field's arguments and directives. */
function afterArguments(tokens: readonly string[], start: number): number {
  let i = start;
  while (tokens[i] === "(" || tokens[i] === "@") i = tokens[i] === "(" ? endOf(tokens, i) + 1 : i + 2;
  return i;
}

/** The next brace that is not within an operation's variables. */
function selectionStart(tokens: readonly string[], start: number): number {
  let i = start;
  while (i < tokens.length && tokens[i] !== "{") i = tokens[i] === "(" ? endOf(tokens, i) + 1 : i + 1;
  return i;
}

/** Where the bracket closes that opens at a token. */
function endOf(tokens: readonly string[], start: number): number {
  let depth = 0;
  for (let i = start; i < tokens.length; i++) {
    if (/^[{([]$/.test(tokens[i])) depth++;
    else if (/^[})\]]$/.test(tokens[i]) && --depth === 0) return i;
  }
  return tokens.length;
}
