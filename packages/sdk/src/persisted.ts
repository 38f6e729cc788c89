import { badInput, type HedgeQLError } from "./error.ts";
import type { Layer } from "./request.ts";

/**
 * Sends the hash of an operation in place of its text, and the text only where the server does not know it yet: a request
 * of some hundred bytes in place of some thousand.
 *
 * @param hash - SHA-256 in hexadecimal, where the platform's own is missing: browsers have it on secure pages only.
 *
 * @example
 * ```ts
 * const hedgeql = createClient({ url: "http://localhost:4000/graphql", layers: [persisted()] });
 * const { asset } = await hedgeql.asset({ symbol: "sample:AAPL" });
 * console.log(asset.currency); // USD
 * ```
 */
export function persisted(hash: (text: string) => string | Promise<string> = sha256): Layer {
  return (next) => async (call) => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: await hash(call.query!) } };
    try {
      return await next({ ...call, query: undefined, extensions });
    } catch (error) {
      if ((error as HedgeQLError).code !== "PERSISTED_QUERY_NOT_FOUND") throw error;
      return next({ ...call, extensions });
    }
  };
}

/** Operations are constants: who makes texts as they go along has more of them than are worth remembering. */
const MOST_REMEMBERED = 1_000;
const hashes = new Map<string, Promise<string>>();

function sha256(text: string): Promise<string> {
  const known = hashes.get(text) ?? digest(text);
  if (hashes.size >= MOST_REMEMBERED) hashes.clear();
  hashes.set(text, known);
  known.catch(() => hashes.delete(text));
  return known;
}

async function digest(text: string): Promise<string> {
  if (!globalThis.crypto?.subtle)
    throw badInput(
      "persisted() needs crypto.subtle, which pages have only where they are secure: give it a hash of your own",
    );
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
