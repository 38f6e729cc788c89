import { HedgeQLError } from "@hedgeql/sdk";

/** One part of the answer: what was asked, what came of it, and the last answer meanwhile. */
export interface PartState<T> {
  readonly phase: "idle" | "loading" | "answered" | "failed" | "cancelled";
  /** The last answer, which `isCurrent` says whether it is of this question. */
  readonly value: T | undefined;
  /** What the last answer is about: portfolio, benchmarks, period. Answers about the same may stand side by side. */
  readonly about: string | undefined;
  readonly isCurrent: boolean;
  readonly error: HedgeQLError | undefined;
  /** When the question was sent, in the clock's milliseconds. */
  readonly startedAt: number;
}

export type Run<T> = (signal: AbortSignal) => Promise<T>;

export interface Part<T> {
  get(): PartState<T>;
  subscribe(listener: () => void): () => void;
  /** Asks, unless that very question is already asked or answered; whatever was asked before is aborted. */
  ask(key: string, about: string, run: Run<T>): void;
  /** Nothing is asked any more; a last answer stays, as one to another question. */
  rest(): void;
  /** Asks the same again, if it failed or was cancelled. */
  retry(): void;
  cancel(): void;
}

/** Keeps one request at a time, and the answer of the last that had one. */
export function createPart<T>(now: () => number = () => performance.now()): Part<T> {
  let state: PartState<T> = {
    phase: "idle",
    value: undefined,
    about: undefined,
    isCurrent: false,
    error: undefined,
    startedAt: 0,
  };
  let asked: { readonly key: string; readonly about: string; readonly run: Run<T> } | undefined;
  let controller = new AbortController();
  const listeners = new Set<() => void>();

  const set = (changes: Partial<PartState<T>>) => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };

  const send = ({ about, run }: { readonly about: string; readonly run: Run<T> }) => {
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    set({ phase: "loading", error: undefined, startedAt: now() });
    run(signal).then(
      (value) => {
        if (!signal.aborted) set({ phase: "answered", value, about, isCurrent: true });
      },
      (reason: unknown) => {
        if (!signal.aborted) set({ phase: "failed", error: asHedgeQLError(reason) });
      },
    );
  };

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask(key, about, run) {
      if (asked?.key === key) return;
      asked = { key, about, run };
      state = { ...state, isCurrent: false };
      send(asked);
    },
    rest() {
      if (asked === undefined) return;
      asked = undefined;
      controller.abort();
      set({ phase: "idle", isCurrent: false, error: undefined });
    },
    retry() {
      if (asked !== undefined && (state.phase === "failed" || state.phase === "cancelled")) send(asked);
    },
    cancel() {
      if (state.phase !== "loading") return;
      controller.abort();
      set({ phase: "cancelled" });
    },
  };
}

function asHedgeQLError(reason: unknown): HedgeQLError {
  if (reason instanceof HedgeQLError) return reason;
  const message = reason instanceof Error ? reason.message : String(reason);
  return new HedgeQLError(message, { code: "INTERNAL_ERROR", cause: reason });
}
