import { createClient } from "@hedgeql/sdk";
import type { Page, Request } from "playwright-core";
import { describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import { useRecipePages } from "./recipe-pages.ts";

/** How often each asks a server that cannot be reached: only TanStack Query tries again by itself. */
const RECIPES = [
  ["urql", 1],
  ["apollo", 1],
  ["tanstack-query", 3],
] as const;

const question = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

async function ask(page: Page, portfolio: string, benchmark = "sample:^GSPC"): Promise<void> {
  await page.getByRole("textbox", { name: "Portfolio" }).fill(portfolio);
  await page.getByRole("textbox", { name: "Benchmark" }).fill(benchmark);
  await page.getByRole("button", { name: "Hedge" }).click();
}

const answerOf = (page: Page) => page.getByRole("region", { name: "Answer" });
const figuresOf = (page: Page) => answerOf(page).getByRole("definition").allTextContents();
const percent = (value: number) => `${(value * 100).toFixed(2)}%`;

/** Whom a request asks about. */
const portfolioOf = (request: Request): string => request.postDataJSON().variables.portfolio.symbol;

const recipes = useRecipePages();

describe.skipIf(skipBrowser).each(RECIPES)("%s", (name, attempts) => {
  test("shows beta, effectiveness and the last hedged returns, by one request", async () => {
    const { page, complaints, asked } = await recipes.open(name);
    const { hedgedPortfolio } = await createClient({ url: recipes.server.url }).hedgedPortfolio(question);
    const { regression, effectiveness, returns } = hedgedPortfolio;
    await answerOf(page).waitFor();
    expect(await figuresOf(page)).toEqual([regression.beta.toFixed(4), percent(effectiveness ?? Number.NaN)]);
    const rows = await answerOf(page).getByRole("row").allTextContents();
    expect(rows).toEqual(
      returns
        .toArray()
        .slice(-5)
        .map(({ date, value }) => date + percent(value)),
    );
    expect(asked).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  test("says what is wrong with a question in the server's words and by its code, and asks once", async () => {
    const { page, asked } = await recipes.open(name);
    await answerOf(page).waitFor();
    await ask(page, "sample:NOBODY");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/^the bundled sample has no NOBODY; .* Check the spelling\.$/);
    expect(asked.map(portfolioOf)).toEqual(["sample:AAPL", "sample:NOBODY"]);
  });

  test("shows an answer that it has without a request", async () => {
    const { page, asked } = await recipes.open(name);
    await answerOf(page).waitFor();
    const first = await figuresOf(page);
    await ask(page, "sample:^GSPC", "sample:AAPL");
    await expect.poll(() => figuresOf(page)).not.toEqual(first);
    await ask(page, "sample:AAPL");
    await expect.poll(() => figuresOf(page)).toEqual(first);
    expect(asked.map(portfolioOf)).toEqual(["sample:AAPL", "sample:^GSPC"]);
  });

  test("says so when the server cannot be reached", async () => {
    const { page, asked } = await recipes.open(name, (opened) => opened.route("**/graphql", (route) => route.abort()));
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain("Is the server running?");
    expect(asked).toHaveLength(attempts);
  });

  test("says so when a proxy answers in the server's place", async () => {
    const { page, asked } = await recipes.open(name, (opened) =>
      opened.route("**/graphql", (route) =>
        route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad gateway</h1>" }),
      ),
    );
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain("Something on the way to the server answered in its place");
    expect(await alert.textContent()).not.toMatch(/undefined|null|Is the server running/);
    expect(asked).toHaveLength(attempts);
  });

  test("gives up a question when another one is asked before its answer", async () => {
    const failed: string[] = [];
    const { page } = await recipes.open(name, async (opened) => {
      opened.on("requestfailed", (request) => failed.push(portfolioOf(request)));
      // The first question is never answered.
      await opened.route("**/graphql", async (route) => {
        if (portfolioOf(route.request()) === "sample:^GSPC") await route.continue();
      });
    });
    await page.getByText("Loading").waitFor();
    await ask(page, "sample:^GSPC", "sample:AAPL");
    await answerOf(page).waitFor();
    await expect.poll(() => failed).toEqual(["sample:AAPL"]);
  });
});
