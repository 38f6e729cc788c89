import type { Plugin } from "graphql-yoga";

/** What an HTML form can send, and a bare `fetch` from any page without the browser asking us first. */
const FORM_TYPES = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];

/**
 * Refuses POSTs that another site's page could make in a visitor's name: a form's content type, or none, and no header
 * of the caller's own that would have made the browser ask first (`x-requested-with`, or any other `x-...`).
 */
export function useCrossSiteGuard(): Plugin {
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      if (request.method !== "POST") return;
      const type = request.headers.get("content-type")?.split(";")[0].trim().toLowerCase() ?? "";
      if (type !== "" && !FORM_TYPES.includes(type)) return;
      if (request.headers.has("x-requested-with") || request.headers.has("graphql-require-preflight")) return;
      const message =
        "a POST must have the content type application/json: forms and plain text could come from another site";
      const body = JSON.stringify({ errors: [{ message, extensions: { code: "BAD_REQUEST" } }] });
      endResponse(
        new fetchAPI.Response(body, { status: 403, headers: { "content-type": "application/json; charset=utf-8" } }),
      );
    },
  };
}
