import type { Plugin } from "graphql-yoga";

export const LIVENESS_PATH = "/health/live";

export interface Health {
  /** True from the moment when the server has been told to stop. */
  readonly stopping: () => boolean;
  /** Rejects when the price store cannot answer. */
  readonly pingStore: () => Promise<void>;
}

/**
 * `/health` and `/health/ready`: the server can do its work, that is, the price store answers and it is not stopping; 503
 * otherwise, so that a load balancer sends its requests elsewhere. Yoga itself answers `LIVENESS_PATH`: the process lives.
 */
export function useHealth({ stopping, pingStore }: Health): Plugin {
  return {
    async onRequest({ url, request, endResponse, fetchAPI }) {
      if (request.method !== "GET" && request.method !== "HEAD") return;
      if (url.pathname !== "/health" && url.pathname !== "/health/ready") return;
      const store = await pingStore().then(
        () => "ok",
        () => "unavailable",
      );
      const ready = store === "ok" && !stopping();
      const body = { status: ready ? "ready" : stopping() ? "stopping" : "not ready", checks: { store } };
      const init = { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } };
      endResponse(fetchAPI.Response.json(body, init));
    },
  };
}
