import type { Answer } from "./answer.ts";
import { scripted } from "./scripted.ts";

/** Answers in turn. Made by `sequence`. */
export interface Sequence<Result, Variables> {
  readonly [scripted]: { readonly kind: "sequence"; readonly answers: readonly Answer<Result, Variables>[] };
}

/**
 * An answer for each attempt in turn; the last stays. `{}` is the recorded one.
 *
 * @example
 * ```ts
 * import { createTestClient, fail, sequence } from "@hedgeql/sdk/testing";
 *
 * const hedgeql = createTestClient({
 *   retries: 1,
 *   answers: { regression: sequence(fail("NETWORK_ERROR"), { regression: { beta: 1.2 } }) },
 * });
 * const { regression } = await hedgeql.regression({ portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"] });
 * console.log(regression.beta, hedgeql.calls.length); // 1.2 2
 * ```
 */
export function sequence<Result, Variables>(
  ...answers: readonly NoInfer<Answer<Result, Variables>>[]
): Sequence<Result, Variables> {
  return { [scripted]: { kind: "sequence", answers } };
}
