import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import {
  answerOf,
  eventually,
  expectFigures,
  headingOf,
  IN_SAMPLE,
  settled,
  symbolBox,
  usePageSuite,
  withoutPictures,
} from "./page-driver.ts";

describe.skipIf(skipBrowser)("the page by keyboard", () => {
  const suite = usePageSuite();
  let page: Page;
  beforeAll(async () => {
    ({ page } = await suite.open("/", { before: withoutPictures, isShared: true }));
  });
  beforeEach(async () => {
    await page.goto(new URL("/", suite.server.url).href);
    await settled(page);
  });

  interface Stop {
    readonly name: string;
    /** Whether the eye can tell that it has the focus. */
    readonly isMarked: boolean;
  }

  /** What has the focus. */
  const focused = () =>
    page.evaluate((): Stop | null => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
      const name = element.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? element.textContent ?? "";
      // A mark may be drawn around what stands for the element, such as the label of a hidden box.
      const marked = [element, element.parentElement, element.nextElementSibling].some((candidate) => {
        if (candidate === null) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate);
        return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
      });
      // Of a box for a date the browser marks the part that has the focus.
      const isParted = element instanceof HTMLInputElement && element.type === "date";
      return { name: name.trim(), isMarked: marked || isParted };
    });

  /** All stops of the Tab key, from the top of the page to its end. */
  async function stops(): Promise<Stop[]> {
    const found: Stop[] = [];
    for (let presses = 0; presses < 200; presses++) {
      await page.keyboard.press("Tab");
      const stop = await focused();
      if (stop === null) return found;
      found.push(stop);
    }
    throw new Error("the Tab key never leaves the page");
  }

  test("Tab reaches everything once, in the order of the page, and each stop can be seen", async () => {
    const all = await stops();
    const names = all.map(({ name }) => name);
    const inOrder = [
      "Skip to the answer",
      "Copy link",
      "GraphiQL",
      "Symbol",
      "Add a benchmark",
      "First date",
      "Last date",
      "Beta by",
      "Portfolio value",
      "Hedge with",
      "More settings",
      "Compare all estimators",
      "Download returns (CSV)",
      "Open this in GraphiQL",
    ].map((name) => names.findIndex((found) => found.startsWith(name)));
    expect(inOrder).not.toContain(-1);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    expect(all.filter(({ isMarked }) => !isMarked).map(({ name }) => name)).toEqual([]);
    expect(all.filter(({ name }) => name === "")).toEqual([]);
  });

  test("Shift and Tab goes back the same way: nothing is a trap", async () => {
    const forward = (await stops()).length;
    let back = 0;
    do {
      await page.keyboard.press("Shift+Tab");
      back++;
    } while ((await focused()) !== null && back < 200);
    expect(back - 1).toBe(forward);
  });

  test("the first stop skips the question, and is seen only then", async () => {
    const skip = page.getByRole("button", { name: "Skip to the answer" });
    const before = await skip.boundingBox();
    await page.keyboard.press("Tab");
    const box = await skip.boundingBox();
    expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(box).not.toEqual(before);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    const address = page.url();
    await page.keyboard.press("Enter");
    expect(await answerOf(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(page.url()).toBe(address);
    await page.keyboard.press("Tab");
    expect(await answerOf(page).evaluate((element) => element.contains(document.activeElement))).toBe(true);
  });

  test("a choice is made with the arrows, a group opened with Enter, a benchmark taken away with the space bar", async () => {
    await page.getByRole("radio", { name: "Days" }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.getByRole("radio", { name: "Weeks" }).isChecked()).toBe(true);
    await eventually(() => headingOf(page).locator("..").textContent()).toContain("weekly returns");

    const group = page.locator("summary", { hasText: "More settings" });
    await group.focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Standard errors").waitFor();
    await page.keyboard.press("Tab");
    expect((await focused())?.name).toContain("Standard errors");

    await page.getByRole("button", { name: "Remove sample:^GSPC" }).focus();
    await page.keyboard.press("Space");
    await answerOf(page)
      .getByText(/Add a benchmark/)
      .waitFor();
  });

  test("what is taken away does not take the focus along: it goes on from where it was", async () => {
    const group = page.getByRole("region", { name: "Question" });
    await symbolBox(page, "Add a benchmark").fill("sample:MSFT-MONTHLY");
    await symbolBox(page, "Add a benchmark").press("Enter");
    await page.getByRole("button", { name: "Remove sample:MSFT-MONTHLY" }).focus();
    await page.keyboard.press("Enter");
    expect(await group.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  });

  test("a question is asked and answered without a mouse, from the first Tab on", async () => {
    const role = () => page.evaluate(() => document.activeElement?.getAttribute("role"));
    for (let presses = 0; presses < 20 && (await role()) !== "combobox"; presses++) await page.keyboard.press("Tab");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("sample:^GSPC");
    await page.keyboard.press("Enter");
    await expectFigures(page, IN_SAMPLE, { Beta: "1.0000" });
  });

  test("the box of a symbol says what it is: a combobox, with a list that it names while it is open", async () => {
    const box = symbolBox(page, "Symbol");
    expect(await box.getAttribute("aria-autocomplete")).toBe("list");
    await box.focus();
    await page.keyboard.press("ArrowDown");
    await eventually(() => box.getAttribute("aria-expanded")).toBe("true");
    const list = page.getByRole("listbox", { name: /Symbol/ });
    expect(await box.getAttribute("aria-controls")).toBe(await list.getAttribute("id"));
    await page.keyboard.press("ArrowDown");
    const active = await box.getAttribute("aria-activedescendant");
    expect(await list.locator("[aria-selected=true]").getAttribute("id")).toBe(active);
    await page.keyboard.press("Tab");
    expect(await page.getByRole("listbox").count()).toBe(0);
    expect(await box.inputValue()).toBe("sample:AAPL");
  });
});
