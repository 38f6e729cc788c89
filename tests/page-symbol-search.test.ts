import { mkdirSync, writeFileSync } from "node:fs";
import {
  chart,
  hanging,
  held,
  quote,
  quotes,
  startYahooStandIn,
  unavailable,
  weekdayBars,
  type YahooStandIn,
} from "@hedgeql/server/testing/yahoo-stand-in";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import { eventually, headingOf, settled, symbolBox, usePageSuite, withoutPictures } from "./page-driver.ts";

describe.skipIf(skipBrowser)("symbols, searched as one types", () => {
  let yahoo: YahooStandIn;
  const suite = usePageSuite(async () => {
    yahoo = await startYahooStandIn();
    return { YAHOO_BASE_URL: yahoo.url };
  });
  let page: Page;
  let box: Locator;
  let complaints: readonly string[];
  beforeAll(async () => {
    mkdirSync(`${suite.server.dataDir}/csv`);
    writeFileSync(`${suite.server.dataDir}/csv/apple-fund.csv`, "date,adjustedClose\n");
    yahoo.respond("APLE", chart({ bars: weekdayBars("2016-01-01", 300, 1) }));
    const opened = await suite.open("/", { before: withoutPictures, isShared: true });
    ({ page, complaints } = opened);
    await settled(page);
    box = symbolBox(page, "Symbol");
  });
  beforeEach(async () => {
    yahoo.respondToSearch(quotes(quote("APLE", { longname: "Apple Hospitality" })));
    await page.goto(new URL("/", suite.server.url).href);
    await settled(page);
  });
  afterAll(() => yahoo?.close());

  const matches = () => page.getByRole("listbox").getByRole("option");
  const options = () => matches().allTextContents();
  const active = async () => {
    const id = await box.getAttribute("aria-activedescendant");
    return id === null ? null : page.locator(`[id="${id}"]`).textContent();
  };

  test("by keyboard alone: typed, chosen with the arrows, taken with Enter, answered", async () => {
    await box.focus();
    expect(await box.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("apple");
    await eventually(async () => (await options()).join("\n")).toContain("APLE");
    expect(await box.getAttribute("aria-expanded")).toBe("true");
    expect(await active()).toBeNull();
    for (let presses = 0; presses < 6 && !(await active())?.includes("APLE"); presses++) {
      await page.keyboard.press("ArrowDown");
    }
    expect(await active()).toContain("APLE");
    expect(await page.getByRole("listbox").getByRole("option", { selected: true }).textContent()).toContain(
      "Apple Hospitality",
    );
    await page.keyboard.press("Enter");
    expect(await page.getByRole("listbox").count()).toBe(0);
    expect(await box.inputValue()).toBe("APLE");
    await eventually(() => headingOf(page).textContent()).toBe("APLE hedged with ^GSPC");
    expect(page.url()).toContain("symbol=APLE");
  });

  test("each match says its name, its kind and its source", async () => {
    await box.fill("apple");
    await eventually(options).toHaveLength(4);
    const [sample, , own, yahoos] = await options();
    expect(sample).toMatch(/^sample:AAPL .*Apple Inc\..*2013–2018.*bundled sample/);
    expect(own).toMatch(/^csv:apple-fund .*your file/);
    expect(yahoos).toMatch(/^APLE .*Apple Hospitality.*NASDAQ.*Yahoo/);
  });

  test("the arrows go round, Escape closes, and Escape again puts the symbol back", async () => {
    await box.fill("apple");
    await eventually(options).toHaveLength(4);
    await box.press("ArrowUp");
    expect(await active()).toContain("APLE");
    await box.press("ArrowDown");
    expect(await active()).toBeNull();
    await box.press("ArrowDown");
    expect(await active()).toContain("sample:AAPL");
    await box.press("Escape");
    expect(await page.getByRole("listbox").count()).toBe(0);
    expect(await box.inputValue()).toBe("apple");
    await box.press("Escape");
    expect(await box.inputValue()).toBe("sample:AAPL");
  });

  test("a click takes a match", async () => {
    await box.fill("^GSPC");
    await page.getByRole("option", { name: "sample:^GSPC" }).click();
    expect(await box.inputValue()).toBe("sample:^GSPC");
    await eventually(() => headingOf(page).textContent()).toBe("^GSPC hedged with ^GSPC");
  });

  test("a box that was never opened lists what is on the server, without asking Yahoo", async () => {
    const before = yahoo.requests.length;
    await box.click();
    await eventually(async () => (await options()).join("\n")).toContain("sample:MSFT-MONTHLY");
    expect(yahoo.requests).toHaveLength(before);
  });

  test("what is on the server is there at once, while Yahoo is slow; Yahoo's come after", async () => {
    const late = held(quotes(quote("AAPB", { longname: "Leveraged Aapl" })));
    yahoo.respondToSearch(late.answer);
    await box.fill("aapl");
    await eventually(options).toHaveLength(2);
    await yahoo.until(({ open }) => open === 1);
    expect((await options()).join()).toContain("sample:AAPL");
    late.release();
    await eventually(options).toHaveLength(3);
  });

  test("who types on gives up the search before it", async () => {
    const { abandoned } = yahoo;
    yahoo.respondToSearch(hanging());
    await box.fill("aappl");
    await yahoo.until(({ open }) => open === 1);
    yahoo.respondToSearch(quotes(quote("AAPPQ")));
    await box.fill("aappq");
    await yahoo.until((standIn) => standIn.abandoned > abandoned);
    await eventually(async () => (await options()).join("\n")).toContain("AAPPQ");
  });

  test("Yahoo fails: the others are listed, and the list says so in a line", async () => {
    yahoo.respondToSearch(unavailable());
    await box.fill("gspc");
    await eventually(async () => (await options()).join("\n")).toContain("sample:^GSPC");
    await page.getByText(/YAHOO: .*Yahoo/).waitFor();
    await page.getByRole("option", { name: "sample:^GSPC" }).click();
    await eventually(() => headingOf(page).textContent()).toBe("^GSPC hedged with ^GSPC");
  });

  test("a benchmark is added the same way, and the box is empty for the next", async () => {
    const adding = symbolBox(page, "Add a benchmark");
    await adding.fill("apple hos");
    await page.getByRole("option", { name: "APLE" }).waitFor();
    await adding.press("ArrowDown");
    await adding.press("Enter");
    expect(await adding.inputValue()).toBe("");
    expect(await page.getByRole("list", { name: "Benchmarks" }).getByRole("listitem").count()).toBe(2);
    expect(await adding.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test.each([
    "<img src=x onerror=alert(1)>",
    "'; DROP TABLE prices;--",
    "%00%ff",
    "😀".repeat(20),
    '"><script>alert(1)</script>',
  ])("%j is a text as any other: nothing runs, nothing is found, and the page lives on", async (text) => {
    let dialogs = 0;
    page.on("dialog", (dialog) => {
      dialogs++;
      return dialog.dismiss();
    });
    await box.fill(text);
    await eventually(() =>
      page
        .getByRole("status")
        .filter({ hasText: /no match/i })
        .count(),
    ).toBe(1);
    await box.press("Escape");
    await box.press("Escape");
    expect(await box.inputValue()).toBe("sample:AAPL");
    expect(dialogs).toBe(0);
    expect(await page.locator("img[src=x], main script").count()).toBe(0);
    expect(complaints.filter((complaint) => !complaint.includes("Failed to load resource"))).toEqual([]);
  });

  test("a hit of Yahoo's with markup in its name is shown as text", async () => {
    yahoo.respondToSearch(quotes(quote("EVIL", { longname: "<b id=evil>Evil</b><script>alert(1)</script>" })));
    await box.fill("evil");
    await eventually(async () => (await options()).join("\n")).toContain("<b id=evil>");
    expect(await page.locator("#evil").count()).toBe(0);
  });
});
