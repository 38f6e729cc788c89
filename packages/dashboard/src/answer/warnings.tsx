import type { Warning } from "./answer-names.ts";

/** What makes the numbers above mean less than they seem to; nothing where there is nothing to say. */
export function Warnings({
  warnings,
  besides = [],
}: {
  readonly warnings: readonly Warning[];
  readonly besides?: readonly Warning[];
}) {
  const said = new Set(besides.map(({ message }) => message));
  const own = warnings.filter(({ message }) => !said.has(message));
  if (own.length === 0) return null;
  return (
    <ul className="warnings" aria-label="Warnings">
      {own.map(({ code, message }) => (
        <li key={code + message}>{message}</li>
      ))}
    </ul>
  );
}
