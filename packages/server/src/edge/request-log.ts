import { randomUUID } from "node:crypto";
import { type DocumentNode, getOperationAST } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { Logger } from "pino";

/** Names and ids that a client chooses are logged no longer than this. */
const MAX_CHARACTERS = 100;

interface Entry {
  readonly id: string;
  readonly startedAt: number;
  operation?: string;
  codes?: readonly string[];
}

export interface RequestLog {
  readonly plugin: Plugin;
  /** Adds the codes of the errors that a request is answered with: the HTTP status does not show them. */
  noteErrors(request: Request, codes: readonly string[]): void;
}

/** One line a request: what was asked, how it ended, how long it took. No variables and no headers: they are private. */
export function createRequestLog(logger: Logger): RequestLog {
  const entries = new WeakMap<Request, Entry>();
  return {
    noteErrors(request, codes) {
      const entry = entries.get(request);
      if (entry !== undefined) entry.codes = [...new Set(codes)];
    },
    plugin: {
      onRequest({ request }) {
        // An empty one is none.
        const id = request.headers.get("x-request-id")?.slice(0, MAX_CHARACTERS) || randomUUID();
        entries.set(request, { id, startedAt: performance.now() });
      },
      onParams({ request, params }) {
        const entry = entries.get(request);
        if (entry === undefined || typeof params.operationName !== "string") return;
        entry.operation = params.operationName.slice(0, MAX_CHARACTERS);
      },
      // Most clients leave the name out where a document has but one operation.
      onExecute({ args }) {
        const entry = entries.get(args.contextValue.request);
        const name = getOperationAST(args.document as DocumentNode, args.operationName)?.name?.value;
        if (entry !== undefined && name !== undefined) entry.operation = name.slice(0, MAX_CHARACTERS);
      },
      onResponse({ request, response }) {
        const entry = entries.get(request);
        if (entry === undefined) return;
        response.headers.set("x-request-id", entry.id);
        const { id, operation, codes } = entry;
        const ms = Math.round((performance.now() - entry.startedAt) * 10) / 10;
        const { pathname } = new URL(request.url);
        logger.info(
          { id, method: request.method, path: pathname, status: response.status, ms, operation, codes },
          "request",
        );
      },
    },
  };
}
