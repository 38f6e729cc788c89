import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createClient } from "@hedgeql/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { flowing, runExample, widest } from "./example-run.ts";
import { type RunningServer, startServer } from "./running-server.ts";

const run = promisify(execFile);
const pathOf = (path: string) => fileURLToPath(new URL(`../examples/data/${path}`, import.meta.url));
const FUND = readFileSync(pathOf("fund-returns.csv"), "utf8");
const ROWS = FUND.trimEnd().split("\n").slice(1);

let server: RunningServer;
let folder: string;
beforeAll(async () => {
  server = await startServer();
  folder = mkdtempSync(join(tmpdir(), "hedgeql-returns-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

/** Runs the example on a file of this text. */
function runOn(text: string, ...args: string[]) {
  const file = join(folder, "returns.csv");
  writeFileSync(file, text);
  return runExample(["own-returns-from-csv", "--file", file, ...args], server.url);
}

const byDefault = () => runExample(["own-returns-from-csv"], server.url);

test("the bundled file is what the computation beside it makes", async () => {
  const env = { PATH: process.env.PATH, HEDGEQL_URL: server.url };
  const { stdout } = await run(process.execPath, [pathOf("fund-returns.ts")], { env });
  expect(stdout).toBe(FUND);
});

test("regression and rolling beta are those of the API", async () => {
  const { stdout } = await byDefault();
  const hedgeql = createClient({ url: server.url });
  const cells = ROWS.map((row) => row.split(","));
  const question = {
    portfolio: { returns: { dates: cells.map(([date]) => date), values: cells.map(([, value]) => Number(value)) } },
    benchmarks: ["sample:^GSPC"],
    period: { interval: "MONTH" },
  } as const;
  const { regression } = await hedgeql.regression(question);
  expect(stdout).toContain(`\n${regression.observations} returns, a month each`);
  expect(stdout).toContain(`beta   ${regression.beta.toFixed(3)} (`);
  const { rolling } = (await hedgeql.rollingRegression({ ...question, window: 36 })).regression;
  const [least, most] = [Math.min(...rolling.beta), Math.max(...rolling.beta)];
  const on = (beta: number) => `${beta.toFixed(3)} on ${rolling.dates.at(rolling.beta.indexOf(beta))}`;
  expect(stdout).toContain(`\n  from ${on(least)} to ${on(most)}\n`);
});

describe("the unit is what is said", () => {
  const inPercent = (sign: string) =>
    `date,return\n${ROWS.map((row) => row.replace(/,(.+)/, (_, value) => `,${(100 * value).toFixed(4)}${sign}`)).join("\n")}\n`;

  test.each(["", "%", " %"])('per cent with "%s" behind each number: the figures of the decimals', async (sign) => {
    expect(await runOn(inPercent(sign), "--unit", "percent")).toEqual(await byDefault());
  });

  test("a %-sign among decimals: each such row, and nothing is sent", async () => {
    const { code, stdout, stderr } = await runOn("date,return\n2018-05-10,0.012\n2018-05-11,1.25 %\n");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe('line 3: with decimals as the unit no return may have a %-sign, got "2018-05-11,1.25 %"\n');
  });

  test("per cent given as decimals: losses that are impossible are named, and of gains alone the API warns", async () => {
    const { code, stderr } = await runOn(inPercent(""));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^line 2: the return must not be below -100 %, .+, got "2000-02-29,-8\.6614"$/m);
    const gains = await runOn(inPercent("").replaceAll(",-", ","));
    expect(gains.code).toBe(0);
    expect(flowing(gains.stdout).split("Warnings")[1]).toContain("returns are fractions, 0.01 is 1 %");
    expect(widest(gains.stdout)).toBeLessThanOrEqual(80);
  });

  test("another unit: the rule, and 2", async () => {
    const { code, stderr } = await runOn(FUND, "--unit", "bps");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^--unit must be decimal or percent, got "bps"\n/);
  });
});

test("byte order mark, line ends of Windows and blanks around commas are no faults", async () => {
  const text = `\uFEFF${FUND.replaceAll(",", " , ").replace("date , return", "date,return").replaceAll("\n", "\r\n")}`;
  expect(await runOn(text)).toEqual(await byDefault());
});

test.each([
  ["2018-05-11,0,0125", "must be a date and a return with one comma between them"],
  ["2018-05-11", "must be a date and a return with one comma between them"],
  ["", "must be a date and a return with one comma between them"],
  ["11.05.2018,0.01", "the date must be one of the calendar, written YYYY-MM-DD"],
  ["2018-02-30,0.01", "the date must be one of the calendar, written YYYY-MM-DD"],
  ["2018-05-09,0.01", "the date must be after 2018-05-10"],
  ["2018-05-10,0.01", "the date must be after 2018-05-10"],
  ["2018-05-11,", "the return must be a number with a point, such as -0.0125"],
  ["2018-05-11,n/a", "the return must be a number with a point, such as -0.0125"],
  ["2018-05-11,0x10", "the return must be a number with a point, such as -0.0125"],
  ["2018-05-11,−0.01", "the return must be a number with a point, such as -0.0125"],
])('a row "%s": its line, the rule and its value', async (row, rule) => {
  const { code, stdout, stderr } = await runOn(`date,return\n2018-05-10,0.01\n${row}\n2018-05-14,0.01\n`);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toBe(`line 3: ${rule}, got "${row}"\n`);
});

test("another first line is a fault of its own", async () => {
  const { stderr } = await runOn("day;return\n2018-05-10,0.01\n");
  expect(stderr).toBe('line 1: must be date,return, got "day;return"\n');
});

test("a row that is no text of a person is cut short", async () => {
  const { stderr } = await runOn(`date,return\n${"x".repeat(10_000)}\n`);
  expect(stderr.length).toBeLessThan(200);
});

test("of many bad rows the first ten are named, and the rest counted", async () => {
  const { stderr } = await runOn(`date,return\n${"nonsense\n".repeat(25)}`);
  expect(stderr.trimEnd().split("\n")).toHaveLength(11);
  expect(stderr).toContain("\nand 15 more\n");
});

test("too few returns for a window: said, and the regression stands", async () => {
  const { code, stdout } = await runOn(`date,return\n${ROWS.slice(0, 20).join("\n")}`);
  expect(code).toBe(0);
  expect(stdout).toContain("\n  none: that takes 36 returns, and there are 19\n");
});

test("a file without returns is refused by the API, and one that is not there by the system", async () => {
  const empty = await runOn("date,return\n");
  expect(empty.code).toBe(2);
  expect(empty.stderr).toMatch(/^a portfolio's returns must not be empty\n/);
  const missing = await runExample(["own-returns-from-csv", "--file", join(folder, "none.csv")], server.url);
  expect(missing.code).toBe(1);
  expect(missing.stderr).toBe(`ENOENT: no such file or directory, open '${join(folder, "none.csv")}'\n`);
});
