import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GRAPHIQL_TABS } from "../packages/server/src/edge/graphiql-tabs.ts";
import { launchBrowser, skipBrowser } from "./browser.ts";
import { ask, type RunningServer, startServer } from "./running-server.ts";

describe.skipIf(skipBrowser)("GraphiQL in Chromium (CHROMIUM_PATH, or where Debian puts it)", () => {
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Opens GraphiQL; gives the page, and every request that it made and every complaint. */
  async function open(): Promise<{ page: Page; requests: string[]; complaints: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(server.url);
    await page.locator(".graphiql-tab").first().waitFor();
    return { page, requests, complaints };
  }

  test("opens with a ready query that answers at the press of a button, and asks nobody but the server", async () => {
    const { page, requests, complaints } = await open();
    const answered = page.waitForResponse(
      (response) => response.request().postData()?.includes("HedgeOneStock") ?? false,
    );
    await page.getByRole("button", { name: /execute/i }).click();
    const response = await answered;
    expect(await response.json()).toMatchObject({
      data: { hedgedPortfolio: { regression: { beta: expect.closeTo(0.993391718787843, 12), observations: 1259 } } },
    });
    const shown = page.locator(".result-window, .graphiql-response");
    await expect.poll(() => shown.first().textContent()).toContain("0.9933917");
    const origin = new URL(server.url).origin;
    expect(requests.filter((url) => !url.startsWith(origin) && !/^(blob|data):/.test(url))).toEqual([]);
    expect(complaints).toEqual([]);
    const screenshot = process.env.SCREENSHOTS;
    if (screenshot !== undefined) await page.screenshot({ path: `${screenshot}/graphiql.png` });
    await page.close();
  });

  test("a reload, before and after an edit, keeps the tabs and the one that was open", async () => {
    const { page } = await open();
    const tabs = () => page.locator(".graphiql-tab").allTextContents();
    const opened = () => page.evaluate(() => localStorage.getItem("graphiql:variables") ?? "");
    const ready = await tabs();
    const reload = async () => {
      await page.reload();
      await page.locator(".graphiql-tab").first().waitFor();
    };
    await reload();
    expect(await tabs()).toEqual(ready);
    await page.locator(".graphiql-tab", { hasText: "OwnReturns" }).locator("button").first().click();
    // GraphiQL stores what is open half a second later.
    await expect.poll(opened).toContain('"returns"');
    await expect.poll(() => page.url()).toContain("OwnReturns");
    await reload();
    expect(await tabs()).toEqual(ready);
    expect(await page.locator(".graphiql-tab-active").textContent()).toContain("OwnReturns");
    await page.close();
  });

  test("each ready query answers without an error", async () => {
    for (const { query, variables } of GRAPHIQL_TABS) {
      const { errors } = await ask(server.url, query, variables === undefined ? {} : JSON.parse(variables));
      const meant = query.includes("query Prices(") ? ["UNKNOWN_SYMBOL"] : [];
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(meant);
    }
  });

  test("has a tab for each of the main uses, and the schema's descriptions in its documentation", async () => {
    const { page } = await open();
    const hedges = ["HedgeOneStock", "Book", "OwnReturns", "HedgeOrder", "WalkForward", "Estimators"];
    for (const name of [...hedges, "EveryBeta", "RollingBeta", "Screen", "Prices"]) {
      expect(await page.locator(".graphiql-tab", { hasText: name }).count()).toBe(1);
    }
    await page
      .getByRole("button", { name: /documentation explorer/i })
      .first()
      .click();
    await page.getByText("Beta-hedging as a service").first().waitFor();
    await page.close();
  });
});
