import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/**
 * Answers 400 to a request whose `Host` and path make no URL. Whatever reads the URL later would throw before there is
 * anybody to catch it, and the client would be shown a stack trace. A target in absolute form (RFC 9112, section 3.2.2)
 * is reduced to its path.
 */
export function withHostGuard(listener: RequestListener): RequestListener {
  return (request: IncomingMessage, response: ServerResponse) => {
    const { host = "localhost" } = request.headers;
    const target = request.url ?? "/";
    if (/^https?:\/\//i.test(target) && URL.canParse(target)) {
      const { pathname, search } = new URL(target);
      request.url = pathname + search;
    }
    const isPath = request.url?.startsWith("/") ?? false;
    // The very text that is parsed later.
    if (isPath && /^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}${request.url}`)) {
      return listener(request, response);
    }
    const message = "the Host header and the path must make a URL";
    response.writeHead(400, { "content-type": "application/json; charset=utf-8", connection: "close" });
    response.end(JSON.stringify({ errors: [{ message, extensions: { code: "BAD_REQUEST" } }] }));
  };
}
