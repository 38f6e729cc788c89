import { useRef } from "react";
import { keepFocus } from "./keep-focus.ts";
import { SymbolBox } from "./symbol-box.tsx";

export interface SymbolListProps {
  /** Of the box that adds, such as "Add a benchmark". */
  readonly label: string;
  /** Of the list, such as "Benchmarks". */
  readonly listLabel: string;
  readonly symbols: readonly string[];
  readonly onChange: (symbols: readonly string[]) => void;
  readonly hint?: string;
  readonly describedBy?: string | undefined;
}

/** Several symbols, each with a button that takes it away, and a box that adds one. */
export function SymbolList({ label, listLabel, symbols, onChange, hint, describedBy }: SymbolListProps) {
  const add = (text: string) => {
    const added = text.split(/[,;\s]+/).filter((symbol) => symbol !== "");
    if (added.length > 0) onChange([...new Set([...symbols, ...added])]);
  };
  const list = useRef<HTMLDivElement>(null);
  const remove = (at: number) => {
    onChange(symbols.filter((_, index) => index !== at));
    keepFocus(list.current, at);
  };
  return (
    <div className="symbol-list" ref={list}>
      {symbols.length > 0 && (
        <ul aria-label={listLabel} className="chips">
          {symbols.map((symbol, at) => (
            <li key={symbol}>
              {symbol}
              <button type="button" data-removes aria-label={`Remove ${symbol}`} onClick={() => remove(at)}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <SymbolBox label={label} value="" onCommit={add} isAdding describedBy={describedBy} {...(hint && { hint })} />
    </div>
  );
}
