import type { HedgeQLError } from "@hedgeql/sdk";
import { useEffect, useState } from "react";
import { OPENING, type Question } from "../question/question.ts";
import type { QuestionState } from "../question/use-question.ts";
import { hedgeql } from "../server/answers.ts";
import { type Match, searchSymbols } from "../symbols/suggestions.ts";
import { replaceSymbol, shorterLookback } from "./remedy.ts";

export interface RemediesProps {
  readonly error: HedgeQLError;
  readonly question: Question;
  readonly change: QuestionState["change"];
}

/** Buttons that do what an error suggests. */
export function Remedies({ error, question, change }: RemediesProps) {
  const { code } = error;
  const unknown = error.code === "UNKNOWN_SYMBOL" ? error.details.symbol : undefined;
  const lookback =
    error.code === "INSUFFICIENT_DATA" ? shorterLookback(question, error.details.observations) : undefined;
  const hasDates = question.start !== "" || question.end !== "";
  const isShort = code === "INSUFFICIENT_DATA" || code === "NO_OVERLAP";
  return (
    <div className="remedies">
      {unknown !== undefined && (
        <OtherSymbols symbol={unknown} onPick={(other) => change(replaceSymbol(question, unknown, other), "step")} />
      )}
      {lookback !== undefined && (
        <button type="button" onClick={() => change({ lookback: String(lookback) }, "step")}>
          Use a lookback of {lookback}
        </button>
      )}
      {isShort && hasDates && (
        <button type="button" onClick={() => change({ start: "", end: "" }, "step")}>
          Use all dates
        </button>
      )}
      {isShort && question.interval !== "DAY" && (
        <button type="button" onClick={() => change({ interval: "DAY" }, "step")}>
          Use daily returns
        </button>
      )}
      {code === "UNDEFINED_ESTIMATE" && question.estimator !== "OLS" && (
        <button type="button" onClick={() => change({ estimator: "OLS" }, "step")}>
          Use least squares
        </button>
      )}
      {(code === "SOURCE_UNAVAILABLE" || code === "RATE_LIMITED") && (
        <button
          type="button"
          onClick={() =>
            change(
              { portfolio: "symbol", symbol: OPENING.symbol, benchmarks: OPENING.benchmarks, hedgeWith: [] },
              "step",
            )
          }
        >
          Show the bundled sample
        </button>
      )}
    </div>
  );
}

/** Symbols that look like one that nobody has; where there is none, those that are always there. */
function OtherSymbols({ symbol, onPick }: { readonly symbol: string; readonly onPick: (symbol: string) => void }) {
  const [matches, setMatches] = useState<readonly Match[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const search = async () => {
      let found: readonly Match[] = [];
      const keep = (suggestions: { readonly matches: readonly Match[] }) => {
        found = suggestions.matches;
        if (found.length > 0) setMatches(found);
      };
      await searchSymbols(hedgeql, symbol.replace(/^\w+:/, ""), signal, keep);
      if (found.length === 0) await searchSymbols(hedgeql, "", signal, keep);
    };
    void search();
    return () => controller.abort();
  }, [symbol]);
  return matches.slice(0, 6).map((match) => (
    <button key={match.symbol} type="button" onClick={() => onPick(match.symbol)} title={match.name ?? undefined}>
      Use {match.symbol}
    </button>
  ));
}
