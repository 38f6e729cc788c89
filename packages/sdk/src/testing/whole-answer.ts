import { badInput } from "../error.ts";
import { isSeriesPart, packedOf } from "./packed-series.ts";
import type { SelectedField, Selection } from "./selection.ts";

/**
 * Just what a selection asks for: the given part, and what it leaves out as recorded. Throws where neither has a field,
 * and where the part has what nobody asked for, which is a misspelling.
 */
export function wholeAnswer(selection: Selection, recorded: unknown, part: unknown, path = ""): object {
  const [had, given] = [Object(recorded), Object(part)] as Record<string, unknown>[];
  const unpacked = isSeriesPart(selection, given);
  const columns = selection.packed?.selection ?? {};
  for (const name of Object.keys(given)) {
    const isAsked = name in selection || name in columns || name === "__typename";
    if (!isAsked) throw badInput(`the answer has ${at(path, name)}, which the operation does not ask for`);
  }
  const whole: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(selection)) {
    whole[name] =
      name === "packed" && unpacked
        ? packedOf(field.selection ?? {}, had.packed, given, path)
        : fieldOf(field, had[name], given[name], at(path, name));
  }
  return whole;
}

function fieldOf(field: SelectedField, recorded: unknown, part: unknown, path: string): unknown {
  const { selection } = field;
  if (part === undefined && recorded === undefined) {
    throw badInput(`the answer lacks ${path}, which the operation asks for`);
  }
  if (part === null || (part === undefined && recorded === null)) return null;
  if (Array.isArray(part ?? recorded)) return itemsOf(field, recorded, part, path);
  if (selection === undefined) return leafOf(part === undefined ? recorded : part, path);
  if (typeof (part ?? recorded) !== "object") throw badInput(`${path} must be an object, got ${part}`);
  return wholeAnswer(selection, recorded, part, path);
}

/** A list is as long as the given one; its items are laid over those recorded, the further ones over the last. */
function itemsOf(field: SelectedField, recorded: unknown, part: unknown, path: string): unknown[] {
  const had = Array.isArray(recorded) ? recorded : [];
  if (part === undefined) return had.map((item, i) => fieldOf(field, item, undefined, `${path}[${i}]`));
  if (!Array.isArray(part)) throw badInput(`${path} must be a list, got ${part}`);
  return part.map((item, i) => fieldOf(field, had[i] ?? had.at(-1), item, `${path}[${i}]`));
}

/** JSON would have NaN as null, and a typed array as an object. */
function leafOf(value: unknown, path: string): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw badInput(`${path} must be finite, or null where it is not defined, got ${value}`);
  }
  return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
}

function at(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}
