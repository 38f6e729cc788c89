import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, skipBrowser } from "./browser.ts";
import { expectFacts } from "./packaging/facts.ts";
import { useInstalledSdk } from "./packaging/installed-sdk.ts";
import { type StaticSite, serveFolder } from "./packaging/static-site.ts";

const VITE = fileURLToPath(new URL("../node_modules/vite/bin/vite.js", import.meta.url));

describe.skipIf(skipBrowser)("a page of another site", () => {
  let site: StaticSite;
  let browser: Browser;
  const sdk = useInstalledSdk(async ({ folder }) => {
    site = await serveFolder(folder);
    return { CORS_ORIGINS: site.origin };
  });
  beforeAll(async () => {
    browser = await launchBrowser();
    await sdk.project.write(
      "main.js",
      `import * as sdk from "@hedgeql/sdk";
      import { report } from "./report.mjs";
      const { createClient } = sdk;
      const hedgeql = createClient({ url: "${sdk.server.url}" });
      const question = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };
      const { hedgedPortfolio } = await hedgeql.hedgedPortfolio(question);
      document.querySelector("#beta").textContent = hedgedPortfolio.regression.beta.toFixed(4);
      document.querySelector("#facts").textContent = JSON.stringify(await report(sdk, "${sdk.server.url}"));`,
    );
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  const html = (script: string, head = "") => `<!doctype html>
    <html lang="en"><head><title>Beta</title><link rel="icon" href="data:,">${head}</head>
    <body><p>Beta of Apple to the S&amp;P 500: <output id="beta"></output></p><pre id="facts"></pre>
    <script type="module" src="${script}"></script></body></html>`;

  async function open(path: string): Promise<void> {
    const page = await browser.newPage();
    const errors: Error[] = [];
    page.on("pageerror", (error) => errors.push(error));
    await page.goto(`${site.origin}/${path}`);
    await page.locator("#facts:not(:empty)").waitFor();
    expect(errors).toEqual([]);
    expect(await page.locator("#beta").textContent()).toBe("0.9934");
    expectFacts((await page.locator("#facts").textContent()) ?? "");
    await page.close();
  }

  test("shows a beta when Vite has bundled it", async () => {
    await sdk.project.write("index.html", html("/main.js"));
    await sdk.project.run(
      process.execPath,
      VITE,
      "build",
      "--outDir",
      "by-vite",
      "--base",
      "/by-vite/",
      "--logLevel",
      "warn",
    );
    await open("by-vite/index.html");
  });

  test("shows a beta when esbuild has bundled it", async () => {
    const entryPoints = [join(sdk.project.folder, "main.js")];
    const outfile = join(sdk.project.folder, "by-esbuild.js");
    await build({ entryPoints, outfile, bundle: true, minify: true, format: "esm", logLevel: "silent" });
    await sdk.project.write("by-esbuild.html", html("/by-esbuild.js"));
    await open("by-esbuild.html");
  });

  test("shows a beta without a bundler, by an import map", async () => {
    const map = JSON.stringify({ imports: { "@hedgeql/sdk": "/node_modules/@hedgeql/sdk/dist/index.js" } });
    await sdk.project.write("unbundled.html", html("/main.js", `<script type="importmap">${map}</script>`));
    await open("unbundled.html");
  });
});
