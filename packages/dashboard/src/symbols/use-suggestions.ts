import { useEffect, useState } from "react";
import { hedgeql } from "../server/answers.ts";
import { NO_SUGGESTIONS, type Suggestions, searchSymbols } from "./suggestions.ts";

/** Long enough that a word typed at once is one search. */
const PAUSE_MS = 150;

/** Suggestions for a text while it is typed: those of the text before stay until the first of the new ones come. */
export function useSuggestions(text: string, isWanted: boolean): Suggestions {
  const [suggestions, setSuggestions] = useState(NO_SUGGESTIONS);
  useEffect(() => {
    if (!isWanted) return setSuggestions(NO_SUGGESTIONS);
    const controller = new AbortController();
    setSuggestions((before) => ({ ...before, isSearching: true }));
    const timer = setTimeout(() => searchSymbols(hedgeql, text, controller.signal, setSuggestions), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, isWanted]);
  return suggestions;
}
