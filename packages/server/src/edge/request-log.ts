import { randomUUID } from "node:crypto";
import type { Plugin } from "graphql-yoga";
import type { Logger } from "pino";

interface Started {
  readonly id: string;
  readonly at: number;
}

/** One line a request: what was asked, how it ended, how long it took. No variables and no headers: they are private. */
export function useRequestLog(logger: Logger): Plugin {
  const requests = new WeakMap<Request, Started & { operation?: string | undefined }>();
  return {
    onRequest({ request }) {
      requests.set(request, {
        id: request.headers.get("x-request-id")?.slice(0, 64) ?? randomUUID(),
        at: performance.now(),
      });
    },
    onParams({ request, params }) {
      const started = requests.get(request);
      if (started !== undefined) started.operation = params.operationName;
    },
    onResponse({ request, response }) {
      const started = requests.get(request);
      if (started === undefined) return;
      response.headers.set("x-request-id", started.id);
      const { pathname } = new URL(request.url);
      const ms = Math.round((performance.now() - started.at) * 10) / 10;
      const { id, operation } = started;
      logger.info({ id, method: request.method, path: pathname, status: response.status, ms, operation }, "request");
    },
  };
}
