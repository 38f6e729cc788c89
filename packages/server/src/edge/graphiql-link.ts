/**
 * `/graphql#query=...&variables=...`, both encoded as by `encodeURIComponent`, opens GraphiQL with that query, and those
 * variables as JSON, in a tab of their own: in front of the ready ones at a first visit, behind the visitor's own later,
 * and not a second time where it is still open. What follows the `#` stays in the browser: it may be as long as an
 * address can be (2 MB in Chromium), and no server or proxy sees it. A link that is broken is ignored.
 *
 * GraphiQL itself looks for a tab with the query, variables and headers that it is started with, and adds one where
 * there is none. So the link becomes options to start with. It is stored as well, so that a reload finds the same tab.
 */
export const LINKED_QUERY_SCRIPT = String.raw`<script>
function linkedQuery() {
  const part = (name) => {
    const text = location.hash.slice(1).split("&").find((part) => part.startsWith(name + "="));
    // GraphiQL's editors end lines so, and would not know a tab again that ends them otherwise.
    return decodeURIComponent(text?.slice(name.length + 1) ?? "").replace(/\r\n?/g, "\n");
  };
  try {
    const query = part("query");
    const variables = part("variables");
    const value = JSON.parse(variables.trim() || "{}");
    const valid = query.trim() !== "" && typeof value === "object" && value !== null && !Array.isArray(value);
    return valid ? { query, variables } : undefined;
  } catch {}
}

function withLinkedQuery(options) {
  const link = linkedQuery();
  if (link === undefined) return options;
  history.replaceState(null, "", location.pathname);
  try {
    // The longest first: where the storage is full, nothing is changed in it.
    localStorage.setItem("graphiql:variables", link.variables);
    localStorage.setItem("graphiql:query", link.query);
    localStorage.removeItem("graphiql:headers");
  } catch {}
  return { ...options, ...link, initialHeaders: "", defaultTabs: [link, ...options.defaultTabs] };
}

// The link pasted into the address of a GraphiQL that is open already.
addEventListener("hashchange", () => {
  if (linkedQuery() !== undefined) location.reload();
});
</script>`;
