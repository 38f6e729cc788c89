import type { Plugin } from "graphql-yoga";
import { preferredEncoding } from "./accept-encoding.ts";
import { hasTag } from "./entity-tag.ts";
import { type PageFile, type PageFiles, readPageFiles } from "./page-files.ts";

/** The page asks nobody but this server, runs no script but its own files, and is shown in nobody's frame. */
const SECURITY_HEADERS = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
};

/**
 * The page at `/`, from the folder of its build. It is read into memory at the first visit. Where it is not built, `/`
 * says so with 503, which no cache keeps and no monitor takes for the page; the API answers all the same.
 */
export function usePage(folder: URL | undefined, endpoint: string): Plugin {
  let files: Promise<PageFiles | null> | undefined;
  async function find(path: string): Promise<PageFile | "not built" | undefined> {
    if (folder === undefined) return path === "/" ? "not built" : undefined;
    files ??= readPageFiles(folder);
    const built = await files.catch(() => null);
    // It may be built at any moment.
    if (built === null) files = undefined;
    if (path === "/" && built === null) return "not built";
    return built?.get(path === "/" ? "/index.html" : path);
  }
  return {
    async onRequest({ request, url, endResponse, fetchAPI }) {
      if (request.method !== "GET" && request.method !== "HEAD") return;
      // Asked without a look at the files, for the most frequent.
      if (url.pathname === endpoint) return;
      const file = await find(url.pathname);
      if (file === undefined) return;
      const { status, headers, body } = file === "not built" ? notBuilt(endpoint) : answer(file, request.headers);
      // What is not sent has its length all the same.
      const length = body === null ? {} : { "content-length": String(body.length) };
      const sent = request.method === "HEAD" ? null : body;
      endResponse(new fetchAPI.Response(sent, { status, headers: { ...headers, ...length, ...SECURITY_HEADERS } }));
    },
  };
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer<ArrayBuffer> | null;
}

function answer({ type, tag, immutable, content, compressed }: PageFile, asked: Headers): Answer {
  const headers = {
    // Weak: the compressed forms have the same.
    etag: `W/${tag}`,
    "cache-control": immutable ? "public, max-age=31536000, immutable" : "no-cache",
    vary: "accept-encoding",
  };
  if (hasTag(asked.get("if-none-match"), tag)) return { status: 304, headers, body: null };
  const encoding = preferredEncoding(asked.get("accept-encoding"), [...compressed.keys()]);
  const body = encoding === null ? undefined : compressed.get(encoding);
  if (encoding === null || body === undefined) {
    return { status: 200, headers: { ...headers, "content-type": type }, body: content };
  }
  return { status: 200, headers: { ...headers, "content-type": type, "content-encoding": encoding }, body };
}

function notBuilt(endpoint: string): Answer {
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>HedgeQL: the page is not built</title>
<h1>The page is not built</h1>
<p>In the folder of HedgeQL, <code>npx -y pnpm@12 build:page</code> builds it; then reload. <code>npx -y pnpm@12 start</code>
builds it by itself, and says why where that fails.</p>
<p>The API is there: <a href="${endpoint}">GraphiQL</a>.</p>
</html>
`;
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  return { status: 503, headers, body: Buffer.from(html) };
}
