import axe, { type AxeResults, type RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import {
  answerOf,
  eventually,
  headingOf,
  openGroup,
  openReturns,
  settled,
  symbolBox,
  usePageSuite,
  withoutPictures,
} from "./page-driver.ts";

const RULES: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};

describe.skipIf(skipBrowser)("axe finds no violation", () => {
  const suite = usePageSuite();
  let page: Page;
  beforeAll(async () => {
    // As a script of the page's beginning: its policy lets nobody put one in later.
    const before = async (page: Page) => {
      await page.addInitScript({ content: axe.source });
      await withoutPictures(page);
    };
    ({ page } = await suite.open("/", { before, isShared: true, reducedMotion: "reduce" }));
  });
  beforeEach(async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
  });
  test("axe does find what is put in for it to find", async () => {
    await opened();
    await page.evaluate(() => document.querySelector("main")?.append(document.createElement("button")));
    expect(await violations(RULES)).toMatchObject([{ id: "button-name" }]);
  });

  const at = async (address: string) => {
    await page.goto("about:blank");
    await page.goto(new URL(address, suite.server.url).href);
  };

  /** What axe objects to, in light and in dark colours: the rule, and where. */
  async function expectNoViolation(): Promise<void> {
    expect(await violations(RULES)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    // Colours are all that differs, and the pictures are drawn again in theirs.
    const ofColours = { ...RULES, runOnly: ["color-contrast", "link-in-text-block"] };
    await eventually(() => violations(ofColours)).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
  }

  async function violations(options: RunOptions): Promise<unknown[]> {
    const { violations } = await page.evaluate<AxeResults, RunOptions>(
      (options) => Reflect.get(window, "axe").run(document, options),
      options,
    );
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.slice(0, 3).map(({ target, failureSummary }) => `${target}: ${failureSummary?.slice(0, 160)}`),
    }));
  }

  const opened = async () => {
    await at("/");
    await settled(page);
  };

  test("opened, with every picture", async () => {
    await page.unrouteAll();
    await opened();
    const last = page.getByRole("img").last();
    await last.scrollIntoViewIfNeeded();
    await last.locator("svg").waitFor();
    await expectNoViolation();
    await withoutPictures(page);
  });

  test.each([360, 320])("%i pixels wide, with every group open", async (width) => {
    await page.setViewportSize({ width, height: 700 });
    await opened();
    for (const title of ["Period", "The hedge to trade", "More settings"]) await openGroup(page, title);
    await expectNoViolation();
  });

  test("with a text size of the reader's own, twice as large, which all text follows", async () => {
    await opened();
    const session = await page.context().newCDPSession(page);
    await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
    try {
      await expectNoViolation();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      const smallest = await page.evaluate(() => {
        const texts = document.querySelectorAll(
          "h1, h2, main p, main dt, main td, main label, main input, main button",
        );
        return Math.min(...[...texts].map((text) => Number.parseFloat(getComputedStyle(text).fontSize)));
      });
      expect(smallest).toBeGreaterThan(25);
    } finally {
      await session.send("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 13 } });
    }
  });

  test("with an error and its remedies", async () => {
    await at("/?symbol=sample:AAPLE&benchmark=sample:^GSPC");
    await answerOf(page).getByText("No source has the symbol").waitFor();
    await page.getByRole("button", { name: "Use sample:AAPL", exact: true }).waitFor();
    await expectNoViolation();
  });

  test("with a part that failed, and notices of a broken address", async () => {
    await at("/?symbol=sample:AAPL&benchmark=sample:^GSPC&lookback=5000&interval=YEAR&colour=red");
    await answerOf(page)
      .getByText(/returns, and 5001 are needed/)
      .first()
      .waitFor();
    await answerOf(page)
      .getByText(/interval=YEAR/)
      .waitFor();
    await expectNoViolation();
  });

  test("while an answer is on its way, and after it was cancelled", async () => {
    await page.route("**/graphql", (route) =>
      route.request().postData()?.includes("WalkForward") ? undefined : route.fallback(),
    );
    await at("/");
    await headingOf(page).getByText("hedged with").waitFor();
    await page.getByRole("button", { name: "Cancel" }).waitFor();
    await expectNoViolation();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Ask again" }).waitFor();
    await expectNoViolation();
    await page.unrouteAll();
    await withoutPictures(page);
  });

  test("without a server, over its last answer", async () => {
    await opened();
    await page.route("**/graphql", (route) => route.abort());
    await page.getByRole("radio", { name: "Weeks" }).check();
    await answerOf(page).getByText("The server does not answer.").first().waitFor();
    await expectNoViolation();
    await page.unrouteAll();
    await withoutPictures(page);
  });

  test("with holdings, an amount that is none, and open matches", async () => {
    await opened();
    await page.getByRole("radio", { name: "Holdings" }).check();
    await page.getByLabel("Weight, % of holding 1").fill("sixty");
    await page
      .getByText(/sixty is not a number/)
      .first()
      .waitFor();
    await symbolBox(page, "Symbol of holding 2").fill("sample:");
    await page.getByRole("listbox").getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await expectNoViolation();
  });

  test("with own returns, bad rows listed, then left out", async () => {
    await opened();
    const box = await openReturns(page);
    const weeks = Array.from({ length: 40 }, (_, at) =>
      new Date(Date.UTC(2015, 0, 5 + 7 * at)).toISOString().slice(0, 10),
    );
    const rows = weeks.map((date, at) => `${date},${((at * 37) % 19) / 1000 - 0.009}`);
    await box.fill([...rows, "2015-13-01,0.1", "01/02/2015,0.1"].join("\n"));
    await page.getByRole("button", { name: "Leave these 2 rows out" }).waitFor();
    await expectNoViolation();
    await page.getByRole("button", { name: "Leave these 2 rows out" }).click();
    await answerOf(page).getByText("2 rows of your returns left out").waitFor();
    await expectNoViolation();
  });

  test("with the comparison of estimators", async () => {
    await at("/?symbol=sample:MSFT-MONTHLY&benchmark=sample:^GSPC&interval=MONTH&compare=yes");
    await page.getByRole("table", { name: "Estimators compared" }).waitFor();
    await expectNoViolation();
  });
});
