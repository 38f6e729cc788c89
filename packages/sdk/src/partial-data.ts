import { HedgeQLError } from "./error.ts";
import type { Typed } from "./operation.ts";
import type { Unpacked } from "./series.ts";

/**
 * What did answer of a call of this operation that failed, with its type: fields that failed are null. Undefined where
 * nothing did.
 *
 * @example
 * ```ts
 * const error = await hedgeql.assets({ symbols: ["sample:AAPL", "sample:NOBODY"] }).catch((reason) => reason);
 * console.log(partialData(Assets, error)?.assets[0]?.currency); // USD
 * ```
 */
export function partialData<Result, Variables>(
  _operation: Typed<Result, Variables>,
  error: unknown,
): Unpacked<Result> | undefined {
  return error instanceof HedgeQLError ? ((error.data as Unpacked<Result> | null) ?? undefined) : undefined;
}
