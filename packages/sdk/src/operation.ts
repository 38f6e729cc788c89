/**
 * A GraphQL operation as text that knows the types of its result and its variables. They stand only in the type: at run
 * time it is a string, which any GraphQL client takes.
 */
export type Operation<Result, Variables> = string & Typed<Result, Variables>;

/** What operations of every kind of code generator have in common, by which their types are known. */
export interface Typed<Result, Variables> {
  readonly __apiType?: ((variables: Variables) => Result) | undefined;
}

/** The result of an operation as it is on the wire: series packed, and any field null that failed. */
export type ResultOf<T> = T extends Typed<infer Result, never> ? Result : never;

/** The variables of an operation. */
export type VariablesOf<T> = T extends Typed<unknown, infer Variables> ? Variables : never;

/**
 * An operation of your own, with its types written beside it. A code generator makes them for you from the schema that
 * comes with this package: `request` takes its documents as they are.
 *
 * @example
 * ```ts
 * const Beta = graphql<{ regression: { beta: number } | null }, { symbol: string }>`
 *   query Beta($symbol: String!) {
 *     regression(portfolio: { symbol: $symbol }, benchmarks: ["sample:^GSPC"]) { beta }
 *   }
 * `;
 * const { regression } = await hedgeql.request(Beta, { symbol: "sample:AAPL" });
 * console.log(regression.beta); // 0.9933917187878432
 * ```
 */
export function graphql<Result, Variables = Readonly<Record<string, never>>>(
  source: string | TemplateStringsArray,
  ...fragments: readonly string[]
): Operation<Result, Variables> {
  return typeof source === "string" ? source : source.reduce((text, part, i) => text + fragments[i - 1] + part);
}

/** An operation's name. */
export function nameOf(text: string): string | undefined {
  return /(?:^|})\s*(?:query|mutation|subscription)\s+(\w+)/m.exec(text)?.[1];
}
