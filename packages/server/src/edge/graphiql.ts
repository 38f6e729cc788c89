import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Plugin } from "graphql-yoga";
import { acceptsGzip } from "./compression.ts";
import { GRAPHIQL_TABS } from "./graphiql-tabs.ts";

/**
 * GraphiQL looks for its active tab by the query that it last stored, and stores none before the first edit: a reload
 * before that would open an empty tab in front of the ready ones. So what is missing is stored before it starts.
 */
const KEEP_ACTIVE_TAB = `<script>
try {
  const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem("graphiql:tabState"));
  if (localStorage.getItem("graphiql:query") === null) {
    localStorage.setItem("graphiql:query", tabs[activeTabIndex].query);
    if (tabs[activeTabIndex].variables) localStorage.setItem("graphiql:variables", tabs[activeTabIndex].variables);
  }
} catch {}
</script>`;

interface Page {
  readonly html: string;
  readonly gzipped: Buffer<ArrayBuffer>;
  readonly etag: string;
}

/**
 * GraphiQL, from the server itself: no CDN, so it works offline. The page is some megabytes and always the same, so it
 * is made and compressed once, and a browser that has it is told so.
 */
export function useGraphiql(endpoint: string): Plugin {
  let page: Promise<Page> | undefined;
  return {
    async onRequest({ request, url, endResponse, fetchAPI }) {
      if (request.method !== "GET" || url.pathname !== endpoint) return;
      if (!request.headers.get("accept")?.includes("text/html")) return;
      page ??= makePage();
      const { html, gzipped, etag } = await page;
      const headers = { etag, "cache-control": "no-cache", vary: "accept, accept-encoding" };
      if (hasTag(request.headers.get("if-none-match"), etag)) {
        endResponse(new fetchAPI.Response(null, { status: 304, headers }));
        return;
      }
      const type = { "content-type": "text/html; charset=utf-8", "x-frame-options": "DENY" };
      const response = acceptsGzip(request.headers.get("accept-encoding"))
        ? new fetchAPI.Response(gzipped, { headers: { ...headers, ...type, "content-encoding": "gzip" } })
        : new fetchAPI.Response(html, { headers: { ...headers, ...type } });
      endResponse(response);
    },
  };
}

/** A proxy that compresses weakens the tags it passes on: `W/"..."`. */
function hasTag(ifNoneMatch: string | null, etag: string): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}

async function makePage(): Promise<Page> {
  // Loaded at the first visit: its nine megabytes would slow every start.
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  const root = '<div id="root"></div>';
  const page = renderGraphiQL({ title: "HedgeQL", defaultTabs: [...GRAPHIQL_TABS] });
  const html = page.replace(root, root + KEEP_ACTIVE_TAB);
  const etag = `"${createHash("sha256").update(html).digest("base64url").slice(0, 22)}"`;
  return { html, gzipped: await promisify(gzip)(html), etag };
}
