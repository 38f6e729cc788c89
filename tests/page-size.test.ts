import { describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import { settled, usePageSuite } from "./page-driver.ts";

/** For all script of the page, charts and all, as it travels. */
const MOST_BYTES = 350_000;

describe.skipIf(skipBrowser)("the size of the page", () => {
  const suite = usePageSuite();

  test("all its script is under 350 kB, gzipped as served, and less with brotli", async () => {
    const { page, requests } = await suite.open();
    await settled(page);
    await page.getByRole("img").last().scrollIntoViewIfNeeded();
    await page.getByRole("img").last().locator("svg").waitFor();
    const scripts = [...new Set(requests.map((request) => request.url()).filter((url) => /\.m?js($|\?)/.test(url)))];
    expect(scripts.length).toBeGreaterThan(0);
    const sizes = await Promise.all(
      scripts.map(async (url) => ({ gzip: await bytesOf(url, "gzip"), brotli: await bytesOf(url, "br") })),
    );
    const total = (encoding: "gzip" | "brotli") => sizes.reduce((sum, size) => sum + size[encoding], 0);
    expect(total("gzip")).toBeLessThan(MOST_BYTES);
    expect(total("brotli")).toBeLessThan(total("gzip"));
  });

  /** How many bytes travel: the length that the server names is that of the encoded file. */
  async function bytesOf(url: string, encoding: string): Promise<number> {
    const response = await fetch(url, { method: "HEAD", headers: { "accept-encoding": encoding } });
    expect(response.headers.get("content-encoding")).toBe(encoding);
    return Number(response.headers.get("content-length"));
  }
});
