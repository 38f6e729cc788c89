import type { HedgeQLError } from "@hedgeql/sdk";
import { type ReactNode, useEffect, useState } from "react";
import { explainError, secondsToWait } from "./error-words.ts";

export interface FailureProps {
  readonly error: HedgeQLError;
  readonly onRetry: () => void;
  /** What to do about it here, such as a shorter lookback or other symbols. */
  readonly children?: ReactNode;
}

/** What failed, why, and what to do next. */
export function Failure({ error, onRetry, children }: FailureProps) {
  const words = explainError(error);
  return (
    <div className="notice failure">
      <p>
        <strong>{words.title}</strong> {words.next}
      </p>
      {words.retry !== "reconnect" && <p className="detail">{error.message}</p>}
      {children}
      {words.retry === "wait" && <Countdown key={error.message} seconds={secondsToWait(error)} onEnd={onRetry} />}
      {words.retry === "button" && (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** Counts the seconds down, asks again at their end, and lets one ask before. */
function Countdown({ seconds, onEnd }: { readonly seconds: number; readonly onEnd: () => void }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    if (left <= 0) return onEnd();
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left, onEnd]);
  return (
    <p>
      <span className="counting">Asking again in {left} s. </span>
      <button type="button" onClick={onEnd}>
        Try now
      </button>
    </p>
  );
}
