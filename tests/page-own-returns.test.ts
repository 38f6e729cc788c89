import type { Locator, Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import {
  answerOf,
  asksOf,
  eventually,
  expectFigures,
  four,
  headingOf,
  IN_SAMPLE,
  type OpenedPage,
  openReturns,
  percent,
  questionOf,
  settled,
  usePageSuite,
  withoutPictures,
} from "./page-driver.ts";

describe.skipIf(skipBrowser)("a portfolio of own returns", () => {
  const suite = usePageSuite();
  let opened: OpenedPage;
  let page: Page;
  let box: Locator;
  let dates: readonly string[];
  let values: readonly number[];
  /** How many rows a test gives: others than the test before, so that its answer is not taken for this one's. */
  let count = 300;
  beforeAll(async () => {
    const { unhedged } = (
      await suite.hedgeql.hedgedPortfolio({ portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] })
    ).hedgedPortfolio;
    dates = unhedged.dates.toArray();
    values = [...unhedged.values];
    const permissions = ["clipboard-read", "clipboard-write"];
    opened = await suite.open("/", { before: withoutPictures, isShared: true, permissions });
    page = opened.page;
    await settled(page);
    box = await openReturns(page);
  });
  beforeEach(() => {
    count += 1;
  });

  const rows = (from = 0, to = dates.length) => dates.slice(from, to).map((date, at) => `${date},${values[from + at]}`);
  const choose = (text: string | Buffer, name = "returns.csv") =>
    page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  const badRows = () => page.getByRole("region", { name: "Rows that cannot be read" }).getByRole("listitem");

  /** The figures of the API for these returns. */
  async function expectReturns(dates: readonly string[], values: readonly number[]): Promise<void> {
    const { regression } = (
      await suite.hedgeql.hedgedPortfolio({
        portfolio: { returns: { dates: [...dates], values: [...values] } },
        benchmarks: ["sample:^GSPC"],
      })
    ).hedgedPortfolio;
    await expectFigures(page, IN_SAMPLE, { Beta: four(regression.beta), "R²": percent(regression.rSquared) });
    await eventually(() => headingOf(page).textContent()).toBe("Portfolio hedged with ^GSPC");
  }

  test("pasted: the same figures as of the symbol that they are of", async () => {
    // From the clipboard: a browser puts many lines that are typed at once into a box one by one.
    await page.evaluate((text) => navigator.clipboard.writeText(text), rows().join("\n"));
    await box.press("Control+V");
    await expectReturns(dates, values);
    await expectFigures(page, IN_SAMPLE, { Beta: "0.9934" });
    await questionOf(page).getByText("1,259 rows read, 14 May 2013 to 11 May 2018.").waitFor();
  });

  test("chosen as a file", async () => {
    await choose(rows(0, count).join("\n"));
    await expectReturns(dates.slice(0, count), values.slice(0, count));
  });

  test("dropped as a file", async () => {
    const transfer = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "returns.csv", { type: "text/csv" }));
      return transfer;
    }, rows(0, count).join("\n"));
    await box.dispatchEvent("dragover", { dataTransfer: transfer });
    await box.dispatchEvent("drop", { dataTransfer: transfer });
    await expectReturns(dates.slice(0, count), values.slice(0, count));
  });

  const swapped = (text: string) => text.replaceAll(",", ";");
  test.each([
    ["with a heading", (lines: string[]) => ["date,return", ...lines].join("\n")],
    ["with semicolons, CRLF and a byte order mark", (lines: string[]) => `\uFEFF${swapped(lines.join("\r\n"))}\r\n`],
    [
      "with tabs and quotes",
      (lines: string[]) => lines.map((line) => line.replace(/(.*),(.*)/, '"$1"\t"$2"')).join("\n"),
    ],
    ["from the newest to the oldest", (lines: string[]) => lines.toReversed().join("\n")],
    ["with blank lines", (lines: string[]) => `\n${lines.join("\n\n")}\n\n`],
  ])("%s", async (_name, write) => {
    await choose(write(rows(0, count)));
    await expectReturns(dates.slice(0, count), values.slice(0, count));
    await questionOf(page).getByText(`${count} rows read`).waitFor();
    expect(await badRows().count()).toBe(0);
  });

  test("as percentages, which it says", async () => {
    const rounded = values.slice(0, count).map((value) => Number((value * 100).toFixed(3)));
    await choose(rounded.map((value, at) => `${dates[at]},${value}%`).join("\n"));
    await questionOf(page)
      .getByText(/percent signs: divided by 100/)
      .waitFor();
    await expectReturns(
      dates.slice(0, count),
      rounded.map((value) => Number((value / 100).toPrecision(12))),
    );
  });

  test("with bad rows: which rows, why, and nothing is analysed until one has decided", async () => {
    const before = asksOf(opened).length;
    const good = rows(0, count);
    const bad = [
      ["03/04/2013,0.01", "could be day/month or month/day"],
      ["2013-02-30,0.01", "is not in the calendar"],
      ["2013-02-04,NaN", "is not a number"],
      ["2013-02-05,", "has no value"],
      ["2013-02-06,abc", "is not a number"],
      ["2013-02-07,1%", "percent sign"],
      [good[10], "repeats the date of row 12"],
      ["lonely", "one column"],
      ["2013-02-08,0.01,0.02", "3 columns"],
      ['<img src=x onerror="alert(1)">,0.01', "no date"],
    ];
    await choose(["date,return", ...good, ...bad.map(([row]) => row)].join("\n"));
    await eventually(() => badRows().count()).toBe(bad.length);
    const said = await badRows().allTextContents();
    bad.forEach(([text, reason], at) => {
      expect(said[at]).toContain(`Row ${count + 2 + at}: ${text}`);
      expect(said[at]).toContain(reason);
    });
    expect(await box.getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator("img[src=x]").count()).toBe(0);
    expect(asksOf(opened).slice(before)).toEqual([]);

    await page.getByRole("button", { name: "Leave these 10 rows out" }).click();
    await expectReturns(dates.slice(0, count), values.slice(0, count));
    await answerOf(page).getByText("10 rows of your returns left out, as you chose.").waitFor();
    expect(page.url()).toContain("bad-rows=leave-out");
  });

  test("after leaving rows out, a new bad row is asked about again", async () => {
    await box.fill([...rows(0, 50), "2013-02-06,abc"].join("\n"));
    await page.getByRole("button", { name: "Leave this row out" }).click();
    await expectReturns(dates.slice(0, 50), values.slice(0, 50));
    await box.fill([...rows(0, 60), "2013-02-06,abc", "2013-02-07,def"].join("\n"));
    await page.getByRole("button", { name: "Leave these 2 rows out" }).waitFor();
    await answerOf(page)
      .getByText(/nothing is asked/i)
      .waitFor();
  });

  test("bad rows mended in the box are analysed by themselves", async () => {
    await box.fill([...rows(0, 40), "2013-02-06,abc"].join("\n"));
    await eventually(() => badRows().count()).toBe(1);
    await box.fill(rows(0, 40).join("\n"));
    await expectReturns(dates.slice(0, 40), values.slice(0, 40));
    expect(await badRows().count()).toBe(0);
  });
});
