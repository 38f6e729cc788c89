import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import { askedBy, eventually, settled, usePageSuite } from "./page-driver.ts";

describe.skipIf(skipBrowser)("the page's colours", () => {
  const suite = usePageSuite();

  const groundOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const isDark = async (page: Page) => {
    const [red, green, blue] = (await groundOf(page)).match(/\d+/g)?.map(Number) ?? [255, 255, 255];
    return red + green + blue < 3 * 80;
  };
  /** The colour of the labels of the first picture, as drawn. */
  const labelOf = async (page: Page) => {
    const label = page.getByRole("img").first().locator(".role-axis-label text").first();
    await page.getByRole("img").first().scrollIntoViewIfNeeded();
    await label.waitFor();
    return label.evaluate((text) => getComputedStyle(text).fill);
  };
  const choose = (page: Page, colours: string) => page.getByLabel("Colours").selectOption(colours);

  test("follow the system, at once when it changes, and the pictures with them", async () => {
    const { page } = await suite.open("/", { colorScheme: "dark" });
    await settled(page);
    expect(await isDark(page)).toBe(true);
    const dark = await labelOf(page);
    await page.emulateMedia({ colorScheme: "light" });
    await eventually(() => isDark(page)).toBe(false);
    await eventually(() => labelOf(page)).not.toBe(dark);
  });

  test("are chosen by hand, kept after a reload, and given back to the system", async () => {
    const { page } = await suite.open("/", { colorScheme: "light" });
    await settled(page);
    const light = await labelOf(page);
    const asked = page.waitForRequest((request) => askedBy(request)?.operationName === "Charts");
    await choose(page, "Dark");
    expect(askedBy(await asked)?.variables.theme).toBe("DARK");
    await eventually(() => isDark(page)).toBe(true);
    await eventually(() => labelOf(page)).not.toBe(light);
    await page.reload();
    // From the first paint on: no flash of the other colours.
    expect(await isDark(page)).toBe(true);
    await settled(page);
    expect(await page.getByLabel("Colours").inputValue()).toBe("dark");
    expect(await labelOf(page)).not.toBe(light);
    await choose(page, "System");
    await eventually(() => isDark(page)).toBe(false);
  });

  test("changed, leave the figures alone: only pictures are asked for again", async () => {
    const { page, requests } = await suite.open("/");
    await settled(page);
    const before = requests.length;
    await choose(page, "Dark");
    await eventually(() => isDark(page)).toBe(true);
    await settled(page);
    const asked = requests.slice(before).flatMap((request) => askedBy(request)?.operationName ?? []);
    expect(asked.toSorted()).toEqual(["Charts", "WalkForwardCharts"]);
  });
});
