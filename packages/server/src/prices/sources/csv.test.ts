import { mkdir, mkdtemp, rm, unlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatDate } from "@hedgeql/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCsvSource } from "./csv.ts";
import { describePriceSource, failureOf } from "./price-source.contract.ts";

let parent: string;
let folder: string;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "hedgeql-csv-"));
  folder = join(parent, "csv");
  await mkdir(folder);
});

afterAll(() => rm(parent, { recursive: true }));

const FUND = "date,adjustedClose\n2024-01-02,100\n2024-01-03,101.5\n2024-01-04,99.25\n";

describePriceSource("The CSV folder", async () => {
  const own = await mkdtemp(join(parent, "contract-"));
  for (const name of ["a-contract", "contract", "contract-2", "other"]) await writeFile(join(own, `${name}.csv`), FUND);
  const names = { partOfName: "tract", beginning: "con" };
  return { source: createCsvSource(own), symbol: "contract", spellings: [], unknown: "nothere", ...names };
});

describe("the CSV folder", () => {
  test("gives a file as an instrument of its name", async () => {
    await writeFile(join(folder, "my.fund-2_A.csv"), FUND);
    const { prices, ...about } = await createCsvSource(folder).fetch("my.fund-2_A");
    expect(about).toEqual({ symbol: "my.fund-2_A", name: "my.fund-2_A", currency: null, exchange: null });
    expect(Array.from(prices.dates, formatDate)).toEqual(["2024-01-02", "2024-01-03", "2024-01-04"]);
    expect([...prices.adjustedCloses]).toEqual([100, 101.5, 99.25]);
  });

  test("keeps a file's letters as they are: file names differ by case", () => {
    expect(createCsvSource(folder).canonical("MyFund")).toBe("MyFund");
  });

  test("names the file and the line of a bad row", async () => {
    await writeFile(join(folder, "bad.csv"), "date,adjustedClose\n2024-01-02,100\n2024-01-03,abc\n");
    const error = await failureOf(createCsvSource(folder).fetch("bad"));
    expect(error).toMatchObject({ code: "BAD_INPUT", isOutage: false, details: { symbol: "csv:bad", line: 3 } });
    expect(error.message).toBe("bad.csv, line 3: a price must be a number, got abc");
  });

  test("says that a file is empty", async () => {
    await writeFile(join(folder, "empty.csv"), "");
    const error = await failureOf(createCsvSource(folder).fetch("empty"));
    expect(error).toMatchObject({ code: "BAD_INPUT" });
    expect(error.message).toBe("empty.csv, line 1: the file is empty");
  });

  test("reads a file again when it changes, also when its size stays", async () => {
    const path = join(folder, "changing.csv");
    const source = createCsvSource(folder);
    await writeFile(path, FUND);
    await utimes(path, 1_700_000_000, 1_700_000_000);
    const first = await source.fetch("changing");
    await writeFile(path, FUND.replace("99.25", "77.25"));
    await utimes(path, 1_700_000_000, 1_700_000_001);
    const second = await source.fetch("changing");
    expect(first.prices.adjustedCloses[2]).toBe(99.25);
    expect(second.prices.adjustedCloses[2]).toBe(77.25);
  });

  test("reads a file again when its size changes within one tick of the file's clock", async () => {
    const path = join(folder, "growing.csv");
    const source = createCsvSource(folder);
    await writeFile(path, FUND);
    await utimes(path, 1_700_000_000, 1_700_000_000);
    await source.fetch("growing");
    await writeFile(path, `${FUND}2024-01-05,98\n`);
    await utimes(path, 1_700_000_000, 1_700_000_000);
    expect((await source.fetch("growing")).prices.dates).toHaveLength(4);
  });

  test("does not read a file again that has not changed", async () => {
    await writeFile(join(folder, "steady.csv"), FUND);
    const source = createCsvSource(folder);
    expect(await source.fetch("steady")).toBe(await source.fetch("steady"));
  });

  test("no longer knows a file that was removed, and is right again once a broken one is mended", async () => {
    const path = join(folder, "passing.csv");
    const source = createCsvSource(folder);
    await writeFile(path, FUND);
    await source.fetch("passing");
    await unlink(path);
    expect(await failureOf(source.fetch("passing"))).toMatchObject({ code: "UNKNOWN_SYMBOL" });
    await writeFile(path, "date,close\n");
    expect(await failureOf(source.fetch("passing"))).toMatchObject({ code: "BAD_INPUT" });
    await writeFile(path, FUND);
    expect((await source.fetch("passing")).prices.dates).toHaveLength(3);
  });

  test.each([
    "../secret",
    "..",
    ".",
    ".hidden",
    "a/b",
    "a\\b",
    "/etc/passwd",
    "C:fund",
    "fund\0",
    "fund name",
    "fünd",
    "x".repeat(65),
    "",
  ])("refuses %j as a file name", async (symbol) => {
    const source = createCsvSource(folder);
    const error = await failureOf(Promise.resolve().then(() => source.canonical(symbol)));
    expect(error).toMatchObject({ code: "UNKNOWN_SYMBOL", isOutage: false });
    expect(error.message.length).toBeLessThan(250);
  });

  test("does not show a file that lies outside the folder", async () => {
    await writeFile(join(parent, "outside.csv"), FUND);
    const source = createCsvSource(folder);
    await expect(async () => source.fetch(source.canonical("../outside"))).rejects.toMatchObject({
      code: "UNKNOWN_SYMBOL",
    });
  });

  test("does not take a folder for a file", async () => {
    await mkdir(join(folder, "folder.csv"));
    expect(await failureOf(createCsvSource(folder).fetch("folder"))).toMatchObject({ code: "UNKNOWN_SYMBOL" });
  });

  test("knows no symbol when the folder does not exist", async () => {
    const source = createCsvSource(join(parent, "missing"));
    expect(await failureOf(source.fetch("fund"))).toMatchObject({ code: "UNKNOWN_SYMBOL" });
  });

  test("names the file that it lacks, and knows a symbol that was written with the file's ending", async () => {
    const source = createCsvSource(folder);
    const absent = await failureOf(source.fetch("absent"));
    expect(absent).toMatchObject({ code: "UNKNOWN_SYMBOL", details: { symbol: "csv:absent" } });
    expect(absent.message).toBe("no file csv/absent.csv in the data folder");
    await writeFile(join(folder, "ending.csv"), FUND);
    const { message } = await failureOf(source.fetch("ending.csv"));
    expect(message).toBe("no file csv/ending.csv.csv in the data folder: leave out .csv");
    const neither = await failureOf(source.fetch("absent.csv"));
    expect(neither.message).toBe("no file csv/absent.csv.csv in the data folder");
  });

  test("asks nobody", () => {
    expect(createCsvSource(folder)).toMatchObject({ name: "CSV", prefix: "csv", remote: false });
  });
});
