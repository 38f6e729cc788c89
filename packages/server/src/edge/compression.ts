import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { Plugin } from "graphql-yoga";
import { preferredEncoding } from "./accept-encoding.ts";

const compress = promisify(gzip);

/** Below this a packet or two carries the answer anyway. */
const MIN_BYTES = 4_096;

/** Compresses large JSON answers for clients that accept gzip, off the main thread and at its fastest level. */
export function useCompression(): Plugin {
  return {
    async onResponse({ request, response, setResponse, fetchAPI }) {
      if (!response.headers.get("content-type")?.includes("json")) return;
      // Whoever made it chose its encoding already.
      if (response.headers.get("vary")?.includes("accept-encoding")) return;
      response.headers.append("vary", "accept-encoding");
      if (preferredEncoding(request.headers.get("accept-encoding"), ["gzip"]) === null) return;
      const text = await response.text();
      const headers = Object.fromEntries(response.headers);
      const { status, statusText } = response;
      if (text.length < MIN_BYTES) {
        setResponse(new fetchAPI.Response(text, { status, statusText, headers }));
        return;
      }
      const body = await compress(text, { level: constants.Z_BEST_SPEED });
      delete headers["content-length"];
      headers["content-encoding"] = "gzip";
      setResponse(new fetchAPI.Response(body, { status, statusText, headers }));
    },
  };
}
