import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GRAPHIQL_TABS } from "../packages/server/src/edge/graphiql-tabs.ts";
import { launchBrowser, skipBrowser } from "./browser.ts";
import { type RunningServer, startServer } from "./running-server.ts";

const QUERY = `# "Quotes", 'more', \\ a slash, a # hash & an ampersand; 100 %, größer, 株, 🚀, </script><script>stop()</script>
query Linked($portfolio: PortfolioInput!) {
  regression(portfolio: $portfolio, benchmarks: ["sample:^GSPC"]) {
    beta # </script>
  }
}
`;
const VARIABLES = { portfolio: { symbol: "sample:AAPL" } };

describe.skipIf(skipBrowser)("a link to GraphiQL, /graphql#query=...&variables=...", () => {
  let server: RunningServer;
  let browser: Browser;
  let profile: BrowserContext;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(async () => {
    profile = await browser.newContext({ viewport: { width: 1500, height: 1000 } });
    return () => profile.close();
  });

  const link = (query: string, variables?: unknown) => {
    const rest = variables === undefined ? "" : `&variables=${encodeURIComponent(JSON.stringify(variables))}`;
    return `${server.url}#query=${encodeURIComponent(query)}${rest}`;
  };

  /** Opens an address in a window of its own; gives what the server was asked for meanwhile. */
  async function open(address: string): Promise<{ page: Page; asked: string[] }> {
    const page = await profile.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url() + (request.postData() ?? "")));
    await page.goto(address);
    await settled(page);
    return { page, asked };
  }

  /** GraphiQL stores its tabs half a second after it opens them. */
  async function settled(page: Page): Promise<void> {
    await page.locator(".graphiql-tab-active").waitFor();
    await page.locator(".graphiql-query-editor .view-line").first().waitFor();
    const shown = await tabsOf(page);
    await expect.poll(() => stored(page).then((tabs) => tabs.length)).toBe(shown.length);
  }

  const tabsOf = (page: Page) => page.locator(".graphiql-tab").allTextContents();
  const activeTab = (page: Page) => page.locator(".graphiql-tab-active").textContent();
  /** The tabs slide about, as they can be dragged: a click with the mouse may miss one. */
  const openTab = (page: Page, name: string) =>
    page.locator(".graphiql-tab", { hasText: name }).locator("button").first().dispatchEvent("click");
  const stored = (page: Page) =>
    page.evaluate((): { query: string; variables: string; title: string }[] => {
      return JSON.parse(localStorage.getItem("graphiql:tabState") ?? '{"tabs":[]}').tabs;
    });

  /** Presses the button; gives what was asked and what the page shows as the answer. */
  async function execute(page: Page, expected: string) {
    const request = page.waitForRequest((request) => request.postData()?.includes("Linked") ?? false);
    await page.getByRole("button", { name: /execute/i }).click();
    const { query, variables } = (await request).postDataJSON();
    const shown = () => page.locator(".result-window").first().textContent();
    // Monaco's blanks are not those of ASCII.
    await expect.poll(async () => (await shown())?.replaceAll("\u00a0", " ")).toContain(expected);
    return { query, variables };
  }

  test("opens the query and its variables in a first visit, beside the ready tabs, and it answers", async () => {
    const { page, asked } = await open(link(QUERY, VARIABLES));
    expect(await tabsOf(page)).toHaveLength(GRAPHIQL_TABS.length + 1);
    expect(await activeTab(page)).toContain("Linked");
    expect(page.url()).toBe(server.url);
    expect(asked.join("\n")).not.toContain("Linked");
    const [tab] = (await stored(page)).filter(({ title }) => title === "Linked");
    expect(tab).toMatchObject({ query: QUERY, variables: JSON.stringify(VARIABLES) });
    expect((await execute(page, "0.9933917")).variables).toEqual(VARIABLES);
    const screenshot = process.env.SCREENSHOTS;
    if (screenshot !== undefined) await page.screenshot({ path: `${screenshot}/graphiql-link.png` });
  });

  test("leaves the tabs of a visitor as they were, an edited one too", async () => {
    const { page: first } = await open(server.url);
    await first.locator(".graphiql-query-editor .view-line").first().click();
    await first.keyboard.press("Control+Home");
    await first.keyboard.type("# mine\n");
    await expect.poll(async () => (await stored(first))[0].query).toMatch(/^# mine\n/);
    const before = await stored(first);

    const { page } = await open(link(QUERY, VARIABLES));
    const after = await stored(page);
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toMatchObject({ title: "Linked", query: QUERY });
    expect(await activeTab(page)).toContain("Linked");
    await execute(page, "0.9933917");
    await openTab(page, "HedgeOneStock");
    await expect.poll(() => page.locator(".graphiql-query-editor").textContent()).toContain("mine");
  });

  test("opened again, in another window or after a reload, it is the same tab", async () => {
    const { page: first } = await open(link(QUERY, VARIABLES));
    const tabs = await tabsOf(first);
    await first.reload();
    await settled(first);
    expect(await tabsOf(first)).toEqual(tabs);
    expect(await activeTab(first)).toContain("Linked");

    await openTab(first, "WalkForward");
    await expect.poll(() => first.evaluate(() => localStorage.getItem("graphiql:query"))).toContain("WalkForward");
    const { page: second } = await open(link(QUERY, VARIABLES));
    expect(await tabsOf(second)).toEqual(tabs);
    expect(await activeTab(second)).toContain("Linked");

    const { page: other } = await open(link(QUERY, { portfolio: { symbol: "sample:^GSPC" } }));
    expect(await tabsOf(other)).toHaveLength(tabs.length + 1);
    expect((await execute(other, '"beta": 1')).variables).toEqual({ portfolio: { symbol: "sample:^GSPC" } });
  });

  test("pasted into the address of a GraphiQL that is open, it opens too", async () => {
    const { page } = await open(server.url);
    const loaded = page.waitForEvent("load");
    await page.evaluate((address) => location.assign(address), link(QUERY, VARIABLES));
    await loaded;
    await settled(page);
    expect(await activeTab(page)).toContain("Linked");
    expect(page.url()).toBe(server.url);
  });

  test("with 30,000 returns of one's own, of which no request says anything, it answers", async () => {
    const dates = Array.from({ length: 30_000 }, (_, day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    const values = dates.map((_, index) => Math.sin(index) / 70);
    const query =
      'query Linked($r: ReturnsInput!) { regression(portfolio: {returns: $r}, benchmarks: ["sample:^GSPC"]) { observations } }';
    const address = link(query, { r: { dates, values } });
    expect(address.length).toBeGreaterThan(1_200_000);
    const { page, asked } = await open(address);
    expect(Math.max(...asked.map((text) => text.length))).toBeLessThan(20_000);
    expect(page.url()).toBe(server.url);
    expect((await execute(page, '"observations"')).variables.r.values).toEqual(values);
  });

  test("opens where the browser's storage is full", async () => {
    const { page: first } = await open(server.url);
    await first.evaluate(() => {
      for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
        try {
          for (let copy = 0; ; copy++) localStorage.setItem(`full-${size}-${copy}`, "x".repeat(size));
        } catch {}
      }
    });
    const page = await profile.newPage();
    await page.goto(link(QUERY, VARIABLES));
    await expect.poll(() => activeTab(page)).toContain("Linked");
    expect((await execute(page, "0.9933917")).variables).toEqual(VARIABLES);
  });

  test("that is broken opens GraphiQL as ever", async () => {
    const { page } = await open(`${server.url}#query=%E0%A4%A`);
    expect(await tabsOf(page)).toHaveLength(GRAPHIQL_TABS.length);
    expect(await activeTab(page)).toContain("HedgeOneStock");
  });
});
