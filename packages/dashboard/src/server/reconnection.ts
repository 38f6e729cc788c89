import type { HedgeQLErrorCode } from "@hedgeql/sdk";
import type { Part } from "./part.ts";

/** What is asked again by itself: the server does not answer now, and may in a moment. */
const UNREACHABLE: ReadonlySet<HedgeQLErrorCode> = new Set(["NETWORK_ERROR", "HTTP_ERROR"]);
const SHORTEST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

export interface ReconnectionState {
  readonly isDown: boolean;
  /** When it is asked again, in the clock's milliseconds. */
  readonly retryAt: number;
}

export interface Reconnection {
  get(): ReconnectionState;
  subscribe(listener: () => void): () => void;
  /** Asks again at once: by the user, or since the window or the network is back. */
  retryNow(): void;
}

/** The timers of the platform, as arguments, so that tests need not wait. */
export interface Timers {
  now(): number;
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

const PLATFORM: Timers = {
  now: () => performance.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer as number),
};

/** Watches parts, and asks those again that a server out of reach failed: one wait for all, twice as long each time. */
export function watchConnection(parts: readonly Part<unknown>[], timers: Timers = PLATFORM): Reconnection {
  let state: ReconnectionState = { isDown: false, retryAt: 0 };
  let waits = 0;
  let timer: unknown;
  const listeners = new Set<() => void>();

  const set = (next: ReconnectionState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const isUnreachable = (part: Part<unknown>) => {
    const { phase, error } = part.get();
    return phase === "failed" && error !== undefined && UNREACHABLE.has(error.code);
  };
  const isAsking = (part: Part<unknown>) => part.get().phase === "loading";

  const look = () => {
    const down = parts.filter(isUnreachable);
    if (down.length === 0) {
      // While a retry is on its way nothing is known yet: the message stays until it is.
      if (!state.isDown || parts.some(isAsking)) return;
      timers.clearTimeout(timer);
      timer = undefined;
      waits = 0;
      set({ isDown: false, retryAt: 0 });
    } else if (timer === undefined && !parts.some(isAsking)) {
      const wait = Math.min(SHORTEST_WAIT_MS * 2 ** waits, LONGEST_WAIT_MS);
      waits += 1;
      timer = timers.setTimeout(retry, wait);
      set({ isDown: true, retryAt: timers.now() + wait });
    } else if (!state.isDown) {
      set({ isDown: true, retryAt: timers.now() });
    }
  };
  const retry = () => {
    timers.clearTimeout(timer);
    timer = undefined;
    for (const part of parts.filter(isUnreachable)) part.retry();
  };

  for (const part of parts) part.subscribe(look);
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retryNow() {
      if (state.isDown) retry();
    },
  };
}
