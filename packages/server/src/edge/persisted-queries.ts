import { createHash } from "node:crypto";
import { GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import { LRUCache } from "lru-cache";
import { badRequest } from "./bad-request.ts";

/** Of all texts that are remembered: some hundred queries of usual length. The least recently used go first. */
const MAX_CHARACTERS = 2_000_000;

/** Of an entry besides its text. */
const ENTRY_CHARACTERS = 200;

const SHA_256 = /^[0-9a-f]{64}$/;

interface PersistedText {
  readonly hash: string;
  readonly text: string;
}

export interface PersistedQueriesOptions {
  /** How many characters the remembered texts may have in all; 2,000,000 when left out. */
  readonly maxCharacters?: number;
}

/**
 * Automatic persisted queries: `extensions.persistedQuery { version: 1, sha256Hash }` stands in place of a text that came
 * with it before. Each server remembers for itself; where one does not, clients send both. A text that is too large,
 * costs too much or does not fit the schema is not remembered: nobody can fill the memory with what never runs.
 */
export function usePersistedQueries({ maxCharacters = MAX_CHARACTERS }: PersistedQueriesOptions = {}): Plugin {
  const texts = new LRUCache<string, string>({
    maxSize: maxCharacters,
    sizeCalculation: (text) => text.length + ENTRY_CHARACTERS,
  });
  /** What came with a hash, until it has passed all checks. */
  const sent = new WeakMap<Request, PersistedText>();
  return {
    onParams({ request, params, setParams }) {
      const hash = hashOf(params?.extensions);
      if (hash === undefined) return;
      const { query } = params;
      if (query == null) {
        const text = texts.get(hash);
        if (text === undefined) throw notFound();
        setParams({ ...params, query: text });
      } else if (typeof query === "string") {
        const own = createHash("sha256").update(query).digest("hex");
        if (own !== hash) throw badRequest(`sha256Hash must be the SHA-256 of the query's text, ${own}, got ${hash}`);
        sent.set(request, { hash, text: query });
      }
    },
    // Behind the limits of the query's cost, which end the execution before it comes here.
    onExecute({ args: { contextValue } }) {
      const { request } = contextValue as { readonly request: Request };
      const passed = sent.get(request);
      if (passed !== undefined) texts.set(passed.hash, passed.text);
    },
  };
}

/** The hash that a request names; undefined where it names none. What is no object at all is refused after us. */
function hashOf(extensions: unknown): string | undefined {
  const { persistedQuery } = Object(extensions) as { readonly persistedQuery?: unknown };
  if (persistedQuery == null) return undefined;
  const { version, sha256Hash } = Object(persistedQuery) as {
    readonly version?: unknown;
    readonly sha256Hash?: unknown;
  };
  if (version !== 1) throw badRequest(`persistedQuery must be an object of version 1, got ${quoted(persistedQuery)}`);
  if (typeof sha256Hash !== "string" || !SHA_256.test(sha256Hash)) {
    throw badRequest(`sha256Hash must be 64 hexadecimal digits in lower case, got ${quoted(sha256Hash)}`);
  }
  return sha256Hash;
}

const MAX_QUOTED = 100;

function quoted(value: unknown): string {
  return value === undefined ? "none" : JSON.stringify(value).slice(0, MAX_QUOTED);
}

/** The message is the protocol's: some clients know the failure by it alone. */
function notFound(): GraphQLError {
  const extensions = { code: "PERSISTED_QUERY_NOT_FOUND", http: { status: 404, spec: true } };
  return new GraphQLError("PersistedQueryNotFound", { extensions });
}
