import { readFile } from "node:fs/promises";
import { formatDate, parseDate } from "@hedgeql/core";
import { describe, expect, test } from "vitest";
import { describePriceSource, failureOf } from "./price-source.contract.ts";
import { createSampleSource } from "./sample.ts";

const manifest = JSON.parse(await readFile(new URL("../../../sample-data/manifest.json", import.meta.url), "utf8")) as {
  assets: { symbol: string; name: string; currency: string; exchange: string }[];
};

describePriceSource("The bundled sample", async () => ({
  source: createSampleSource(),
  symbol: "AAPL",
  spellings: ["aapl", "Aapl"],
  unknown: "TSLA",
  partOfName: "ple in",
  beginning: "aa",
}));

describe("the bundled sample", () => {
  const source = createSampleSource();
  const datesOf = async (symbol: string) => Array.from((await source.fetch(symbol)).prices.dates, formatDate);

  test.each(manifest.assets)("has $symbol", async ({ symbol, name, currency, exchange }) => {
    const instrument = await source.fetch(source.canonical(symbol));
    expect(instrument).toMatchObject({ symbol, name, currency, exchange });
    expect(instrument.prices.dates.length).toBeGreaterThan(60);
    expect(instrument.prices.adjustedCloses.every((price) => price > 0)).toBe(true);
  });

  test("has AAPL daily from 2013-05-13 to 2018-05-11", async () => {
    const { prices } = await source.fetch("AAPL");
    const dates = await datesOf("AAPL");
    expect(dates).toHaveLength(1260);
    expect([dates[0], dates.at(-1)]).toEqual(["2013-05-13", "2018-05-11"]);
    expect([prices.adjustedCloses[0], prices.adjustedCloses.at(-1)]).toEqual([50.961628, 188.589996]);
  });

  test("has ^GSPC daily from 2000-01-03 to 2020-04-17", async () => {
    const dates = await datesOf("^GSPC");
    expect(dates).toHaveLength(5105);
    expect([dates[0], dates.at(-1)]).toEqual(["2000-01-03", "2020-04-17"]);
  });

  test.each(["MSFT", "AMZN", "IBM", "GOOG", "AAPL"])(
    "dates each month of %s-MONTHLY by the index's last trading date in it",
    async (stock) => {
      const trading = await datesOf("^GSPC");
      const lastOfMonth = new Map(trading.map((date) => [date.slice(0, 7), date]));
      const months = await datesOf(`${stock}-MONTHLY`);
      // The last row was taken in the middle of its month.
      expect(months.at(-1)).toBe("2010-03-09");
      for (const date of months.slice(0, -1)) expect(date).toBe(lastOfMonth.get(date.slice(0, 7)));
      expect(trading).toContain(months.at(-1));
    },
  );

  test("names what it has when it is asked for something else", async () => {
    const error = await failureOf(source.fetch("TSLA"));
    expect(error.message).toContain("sample:AAPL");
    expect(error.details.symbols).toEqual(manifest.assets.map(({ symbol }) => `sample:${symbol}`));
  });

  test.each([
    "",
    "../manifest",
    "__proto__",
    "constructor",
    "AAPL.csv",
    "ibm-monthly\u0131",
    "\u017Fample",
    "m\u017Fft-monthly",
  ])("does not have %j", async (symbol) => {
    expect(await failureOf(source.fetch(source.canonical(symbol)))).toMatchObject({ code: "UNKNOWN_SYMBOL" });
  });

  test("is found with its dates and what it is", async () => {
    const [index] = await source.search("price index", { limit: 10 });
    expect(index).toEqual({
      symbol: "^GSPC",
      name: "S&P 500 price index, without dividends",
      exchange: "SNP",
      kind: "INDEX",
      firstDate: parseDate("2000-01-03"),
      lastDate: parseDate("2020-04-17"),
    });
    expect(await source.search("", { limit: 50 })).toHaveLength(manifest.assets.length);
  });

  test("asks nobody", () => {
    expect(source).toMatchObject({ name: "SAMPLE", prefix: "sample", remote: false });
  });
});
