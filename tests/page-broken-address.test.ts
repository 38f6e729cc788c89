import { deflateRawSync } from "node:zlib";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import { answerOf, symbolBox, usePageSuite, withoutPictures } from "./page-driver.ts";

describe.skipIf(skipBrowser)("an address that is broken, or hostile", () => {
  const suite = usePageSuite();
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    ({ page, complaints } = await suite.open("/", { before: withoutPictures, isShared: true }));
  });
  const at = async (address: string) => {
    // Else a fragment alone would not load the page again.
    await page.goto("about:blank");
    await page.goto(new URL(`/${address}`, suite.server.url).href);
  };

  test.each([
    ["?benchmark=", /Add a benchmark/],
    ["?symbol=", /Type a portfolio/],
    ["?interval=YEAR", /interval=YEAR is none of DAY, WEEK, MONTH; DAY is used/],
    ["?symbol=LONG", /symbol of 5000 characters; it is left out/],
    ["?benchmark=LONG", /benchmark that is too long/],
    ["?symbol=sample:AAPL&symbol=TSLA", /symbol more than once; the first counts/],
    ["?holding=sixty", /not an amount, a space and a symbol/],
    ["?colour=red", /colour, which means nothing here/],
    ["?lookback=-3", /A whole number from 3, got -3/],
    ["?start=2015-02-30", /start=2015-02-30 is not a date in the calendar/],
    ["?confidence=200", /A number from 1 to 99.99, got 200/],
    ["?portfolio=returns#returns=garbage", /returns in the address cannot be read/],
    ["?symbol=%00%E0%A4%A", /no symbol has; the bundled sample is shown/],
  ])("%s: the page says what it could not take, and stands", async (address, message) => {
    const before = complaints.length;
    await at(address.replace("LONG", "x".repeat(5000)));
    await answerOf(page).getByText(message).first().waitFor();
    expect(await symbolBox(page, "Add a benchmark").count()).toBe(1);
    expect(complaints.slice(before)).toEqual([]);
  });

  test.each(["<script>window.evil=1</script>", '"><img src=x onerror="window.evil=1">', "javascript:window.evil=1"])(
    "%s as a symbol is a symbol that no source has, and runs nothing",
    async (text) => {
      await at(`?symbol=${encodeURIComponent(text)}&benchmark=${encodeURIComponent(text)}`);
      await answerOf(page)
        .getByText(/No source has the symbol|breaks a rule/)
        .first()
        .waitFor();
      expect(await symbolBox(page, "Symbol").inputValue()).toBe(text);
      expect(await page.evaluate(() => Reflect.has(window, "evil"))).toBe(false);
      expect(await page.locator("main script, main img").count()).toBe(0);
    },
  );

  test("a fragment that unpacks to very much is not unpacked", async () => {
    const bomb = deflateRawSync(Buffer.alloc(200_000_000), { level: 9 }).toString("base64url");
    await at(`?portfolio=returns#returns=${bomb}`);
    await answerOf(page)
      .getByText(/returns in the address cannot be read/)
      .waitFor();
  });
});
