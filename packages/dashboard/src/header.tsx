import { useState } from "react";
import { writeAddress } from "./question/address.ts";
import type { Question } from "./question/question.ts";
import { THEMES, type Theme } from "./style/theme.ts";

export interface HeaderProps {
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  readonly question: Question;
}

/** The name, and what concerns the page as a whole. */
export function Header({ theme, onTheme, question }: HeaderProps) {
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    const { address, isWhole } = await writeAddress(question);
    try {
      await navigator.clipboard.writeText(location.origin + address);
      setCopied(isWhole ? "Link copied" : "Link copied, without the returns: they are too long");
    } catch {
      // Without https, or without leave, the browser lets nobody write there.
      setCopied("Copy it from the address bar");
    }
  };
  // No link to #answer: the fragment of the address is not free, it holds own returns.
  const skip = () => document.getElementById("answer")?.focus();
  return (
    <header className="page-head">
      <button type="button" className="skip" onClick={skip}>
        Skip to the answer
      </button>
      <h1>HedgeQL</h1>
      <p>Alpha, beta, the hedge, and the proof that it worked</p>
      <div className="tools">
        <span role="status" className="hint">
          {copied}
        </span>
        <button type="button" onClick={copy}>
          Copy link
        </button>
        <a href="/graphql">GraphiQL</a>
        <label>
          <span className="visually-hidden">Colours</span>
          <select value={theme} onChange={(event) => onTheme(event.target.value as Theme)}>
            {Object.entries(THEMES).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
    </header>
  );
}
