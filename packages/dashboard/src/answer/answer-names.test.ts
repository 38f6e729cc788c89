import { expect, test } from "vitest";
import type { Numbers } from "../server/answers.ts";
import { portfolioName, sampleNotice, tradeOf } from "./answer-names.ts";
import { beta } from "./formats.ts";

type Asset = Numbers["provenance"]["assets"][number];
const asset = (symbol: string, source: Asset["source"]) => ({ symbol, source }) as Asset;
const notice = (assets: readonly Asset[], firstDate = "2013-05-13", lastDate = "2018-05-11") =>
  sampleNotice({ provenance: { assets, firstDate, lastDate } as Numbers["provenance"] });

test("sample data is said to be that, with the years that were used", () => {
  const both = [asset("sample:AAPL", "SAMPLE"), asset("sample:^GSPC", "SAMPLE")];
  expect(notice(both)).toBe("Sample data: real prices of 2013–2018, bundled with the server; not current.");
  expect(notice(both, "2014-01-02", "2014-12-31")).toContain("prices of 2014, bundled");
  expect(notice([asset("TSLA", "YAHOO"), asset("sample:^GSPC", "SAMPLE")])).toContain("Sample data (sample:^GSPC):");
  expect(notice([asset("TSLA", "YAHOO")])).toBeUndefined();
});

test("a negative ratio is bought", () => {
  expect(tradeOf({ symbol: "sample:^GSPC", ratio: 0.99339 }, beta)).toBe("sell short 0.9934 of ^GSPC");
  expect(tradeOf({ symbol: "SPY", ratio: -0.25 }, beta)).toBe("buy 0.2500 of SPY");
});

test("a portfolio that is no symbol has a name too", () => {
  expect(portfolioName({ unhedged: { symbol: null } })).toBe("Portfolio");
  expect(portfolioName({ unhedged: { symbol: "sample:AAPL" } })).toBe("AAPL");
});
