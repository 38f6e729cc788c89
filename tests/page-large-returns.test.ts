import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import {
  answerOf,
  asksOf,
  eventually,
  expectFigures,
  four,
  IN_SAMPLE,
  type OpenedPage,
  openReturns,
  questionOf,
  settled,
  usePageSuite,
  withoutPictures,
} from "./page-driver.ts";

describe.skipIf(skipBrowser)("own returns that are very many, or none", () => {
  const suite = usePageSuite();
  let opened: OpenedPage;
  let page: Page;
  let box: Locator;
  beforeAll(async () => {
    opened = await suite.open("/", { before: withoutPictures, isShared: true });
    page = opened.page;
    await settled(page);
    box = await openReturns(page);
  });

  const dayAt = (day: number) => new Date(Date.UTC(1930, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
  const rows = (count: number) =>
    Array.from({ length: count }, (_, day) => ({ date: dayAt(day), value: Math.sin(day) / 70 }));
  const csv = (count: number) =>
    rows(count)
      .map(({ date, value }) => `${date},${value}`)
      .join("\n");
  const choose = (text: string) =>
    page.locator("input[type=file]").setInputFiles({ name: "r.csv", mimeType: "text/csv", buffer: Buffer.from(text) });

  test("a file of 5 MB is refused before it is read", async () => {
    await choose("x".repeat(5_000_000));
    await questionOf(page).getByText("r.csv has 5,000,000 bytes; at most 4,000,000 are read.").waitFor();
    expect((await box.inputValue()).length).toBeLessThan(100);
  });

  test("an empty file, and one with a heading alone, are said to be that", async () => {
    await choose("");
    await answerOf(page)
      .getByText(/Type a portfolio/)
      .waitFor();
    await choose("date,return\n");
    await questionOf(page).getByText("There is a heading, and no row under it.").waitFor();
  });

  test("a file that is no text is refused row by row, and breaks nothing", async () => {
    const bytes = Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256));
    await page.locator("input[type=file]").setInputFiles({ name: "r.png", mimeType: "image/png", buffer: bytes });
    await questionOf(page).getByText("cannot be read").first().waitFor();
    await answerOf(page)
      .getByText(/nothing is asked/i)
      .waitFor();
    expect(opened.complaints).toEqual([]);
  });

  test("30,000 rows are analysed, with the figures of the API", async () => {
    await choose(csv(30_000));
    await questionOf(page).getByText("30,000 rows read").waitFor();
    const returns = { dates: rows(30_000).map(({ date }) => date), values: rows(30_000).map(({ value }) => value) };
    const { regression } = (
      await suite.hedgeql.hedgedPortfolio({ portfolio: { returns }, benchmarks: ["sample:^GSPC"] })
    ).hedgedPortfolio;
    await expectFigures(page, IN_SAMPLE, { Beta: four(regression.beta) });
    await eventually(() => page.url()).toContain("#returns=");
    await page.reload();
    await expectFigures(page, IN_SAMPLE, { Beta: four(regression.beta) });
  });

  test("40,000 rows are refused with the limit, and the server is not asked", async () => {
    const before = asksOf(opened).length;
    await choose(csv(40_000));
    await questionOf(page).getByText("There are 40000 rows; at most 30000 can be analysed.").waitFor();
    await answerOf(page)
      .getByText(/nothing is asked/i)
      .waitFor();
    expect(asksOf(opened).slice(before)).toEqual([]);
  });
});
