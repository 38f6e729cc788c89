import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import {
  answerOf,
  eventually,
  expectFigures,
  figuresOf,
  headingOf,
  IN_SAMPLE,
  OUT_OF_SAMPLE,
  openGroup,
  openReturns,
  questionOf,
  settled,
  symbolBox,
  typeSymbol,
  usePageSuite,
  withoutPictures,
} from "./page-driver.ts";

const MONTHLY = "/?symbol=sample:MSFT-MONTHLY&benchmark=sample:^GSPC&interval=MONTH";

describe.skipIf(skipBrowser)("the page's address", () => {
  const suite = usePageSuite();
  const open = async (address: string) => {
    const opened = await suite.open(address, { before: withoutPictures });
    await settled(opened.page);
    return opened;
  };

  /** What every box, list and choice of the form holds. */
  async function formOf(page: Page): Promise<unknown> {
    for (const title of ["Period", "The hedge to trade", "More settings"]) await openGroup(page, title);
    const boxes = questionOf(page).locator("input:not([type=file]), select, textarea");
    const held = await boxes.evaluateAll((elements) =>
      (elements as HTMLInputElement[]).map((box) => (box.type === "radio" ? box.checked : box.value)),
    );
    return { held, lists: await questionOf(page).getByRole("listitem").allTextContents() };
  }

  test("holds every setting: after a reload, and in another profile, form and figures are the same", async () => {
    const { page } = await open("/");
    await page.getByRole("radio", { name: "Holdings" }).check();
    await page.getByRole("radio", { name: "By shares" }).check();
    await typeSymbol(page, "Symbol of holding 1", "sample:MSFT-MONTHLY");
    await page.getByLabel("Shares of holding 1").fill("1,000");
    await typeSymbol(page, "Symbol of holding 2", "sample:IBM-MONTHLY");
    await page.getByLabel("Shares of holding 2").fill("500.5");
    await typeSymbol(page, "Add a benchmark", "sample:GOOG-MONTHLY");
    await page.getByLabel("First date").fill("2005-01-31");
    await page.getByLabel("Last date").fill("2009-12-31");
    await page.getByRole("radio", { name: "Months" }).check();
    await page.getByLabel("Beta by").selectOption("HUBER");
    await page.getByLabel("Lookback").fill("24");
    await page.getByLabel("Rebalance every").fill("3");
    await page.getByLabel("Trading cost").fill("5.5");
    await page.getByLabel("Borrow rate").fill("1.25");
    await page.getByLabel("Portfolio value").fill("2,500,000");
    await typeSymbol(page, "Hedge with", "sample:^GSPC, sample:AAPL-MONTHLY");
    await openGroup(page, "More settings");
    await page.getByLabel("Standard errors").selectOption("HAC");
    await page.getByLabel("Confidence").fill("99");
    await page.getByLabel("Risk-free rate").fill("1.5");
    await page.getByLabel("Risk-free rate").press("Enter");
    await eventually(() => page.url()).toContain("risk-free=1.5");
    await settled(page);
    const shown = async (page: Page) => ({
      form: await formOf(page),
      heading: await headingOf(page).textContent(),
      inSample: await figuresOf(page, IN_SAMPLE),
      outOfSample: await figuresOf(page, OUT_OF_SAMPLE),
    });
    const before = await shown(page);
    expect(Object.keys(before.outOfSample).join()).toContain("Beta realised");
    const address = page.url();

    await page.reload();
    await settled(page);
    expect(await shown(page)).toEqual(before);
    const { page: other } = await open(address.slice(new URL(address).origin.length));
    expect(await shown(other)).toEqual(before);
    expect(other.url()).toBe(address);
  });

  test("is copied by a button", async () => {
    const { page, profile } = await open(MONTHLY);
    await profile.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("Link copied").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });

  test("back and forward go through the questions, figures and form alike", async () => {
    const { page } = await open(MONTHLY);
    const first = await figuresOf(page, IN_SAMPLE);
    await typeSymbol(page, "Symbol", "sample:IBM-MONTHLY");
    await eventually(() => headingOf(page).textContent()).toContain("IBM");
    await page.getByLabel("Last date").fill("2008-12-31");
    await answerOf(page)
      .getByText(/to 31 Dec 2008/)
      .first()
      .waitFor();
    await page.goBack();
    await eventually(() => page.getByLabel("Last date").inputValue()).toBe("");
    expect(await symbolBox(page, "Symbol").inputValue()).toBe("sample:IBM-MONTHLY");
    await page.goBack();
    await eventually(() => headingOf(page).textContent()).toContain("MSFT");
    expect(await symbolBox(page, "Symbol").inputValue()).toBe("sample:MSFT-MONTHLY");
    await expectFigures(page, IN_SAMPLE, first);
    await page.goForward();
    await page.goForward();
    await answerOf(page)
      .getByText(/to 31 Dec 2008/)
      .first()
      .waitFor();
    expect(await headingOf(page).textContent()).toContain("IBM");
  });

  test("own returns stand behind the #: they survive in another profile, and no request line has them", async () => {
    const { page, requests } = await open("/");
    const box = await openReturns(page);
    const text = Array.from({ length: 40 }, (_, at) => {
      const date = new Date(Date.UTC(2015, 0, 5 + 7 * at)).toISOString().slice(0, 10);
      return `${date},${((at * 37) % 19) / 1000 - 0.009}`;
    }).join("\n");
    await box.fill(text);
    await eventually(() => headingOf(page).textContent()).toBe("Portfolio hedged with ^GSPC");
    await eventually(() => page.url()).toContain("#returns=");
    await settled(page);
    const figures = await figuresOf(page, IN_SAMPLE);
    const address = page.url();
    const fragment = new URL(address).hash.slice("#returns=".length);

    const { page: other, requests: others } = await open(address.slice(new URL(address).origin.length));
    expect(await other.getByRole("textbox", { name: "Own returns" }).inputValue()).toBe(text);
    expect(await figuresOf(other, IN_SAMPLE)).toEqual(figures);
    for (const request of [...requests, ...others]) {
      expect(request.url().split("#")[0]).not.toContain(fragment);
      expect(JSON.stringify(request.headers())).not.toContain(fragment);
    }
    expect(suite.server.output()).not.toContain(fragment);
  });
});
