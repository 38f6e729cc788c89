import type { Failure } from "./fail.ts";
import type { Part } from "./part.ts";
import { scripted } from "./scripted.ts";

/** Data beside errors. Made by `partly`. */
export interface Partly<Result> {
  readonly [scripted]: {
    readonly kind: "partly";
    readonly part: Part<Result>;
    readonly failures: readonly Failure[];
  };
}

/**
 * Data beside errors: each failure says by its `path` which field is null, and the rest answers.
 *
 * @example
 * ```ts
 * import { Assets, partialData } from "@hedgeql/sdk";
 * import { createTestClient, fail, partly } from "@hedgeql/sdk/testing";
 *
 * const unknown = fail("UNKNOWN_SYMBOL", { symbol: "NOBODY" }, { path: ["assets", 1] });
 * const hedgeql = createTestClient({ answers: { assets: partly({ assets: [{ name: "Tesla" }, {}] }, unknown) } });
 * const error = await hedgeql.assets({ symbols: ["TSLA", "NOBODY"] }).catch((reason) => reason);
 * console.log(error.code, partialData(Assets, error)?.assets.map((asset) => asset?.name)); // UNKNOWN_SYMBOL [ 'Tesla', undefined ]
 * ```
 */
export function partly<Result>(part: NoInfer<Part<Result>>, ...failures: readonly Failure[]): Partly<Result> {
  return { [scripted]: { kind: "partly", part, failures } };
}
