import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import {
  answerOf,
  eventually,
  expectFigures,
  four,
  headingOf,
  IN_SAMPLE,
  percent,
  questionOf,
  settled,
  symbolBox,
  typeSymbol,
  usePageSuite,
  withoutPictures,
} from "./page-driver.ts";

const MONTHLY = "/?symbol=sample:MSFT-MONTHLY&benchmark=sample:^GSPC&interval=MONTH";

describe.skipIf(skipBrowser)("a portfolio of holdings", () => {
  const suite = usePageSuite();
  let page: Page;
  beforeAll(async () => {
    ({ page } = await suite.open(MONTHLY, { before: withoutPictures, isShared: true }));
  });
  beforeEach(async () => {
    await page.goto(new URL(MONTHLY, suite.server.url).href);
    await settled(page);
    await page.getByRole("radio", { name: "Holdings" }).check();
  });

  const amount = (row: number) => page.getByRole("textbox", { name: new RegExp(`of holding ${row}$`) });
  const setRow = async (row: number, symbol: string, value: string) => {
    await typeSymbol(page, `Symbol of holding ${row}`, symbol);
    await amount(row).fill(value);
  };

  async function expectHoldings(holdings: readonly { symbol: string; weight?: number; shares?: number }[]) {
    const { hedgedPortfolio } = await suite.hedgeql.hedgedPortfolio({
      portfolio: { holdings: [...holdings] },
      benchmarks: ["sample:^GSPC"],
      period: { interval: "MONTH" },
    });
    await expectFigures(page, IN_SAMPLE, {
      Beta: four(hedgedPortfolio.regression.beta),
      "R²": percent(hedgedPortfolio.regression.rSquared),
      "Alpha a year": percent(hedgedPortfolio.regression.annualizedAlpha.arithmetic),
    });
  }

  test("begins with the symbol that was looked at", async () => {
    expect(await symbolBox(page, "Symbol of holding 1").inputValue()).toBe("sample:MSFT-MONTHLY");
  });

  test("by weight, in per cent, and what is not invested is said to be cash", async () => {
    await setRow(1, "sample:MSFT-MONTHLY", "60");
    await setRow(2, "sample:AMZN-MONTHLY", "30");
    await expectHoldings([
      { symbol: "sample:MSFT-MONTHLY", weight: 0.6 },
      { symbol: "sample:AMZN-MONTHLY", weight: 0.3 },
    ]);
    await questionOf(page)
      .getByText(/Sum 90\.00%.*cash/)
      .waitFor();
    expect(await headingOf(page).textContent()).toBe("Portfolio hedged with ^GSPC");
  });

  test("by shares, with commas between thousands", async () => {
    await page.getByRole("radio", { name: "By shares" }).check();
    await setRow(1, "sample:MSFT-MONTHLY", "1,000");
    await setRow(2, "sample:IBM-MONTHLY", "250");
    await expectHoldings([
      { symbol: "sample:MSFT-MONTHLY", shares: 1000 },
      { symbol: "sample:IBM-MONTHLY", shares: 250 },
    ]);
  });

  test("a holding more, one less, and one that is sold short", async () => {
    await setRow(1, "sample:MSFT-MONTHLY", "100");
    await setRow(2, "sample:IBM-MONTHLY", "50");
    await page.getByRole("button", { name: "Add a holding" }).click();
    await setRow(3, "sample:GOOG-MONTHLY", "-50");
    await expectHoldings([
      { symbol: "sample:MSFT-MONTHLY", weight: 1 },
      { symbol: "sample:IBM-MONTHLY", weight: 0.5 },
      { symbol: "sample:GOOG-MONTHLY", weight: -0.5 },
    ]);
    await page.getByRole("button", { name: "Remove holding 2" }).click();
    await expectHoldings([
      { symbol: "sample:MSFT-MONTHLY", weight: 1 },
      { symbol: "sample:GOOG-MONTHLY", weight: -0.5 },
    ]);
    expect(await page.getByRole("table", { name: "Holdings" }).locator("tbody").getByRole("row").count()).toBe(2);
  });

  test("an amount that is no number is said in its row, and nothing is asked", async () => {
    await setRow(1, "sample:MSFT-MONTHLY", "sixty");
    await questionOf(page).getByText("sample:MSFT-MONTHLY: sixty is not a number.").waitFor();
    expect(await amount(1).getAttribute("aria-invalid")).toBe("true");
    await page
      .getByText(/nothing is asked/i)
      .first()
      .waitFor();
    await amount(1).fill("60");
    await expectHoldings([{ symbol: "sample:MSFT-MONTHLY", weight: 0.6 }]);
  });

  test("a holding without a symbol is said, and so is one that there is not", async () => {
    await setRow(1, "sample:MSFT-MONTHLY", "50");
    await amount(2).fill("50");
    await questionOf(page).getByText("Row 2 has no symbol.").waitFor();
    await typeSymbol(page, "Symbol of holding 2", "sample:NOPE");
    await answerOf(page).getByText("No source has the symbol sample:NOPE.").waitFor();
  });

  test("switching to a symbol and back keeps what was typed", async () => {
    await setRow(1, "sample:MSFT-MONTHLY", "60");
    await setRow(2, "sample:IBM-MONTHLY", "40");
    await page.getByRole("radio", { name: "Symbol" }).check();
    await eventually(() => headingOf(page).textContent()).toBe("MSFT-MONTHLY hedged with ^GSPC");
    await page.getByRole("radio", { name: "Holdings" }).check();
    expect(await symbolBox(page, "Symbol of holding 2").inputValue()).toBe("sample:IBM-MONTHLY");
    expect(await amount(2).inputValue()).toBe("40");
  });
});
