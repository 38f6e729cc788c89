import { badInput, HedgeQLError, type HedgeQLErrorOptions } from "./error.ts";

/**
 * What the work gives, unless it takes longer than `timeout` milliseconds or a signal of the caller's ends it: then that
 * is the error, even where the work does not heed the signal that it is given.
 */
export async function withDeadline<Result>(
  timeout: number,
  signals: readonly (AbortSignal | undefined)[],
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  if (!(timeout >= 0)) throw badInput(`timeout must be 0 ms or more, got ${timeout}`);
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onAbort = () => {};
  const ended = new Promise<never>((_, reject) => {
    const end = (message: string, options: HedgeQLErrorOptions) => {
      const error = new HedgeQLError(message, options);
      reject(error);
      controller.abort(error);
    };
    onAbort = () =>
      end("the call was aborted", { code: "ABORTED", cause: signals.find((signal) => signal?.aborted)?.reason });
    // A timer cannot run longer than 2³¹ − 1 ms: beyond that it would fire at once, so there it means never.
    if (timeout < 2 ** 31) timer = setTimeout(end, timeout, `no answer within ${timeout} ms`, { code: "TIMEOUT" });
    for (const signal of signals) {
      signal?.addEventListener("abort", onAbort);
      if (signal?.aborted) onAbort();
    }
  });
  try {
    return await Promise.race([ended, controller.signal.aborted ? ended : work(controller.signal)]);
  } finally {
    clearTimeout(timer);
    for (const signal of signals) signal?.removeEventListener("abort", onAbort);
  }
}
