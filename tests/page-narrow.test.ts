import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import { answerOf, eventually, openGroup, settled, usePageSuite } from "./page-driver.ts";

/** A small phone of today, and the narrowest that the guidelines for accessibility ask for. */
const WIDTHS = [360, 320];

describe.skipIf(skipBrowser)("the page on a phone", () => {
  const suite = usePageSuite();
  let page: Page;
  beforeAll(async () => {
    const phone = { viewport: { width: WIDTHS[0], height: 700 }, hasTouch: true, isMobile: true, isShared: true };
    ({ page } = await suite.open("/", phone));
    await settled(page);
  });

  const at = async (address: string) => {
    await page.goto(new URL(address, suite.server.url).href);
  };
  const openGroups = async () => {
    for (const title of ["Period", "The hedge to trade", "More settings"]) await openGroup(page, title);
  };

  /** At both widths nothing stands out to the right, where one would have to scroll sideways for it. */
  async function expectNoOverflow(): Promise<void> {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 700 });
      await eventually(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  }

  test("the settings that are seldom changed are closed, so that the answer is not far", async () => {
    expect(await page.getByLabel("First date").isVisible()).toBe(false);
    expect(await page.getByLabel("Beta by").isVisible()).toBe(false);
  });

  test("every picture is as wide as the page, and follows it when the phone is turned", async () => {
    const pictures = await page.getByRole("img").all();
    expect(pictures).toHaveLength(13);
    for (const picture of pictures) {
      await picture.scrollIntoViewIfNeeded();
      await picture.locator("svg").waitFor();
    }
    for (const width of [...WIDTHS, 700]) {
      await page.setViewportSize({ width, height: 700 });
      const widths = () =>
        page.evaluate(() => [...document.querySelectorAll("[role=img] > * > svg")].map((svg) => svg.clientWidth));
      await eventually(async () => Math.max(...(await widths()))).toBeLessThanOrEqual(width);
      await eventually(async () => Math.min(...(await widths()))).toBeGreaterThan(Math.min(width, 600) * 0.75);
    }
    await expectNoOverflow();
  });

  test.each(["Symbol", "Holdings", "Own returns"])(
    "nothing has to be scrolled sideways with %s as the portfolio and every group open",
    async (portfolio) => {
      await page.getByRole("radio", { name: portfolio }).check();
      await openGroups();
      await expectNoOverflow();
    },
  );

  test("nor with bad rows that are long", async () => {
    await page.getByRole("radio", { name: "Own returns" }).check();
    await page.getByRole("textbox", { name: "Own returns" }).fill(`2015-01-02,${"9".repeat(70)}x`);
    await page.getByRole("region", { name: "Rows that cannot be read" }).waitFor();
    await expectNoOverflow();
  });

  test("nor with an error that names a long symbol", async () => {
    const symbol = "x".repeat(100);
    await at(`/?symbol=sample:${symbol.slice(8)}&benchmark=${symbol}`);
    await answerOf(page)
      .getByText(/No source has|breaks a rule/)
      .first()
      .waitFor();
    await expectNoOverflow();
  });

  test("whatever is pressed is at least 24 pixels large, and no text is smaller than 11", async () => {
    await at("/");
    await settled(page);
    await page.setViewportSize({ width: WIDTHS[0], height: 700 });
    await openGroups();
    const small = await page.evaluate(() => {
      const pressed = [...document.querySelectorAll("button, a[href], select, summary, input, label.button")].filter(
        // A box that is hidden is pressed through its label; what the eye cannot see nobody presses.
        (element) => element.checkVisibility() && element.closest(".visually-hidden, .skip") === null,
      );
      return pressed.flatMap((element) => {
        const isRadio = element instanceof HTMLInputElement && element.type === "radio";
        const { width, height } =
          (isRadio ? element.closest("label") : element)?.getBoundingClientRect() ?? new DOMRect();
        return width < 24 || height < 24 ? [`${element.textContent} ${width} × ${height}`] : [];
      });
    });
    expect(small).toEqual([]);
    const tiny = await page.evaluate(() =>
      [...document.querySelectorAll("body *:not(svg *)")]
        .filter(
          (element) => element.checkVisibility() && [...element.childNodes].some(({ nodeType }) => nodeType === 3),
        )
        .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 11)
        .map((element) => element.textContent),
    );
    expect(tiny).toEqual([]);
  });
});
