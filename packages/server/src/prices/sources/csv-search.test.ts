import { mkdir, mkdtemp, rm, symlink, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createCsvSource } from "./csv.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hedgeql-csv-search-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, text = "date,adjustedClose\n2024-01-02,100\n") => writeFile(join(folder, name), text);

async function found(text: string, limit = 50): Promise<string[]> {
  return (await createCsvSource(folder).search(text, { limit })).map(({ symbol }) => symbol);
}

test("files are listed by name, and nothing is said that would need reading them", async () => {
  for (const name of ["zeta.csv", "MyFund.csv", "alpha.csv"]) await put(name);
  expect(await found("")).toEqual(["MyFund", "alpha", "zeta"]);
  const [match] = await createCsvSource(folder).search("myfund", { limit: 1 });
  const unsaid = { exchange: null, kind: null, firstDate: null, lastDate: null };
  expect(match).toEqual({ symbol: "MyFund", name: "MyFund", ...unsaid });
});

test("what the source refuses by its name is not listed, nor what is no CSV file", async () => {
  const refused = [".hidden.csv", "my fund.csv", "fünd.csv", "-dash.csv", ".csv", `${"x".repeat(65)}.csv`];
  for (const name of [...refused, "notes.txt", "fund.csv.bak", "fund.CSV", "good.csv"]) await put(name);
  expect(await found("")).toEqual(["good"]);
});

test("folders and links are not listed", async () => {
  await put("real.csv");
  await mkdir(join(folder, "folder.csv"));
  await mkdir(join(folder, "deeper"));
  await writeFile(join(folder, "deeper", "below.csv"), "");
  await symlink(join(folder, "real.csv"), join(folder, "link.csv"));
  await symlink("/etc/passwd", join(folder, "outside.csv"));
  await symlink(join(folder, "gone"), join(folder, "broken.csv"));
  expect(await found("")).toEqual(["real"]);
});

test("a file that cannot be used costs the search nothing: whoever asks for it is told", async () => {
  await put("empty.csv", "");
  await put("binary.csv", "\0\u0001\u0002");
  await put("good.csv");
  expect(await found("")).toEqual(["binary", "empty", "good"]);
});

test("files that come and go are seen at once", async () => {
  const source = createCsvSource(folder);
  const names = async () => (await source.search("fund", { limit: 50 })).map(({ symbol }) => symbol);
  expect(await names()).toEqual([]);
  await put("fund.csv");
  expect(await names()).toEqual(["fund"]);
  await unlink(join(folder, "fund.csv"));
  expect(await names()).toEqual([]);
});

test("a folder that does not exist has no files, and neither has what is no folder", async () => {
  const search = (path: string) => createCsvSource(path).search("", { limit: 50 });
  expect(await search(join(folder, "missing"))).toEqual([]);
  await put("file");
  expect(await search(join(folder, "file"))).toEqual([]);
  expect(await search("\0")).toEqual([]);
});

test("of a folder with more files than it looks at, a search finds among some", async () => {
  const names = Array.from({ length: 30 }, (_, i) => `fund-${i}`);
  for (const name of names) await put(`${name}.csv`);
  const source = createCsvSource(folder, { maxEntries: 20 });
  expect(await source.search("fund", { limit: 50 })).toHaveLength(20);
  expect(await source.search("fund", { limit: 5 })).toHaveLength(5);
  expect((await source.fetch("fund-29")).symbol).toBe("fund-29");
});
