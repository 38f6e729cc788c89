import type { Dates } from "../index.ts";

/** A series is as long as its columns. */
type Counted<T> = T extends { readonly dates: Dates } ? "length" : never;

/** `series` makes `values` of a list: prices and betas have other columns. */
type Misnamed<T> = T extends { readonly dates: Dates } & { readonly values?: never }
  ? { readonly values?: never }
  : unknown;

type Keys<T> = {
  [Key in keyof T]: Key extends string ? (T[Key] extends (...given: never[]) => unknown ? never : Key) : never;
}[keyof T];

/**
 * Any part of a result, however deep. Lists are given whole, their items in part; of a series its `dates` and the columns
 * that matter, as plain lists or as `series` makes them.
 *
 * @example
 * ```ts
 * import type { HedgedPortfolioResult } from "@hedgeql/sdk";
 * import type { Part } from "@hedgeql/sdk/testing";
 *
 * const part: Part<HedgedPortfolioResult> = {
 *   hedgedPortfolio: {
 *     regression: { beta: 1.2 },
 *     returns: { dates: ["2024-01-03", "2024-01-04"], values: [0.01, -0.02] },
 *   },
 * };
 * console.log(part.hedgedPortfolio?.regression?.beta); // 1.2
 * ```
 */
export type Part<T> = T extends Dates
  ? Dates | readonly string[]
  : T extends Float64Array
    ? Float64Array | readonly number[]
    : T extends readonly (infer Item)[]
      ? readonly Part<Item>[]
      : string extends keyof T
        ? T
        : T extends object
          ? { readonly [Key in Exclude<Keys<T>, Counted<T>>]?: Part<T[Key]> | undefined } & {
              /** For a client that asks for it, such as Apollo's. */
              readonly __typename?: string | undefined;
            } & Misnamed<T>
          : T;
