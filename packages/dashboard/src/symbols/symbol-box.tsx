import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { plural } from "../answer/formats.ts";
import type { Match, Suggestions } from "./suggestions.ts";
import { useSuggestions } from "./use-suggestions.ts";

export interface SymbolBoxProps {
  readonly label: string;
  /** Whether the label is for screen readers alone, where the eye has a heading. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onCommit: (symbol: string) => void;
  readonly hint?: string;
  readonly isInvalid?: boolean;
  readonly describedBy?: string | undefined;
  /** For a box that adds to a list: it is empty again after each symbol. */
  readonly isAdding?: boolean;
}

/** A box for a symbol that suggests while one types (the combobox of the ARIA Authoring Practices); any text counts. */
export function SymbolBox(props: SymbolBoxProps) {
  const { label, value, onCommit, isAdding = false } = props;
  const id = useId();
  const [text, setText] = useState(value);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const suggestions = useSuggestions(text === value && !isAdding ? "" : text, isOpen);
  const { matches } = suggestions;
  useEffect(() => setText(value), [value]);

  const close = () => {
    setIsOpen(false);
    setActive(-1);
  };
  const commit = (symbol: string) => {
    close();
    setText(isAdding ? "" : symbol.trim());
    if (symbol.trim() !== value) onCommit(symbol.trim());
  };
  const move = (step: number) => {
    setIsOpen(true);
    const length = matches.length;
    // One place more than there are matches: the text itself, between the last and the first.
    setActive(length === 0 ? -1 : ((active + 1 + step + length + 1) % (length + 1)) - 1);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown") move(isOpen ? 1 : 0);
    else if (event.key === "ArrowUp") move(isOpen ? -1 : 0);
    else if (event.key === "Enter") commit(matches[active]?.symbol ?? text);
    else if (event.key === "Escape" && isOpen) close();
    else if (event.key === "Escape") setText(value);
    else return;
    event.preventDefault();
  };

  const hasList = isOpen && (matches.length > 0 || suggestions.failures.length > 0);
  return (
    <div className="symbol-box">
      <label htmlFor={id} className={props.isLabelHidden ? "visually-hidden" : undefined}>
        {label}
      </label>
      <input
        id={id}
        role="combobox"
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={100}
        value={text}
        placeholder={props.hint}
        aria-autocomplete="list"
        aria-expanded={hasList}
        aria-controls={hasList ? `${id}-list` : undefined}
        aria-activedescendant={hasList && active >= 0 ? `${id}-${active}` : undefined}
        aria-invalid={props.isInvalid || undefined}
        aria-describedby={props.describedBy}
        onChange={(event) => {
          setText(event.target.value);
          setIsOpen(true);
          setActive(-1);
        }}
        onClick={() => setIsOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={() => commit(text)}
      />
      {hasList && <MatchList id={id} suggestions={suggestions} active={active} onPick={commit} label={label} />}
      <span role="status" className="visually-hidden">
        {isOpen &&
          !suggestions.isSearching &&
          (matches.length === 0 ? "No matches" : plural(matches.length, "match").replace(/hs$/, "hes"))}
      </span>
    </div>
  );
}

interface MatchListProps {
  readonly id: string;
  readonly label: string;
  readonly suggestions: Suggestions;
  readonly active: number;
  readonly onPick: (symbol: string) => void;
}

function MatchList({ id, label, suggestions, active, onPick }: MatchListProps) {
  const chosen = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new choice is what there is to scroll to
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div className="matches">
      {/* Focus stays in the text box, which names the active option: the list itself takes none. */}
      <div id={`${id}-list`} role="listbox" tabIndex={-1} aria-label={`Matches for ${label}`}>
        {suggestions.matches.map((match, index) => (
          <div
            key={match.symbol}
            id={`${id}-${index}`}
            ref={index === active ? chosen : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // Before the box loses its focus, which would take the text as it is.
            onMouseDown={(event) => {
              event.preventDefault();
              onPick(match.symbol);
            }}
          >
            <b>{match.symbol}</b> <span>{describe(match)}</span>
          </div>
        ))}
      </div>
      {suggestions.failures.map((failure) => (
        <p key={failure} className="quiet-line">
          {failure}
        </p>
      ))}
    </div>
  );
}

const SOURCES = { SAMPLE: "bundled sample", CSV: "your file", YAHOO: "Yahoo" };

function describe({ name, exchange, kind, source, firstDate, lastDate }: Match): string {
  const years = firstDate !== null && lastDate !== null ? `${firstDate.slice(0, 4)}–${lastDate.slice(0, 4)}` : null;
  return [name, exchange, kind?.toLowerCase(), years, SOURCES[source]].filter((part) => part != null).join(" · ");
}
