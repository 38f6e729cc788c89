import { useEffect, useState, useSyncExternalStore } from "react";
import type { Part, PartState } from "./part.ts";

/** The state of one part, read as it changes. */
export function usePart<T>(part: Part<T>): PartState<T> {
  return useSyncExternalStore(part.subscribe, part.get);
}

/** The clock, in seconds since a moment, while it matters; 0 where it does not. */
export function useSecondsSince(startedAt: number, isRunning: boolean): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!isRunning) return;
    setNow(performance.now());
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, [isRunning]);
  return isRunning ? Math.max(0, (now - startedAt) / 1000) : 0;
}
