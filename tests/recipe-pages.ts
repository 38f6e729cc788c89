import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser, BrowserContext, Page, Request } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { launchBrowser, skipBrowser } from "./browser.ts";
import { type RunningServer, startServer } from "./running-server.ts";

const RECIPES = fileURLToPath(new URL("../examples/recipes/", import.meta.url));
const VITE = join(RECIPES, "node_modules/vite/bin/vite.js");
const CONTENT_TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** A recipe in a browser, and what it did that a user would not see. */
export interface OpenedRecipe {
  readonly page: Page;
  readonly profile: BrowserContext;
  readonly complaints: readonly string[];
  /** Requests to the API, without those by which a browser asks whether it may. */
  readonly asked: readonly Request[];
}

export interface RecipePages {
  readonly server: RunningServer;
  /** Opens a recipe by its name in a fresh profile that ends with the test. */
  open(name: string, before?: (page: Page) => Promise<unknown>): Promise<OpenedRecipe>;
}

/** The recipes, built by vite and served from a site of their own, that ask a server which lets that site in. */
export function useRecipePages(): RecipePages {
  let folder = "";
  const site = createServer(({ url = "" }, response) => {
    const file = join(folder, new URL(url, "http://-").pathname);
    const type = CONTENT_TYPES[extname(file)];
    if (type !== undefined && existsSync(file)) {
      response.writeHead(200, { "content-type": type }).end(readFileSync(file));
    } else response.writeHead(404).end();
  });
  const origin = () => `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  let server: RunningServer | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (skipBrowser) return;
    folder = mkdtempSync(join(tmpdir(), "hedgeql-recipes-"));
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
    [server, browser] = await Promise.all([startServer({ env: { CORS_ORIGINS: origin() } }), launchBrowser()]);
    const env = { PATH: process.env.PATH, VITE_HEDGEQL_URL: server.url };
    const args = [VITE, "build", "--outDir", folder, "--logLevel", "warn"];
    await promisify(execFile)(process.execPath, args, { cwd: RECIPES, env });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    site.closeAllConnections();
    site.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });
  return {
    get server() {
      return server as RunningServer;
    },
    async open(name, before) {
      const profile = await (browser as Browser).newContext();
      onTestFinished(() => profile.close());
      const page = await profile.newPage();
      page.setDefaultTimeout(15_000);
      const complaints: string[] = [];
      const asked: Request[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => {
        if (request.url() === server?.url && request.method() === "POST") asked.push(request);
      });
      await before?.(page);
      await page.goto(`${origin()}/${name}.html`);
      return { page, profile, complaints, asked };
    },
  };
}
