import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
};

export interface StaticSite {
  readonly origin: string;
  close(): void;
}

/** Serves the files of a folder at a free port, as the web server of somebody's page would. */
export async function serveFolder(folder: string): Promise<StaticSite> {
  const server = createServer(async ({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://site");
    const content = await readFile(join(folder, pathname)).catch(() => null);
    const type = TYPES[extname(pathname)] ?? "application/octet-stream";
    response.writeHead(content === null ? 404 : 200, { "content-type": type }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
