import type { Answer } from "./answer.ts";
import { scripted } from "./scripted.ts";

/** An answer that comes late. Made by `after`. */
export interface After<Result, Variables> {
  readonly [scripted]: {
    readonly kind: "after";
    readonly milliseconds: number;
    readonly answer: Answer<Result, Variables> | undefined;
  };
}

/**
 * An answer that comes after so many milliseconds, by the clock of the test: fake timers advance it. Without an answer it
 * is the recorded one. With `Infinity` none comes, and the call ends by its `timeout` or its signal.
 *
 * @example
 * ```ts
 * import { after, createTestClient } from "@hedgeql/sdk/testing";
 *
 * const hedgeql = createTestClient({ answers: { regression: after(20, { regression: { beta: 1.2 } }) } });
 * const { regression } = await hedgeql.regression({ portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"] });
 * console.log(regression.beta); // 1.2
 * ```
 */
export function after<Result, Variables>(
  milliseconds: number,
  answer?: NoInfer<Answer<Result, Variables>>,
): After<Result, Variables> {
  return { [scripted]: { kind: "after", milliseconds, answer } };
}
