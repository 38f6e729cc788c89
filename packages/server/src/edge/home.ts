import type { Plugin } from "graphql-yoga";

/** Somebody who opens the bare address wants to see something: GraphiQL. */
export function useHome(endpoint: string): Plugin {
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      if (url.pathname !== "/" || request.method !== "GET") return;
      endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: endpoint } }));
    },
  };
}
