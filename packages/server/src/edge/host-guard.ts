import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/**
 * Answers 400 to a request whose `Host` and path make no URL. Whatever reads the URL later would throw before there is
 * anybody to catch it, and the client would be shown a stack trace.
 */
export function withHostGuard(listener: RequestListener): RequestListener {
  return (request: IncomingMessage, response: ServerResponse) => {
    const { host = "localhost" } = request.headers;
    if (/^[\w.:[\]-]+$/.test(host) && URL.canParse(request.url ?? "/", `http://${host}`)) {
      return listener(request, response);
    }
    const message = "the Host header and the path must make a URL";
    response.writeHead(400, { "content-type": "application/json; charset=utf-8", connection: "close" });
    response.end(JSON.stringify({ errors: [{ message, extensions: { code: "BAD_REQUEST" } }] }));
  };
}
