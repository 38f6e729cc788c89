import type { Plugin } from "graphql-yoga";

/**
 * Lets pages of the listed origins call the server (the Fetch standard's CORS). Whoever is not listed gets no
 * `access-control-` header at all, on preflights neither; `null`, the origin of sandboxed frames and of files, cannot be
 * listed. There are no cookies to send along.
 */
export function useCors(origins: readonly string[]): Plugin {
  // Without a list no answer depends on who asks, and OPTIONS is a method like any other.
  if (origins.length === 0) return {};
  const listed = new Set(origins);
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      if (request.method !== "OPTIONS") return;
      // Some browsers wait for a body where no length is said.
      endResponse(new fetchAPI.Response(null, { status: 204, headers: { "content-length": "0" } }));
    },
    onResponse({ request, response: { headers } }) {
      // Also where the origin is not listed, or none: a cache must not hand that answer to a page that is.
      headers.append("vary", "origin");
      const origin = request.headers.get("origin");
      const preflight = request.method === "OPTIONS";
      if (preflight) headers.append("vary", "access-control-request-headers");
      if (origin === null || !listed.has(origin)) return;
      headers.set("access-control-allow-origin", origin);
      // The request's id, and when a proxy wants to be asked again, are for the client to see.
      headers.set("access-control-expose-headers", "x-request-id, retry-after");
      if (!preflight) return;
      headers.set("access-control-allow-methods", "GET, POST");
      const asked = request.headers.get("access-control-request-headers");
      if (asked !== null) headers.set("access-control-allow-headers", asked);
    },
  };
}
