import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import { askedBy, SAMPLE, settled, usePageSuite } from "./page-driver.ts";
import { ask } from "./running-server.ts";

describe.skipIf(skipBrowser)("what the page hands over", () => {
  const suite = usePageSuite();
  let page: Page;
  beforeAll(async () => {
    ({ page } = await suite.open("/", {
      isShared: true,
      colorScheme: "dark",
      viewport: { width: 1400, height: 1000 },
    }));
    await settled(page);
  });

  async function download(button: string): Promise<{ name: string; content: Buffer }> {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button, exact: true }).click(),
    ]);
    return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
  }

  const tableOf = (content: Buffer) => {
    const [head, ...rows] = content.toString().trimEnd().split("\n");
    return { head, rows: rows.map((row) => row.split(",")) };
  };

  test("the returns as CSV are the API's series, to the last digit", async () => {
    const { name, content } = await download("Download returns (CSV)");
    expect(name).toMatch(/^aapl.*gspc.*\.csv$/);
    const { head, rows } = tableOf(content);
    expect(head).toBe("date,sample:AAPL,hedged,sample:^GSPC");
    const { unhedged, returns, benchmarks } = (await suite.hedgeql.hedgedPortfolio(SAMPLE)).hedgedPortfolio;
    expect(rows).toHaveLength(1259);
    expect(rows.map(([date]) => date)).toEqual([...unhedged.dates]);
    for (const [at, series] of [unhedged, returns, benchmarks[0]].entries()) {
      expect(rows.map((row) => Number(row[at + 1]))).toEqual([...series.values]);
    }
  });

  test("the walk as CSV is the API's, before and after costs", async () => {
    const { content } = await download("Download out of sample (CSV)");
    const { head, rows } = tableOf(content);
    expect(head).toBe("date,sample:AAPL,hedged before costs,hedged after costs,ratio ^GSPC");
    const costs = { tradingBps: 2, borrowRate: 0.005 };
    const walk = (await suite.hedgeql.walkForward({ ...SAMPLE, costs })).hedgedPortfolio.walkForward;
    expect(rows).toHaveLength(1007);
    for (const [at, series] of [walk.unhedged, walk.returns, walk.netReturns, walk.instrumentRatios[0]].entries()) {
      expect(rows.map((row) => Number(row[at + 1]))).toEqual([...series.values]);
    }
  });

  test("a picture as SVG is a drawing with its title, in light colours whatever the page has", async () => {
    const { charts } = (await suite.hedgeql.charts(SAMPLE)).hedgedPortfolio;
    const title = charts.regression?.title ?? "";
    const { name, content } = await download(`Download SVG: ${title}`);
    expect(name).toMatch(/\.svg$/);
    const svg = content.toString();
    expect(svg).toMatch(/^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    const read = await page.evaluate((text) => {
      const { documentElement: root } = new DOMParser().parseFromString(text, "image/svg+xml");
      const texts = [...root.querySelectorAll("text")].map((element) => element.textContent ?? "");
      return {
        name: root.nodeName,
        width: Number(root.getAttribute("width")),
        height: Number(root.getAttribute("height")),
        texts,
        paths: root.querySelectorAll("path").length,
        scripts: root.querySelector("script"),
      };
    }, svg);
    expect(read).toMatchObject({ name: "svg", scripts: null });
    expect(read.texts.join(" ")).toContain(title);
    expect(read.paths).toBeGreaterThan(1000);
    expect(read.width).toBeGreaterThanOrEqual(600);
    expect(read.height).toBeGreaterThanOrEqual(300);
    // Its first rectangle is its ground.
    expect(svg).toMatch(/fill="(white|#fff(fff)?)"/);
  });

  test("a picture as PNG is sharp: twice as many pixels as the SVG has units", async () => {
    const { charts } = (await suite.hedgeql.charts(SAMPLE)).hedgedPortfolio;
    const { name, content } = await download(`Download PNG: ${charts.cumulative?.title}`);
    expect(name).toMatch(/\.png$/);
    expect(content.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect(content.readUInt32BE(16)).toBeGreaterThanOrEqual(1600);
    expect(content.readUInt32BE(20)).toBeGreaterThanOrEqual(800);
    const corner = await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
      context?.drawImage(image, 0, 0);
      return [...(context?.getImageData(1, 1, 1, 1).data ?? [])];
    }, content.toString("base64"));
    expect(corner).toEqual([255, 255, 255, 255]);
  });

  test("GraphiQL opens with the query and variables of the page, and answers with the same numbers to read", async () => {
    const asked = page.waitForRequest((request) => askedBy(request)?.operationName === "HedgedPortfolio");
    await page.getByLabel("Last date").fill("2016-12-30");
    const { variables } = (await asked).postDataJSON();
    await settled(page);
    const [explorer] = await Promise.all([
      page.waitForEvent("popup"),
      page.getByRole("link", { name: "Open this in GraphiQL" }).click(),
    ]);
    await explorer.locator(".graphiql-tab-active", { hasText: "HedgedPortfolio" }).waitFor();
    const sent = explorer.waitForRequest((request) => askedBy(request)?.operationName === "HedgedPortfolio");
    await explorer.getByRole("button", { name: /execute/i }).click();
    const request = await sent;
    expect(request.postDataJSON().variables).toEqual(variables);
    const answer = await request.response();
    const { data, errors } = JSON.parse((await answer?.text()) ?? "{}");
    expect(errors).toBeUndefined();
    const { regression, returns } = (await suite.hedgeql.hedgedPortfolio(variables)).hedgedPortfolio;
    expect(data.hedgedPortfolio.regression.beta).toBe(regression.beta);
    expect(data.hedgedPortfolio.returns).toEqual({
      symbol: null,
      dates: returns.dates.toArray(),
      values: [...returns.values],
    });
    await explorer.close();
  });

  test.each(["Open this", "The walk", "The order", "The pictures"])(
    "%s in GraphiQL is a query that answers, a line a field, with nothing packed",
    async (words) => {
      const link = page.getByRole("link", { name: `${words} in GraphiQL` });
      const fragment = new URL((await link.getAttribute("href")) ?? "", page.url()).hash.slice(1);
      const [query, variables] = ["query", "variables"].map((name) => new URLSearchParams(fragment).get(name) ?? "");
      expect(query).toMatch(/^query \w+\(.*\) \{\n {2}hedgedPortfolio\(.*\) \{\n {4}id\n/);
      expect(query).not.toContain("packed");
      const { data, errors } = await ask(suite.server.url, query, JSON.parse(variables));
      expect(errors).toEqual([]);
      expect(data.hedgedPortfolio).toHaveProperty("id");
    },
  );
});
