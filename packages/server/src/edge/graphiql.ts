import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Plugin } from "graphql-yoga";
import { preferredEncoding } from "./accept-encoding.ts";
import { entityTag, hasTag } from "./entity-tag.ts";
import { LINKED_QUERY_SCRIPT } from "./graphiql-link.ts";
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
      const response = preferredEncoding(request.headers.get("accept-encoding"), ["gzip"])
        ? new fetchAPI.Response(gzipped, { headers: { ...headers, ...type, "content-encoding": "gzip" } })
        : new fetchAPI.Response(html, { headers: { ...headers, ...type } });
      endResponse(response);
    },
  };
}

async function makePage(): Promise<Page> {
  // Loaded at the first visit: its nine megabytes would slow every start.
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  const options = { title: "HedgeQL", defaultTabs: [...GRAPHIQL_TABS] };
  const root = '<div id="root"></div>';
  const started = JSON.stringify(options);
  let html = renderGraphiQL(options);
  html = replaced(html, root, root + KEEP_ACTIVE_TAB + LINKED_QUERY_SCRIPT);
  html = replaced(html, started, `withLinkedQuery(${started})`);
  return { html, gzipped: await promisify(gzip)(html), etag: entityTag(html) };
}

/** A release of GraphiQL without the place is found at the first visit, and not by a feature that went missing. */
function replaced(html: string, place: string, text: string): string {
  if (html.split(place).length !== 2) throw new Error(`GraphiQL's page must have one ${place.slice(0, 40)}`);
  return html.replace(place, () => text);
}
