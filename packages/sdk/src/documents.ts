// biome-ignore lint/style/noRestrictedImports: a type alone, which is gone at run time; `graphql` is an optional peer.
import type { DocumentNode } from "graphql";

export * from "./generated/documents.ts";

/**
 * An operation as a document that knows the types of its result and its variables, which stand only in the type: urql and
 * Apollo take it as it is, and infer them. The result is as on the wire: `unpack` reads its series.
 *
 * @example
 * ```ts
 * import { createClient } from "@hedgeql/sdk";
 * import { AssetDocument } from "@hedgeql/sdk/documents";
 * import { print } from "graphql";
 *
 * const hedgeql = createClient({ url: "http://localhost:4000/graphql", print });
 * const { asset } = await hedgeql.request(AssetDocument, { symbol: "sample:AAPL" });
 * console.log(asset.currency); // USD
 * ```
 */
export interface TypedDocumentNode<Result, Variables> extends DocumentNode {
  // As every client spells it: not readonly, and absent rather than undefined.
  __apiType?: (variables: Variables) => Result;
}
