import { HedgeQLError } from "./error.ts";

/** The end of a call that its answer does not bring: the timeout, or the caller's signal. */
export interface Deadline {
  /** For `fetch`, so that it stops its work. */
  readonly signal: AbortSignal;
  throwIfEnded(): void;
  /** What the promise gives, unless the call ends first: a `fetch` of the caller's own may ignore its signal. */
  race<T>(promise: Promise<T>): Promise<T>;
  clear(): void;
}

export function startDeadline(timeout: number, signals: readonly (AbortSignal | undefined)[]): Deadline {
  const controller = new AbortController();
  let reason: HedgeQLError | undefined;
  let reject: (error: HedgeQLError) => void = () => {};
  const ended = new Promise<never>((_, rejectEnded) => {
    reject = rejectEnded;
  });
  // Nobody may be waiting when it ends, and that must not count as an unhandled rejection.
  ended.catch(() => {});
  const end = (error: HedgeQLError) => {
    reason ??= error;
    reject(reason);
    controller.abort();
  };
  const onAbort = () => {
    const cause: unknown = signals.find((signal) => signal?.aborted)?.reason;
    end(new HedgeQLError("the call was aborted", { code: "ABORTED", cause }));
  };
  // A timer cannot run longer than 2³¹ − 1 ms: beyond that it would fire at once, so there it means never.
  const expire = () => end(new HedgeQLError(`no answer within ${timeout} ms`, { code: "TIMEOUT" }));
  const timer = timeout < 2 ** 31 ? setTimeout(expire, timeout) : undefined;
  for (const signal of signals) {
    if (signal?.aborted) onAbort();
    signal?.addEventListener("abort", onAbort);
  }
  return {
    signal: controller.signal,
    throwIfEnded() {
      if (reason !== undefined) throw reason;
    },
    race: (promise) => Promise.race([ended, promise]),
    clear() {
      clearTimeout(timer);
      for (const signal of signals) signal?.removeEventListener("abort", onAbort);
    },
  };
}
