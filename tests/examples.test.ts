import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "./running-server.ts";

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL("../scripts/example.ts", import.meta.url));

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function example(args: string[], url = server.url): Promise<Outcome> {
  const env = { PATH: process.env.PATH, HEDGEQL_URL: url };
  return run(process.execPath, [SCRIPT, ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: Outcome) => ({ code, stdout, stderr }),
  );
}

describe("hedge-report", () => {
  test("prints the four steps with the golden figures", async () => {
    const { code, stdout, stderr } = await example(["hedge-report"]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    for (const step of ["1. The sample", "2. Regression", "3. The hedge", "4. Verification"])
      expect(stdout).toContain(step);
    expect(stdout).toMatch(/2013-05-13 to 2018-05-11/);
    expect(stdout).toMatch(/alpha +0\.000712 +0\.000351 +2\.03 +0\.0425/);
    expect(stdout).toMatch(/sample:\^GSPC +0\.993392 +0\.044397 +22\.37 +<0\.0001 +0\.906290 to 1\.080493/);
    expect(stdout).toMatch(/sell short 0\.9934/);
    expect(stdout).toMatch(/Variance removed +28\.5 %/);
    expect(stdout).not.toMatch(/NaN|undefined|null/);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThan(100);
  });

  test("for several benchmarks, a period and an interval", async () => {
    const args = "hedge-report --symbol sample:MSFT-MONTHLY --benchmark sample:^GSPC --benchmark sample:IBM-MONTHLY";
    const { code, stdout } = await example([...args.split(" "), "--start", "2002-01-01", "--interval", "MONTH"]);
    expect(code).toBe(0);
    expect(stdout).toContain("2002-01-31 to 2010-02-26");
    expect(stdout).toContain("one a month");
    expect(stdout).toContain("Warning:");
  });

  test.each([
    ["an unknown symbol", ["--symbol", "sample:NOBODY"], /^UNKNOWN_SYMBOL: .*NOBODY/],
    ["an impossible date", ["--start", "2014-02-30"], /^BAD_INPUT: .*2014-02-30/],
    ["an unknown interval", ["--interval", "YEAR"], /YEAR/],
    ["an unknown option", ["--symbl", "X"], /--symbl.*[\s\S]*Usage:/],
  ])("%s: a sentence on the error output, and a code that is not 0", async (_, args, message) => {
    const { code, stdout, stderr } = await example(["hedge-report", ...args]);
    expect(code).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n +at /);
  });

  test("a server that cannot be reached", async () => {
    const { code, stderr } = await example(["hedge-report"], "http://127.0.0.1:9/graphql");
    expect(code).toBe(1);
    expect(stderr).toBe("NETWORK_ERROR: the server cannot be reached\n");
  });
});

test("an example that is not there: the list of those that are", async () => {
  const { code, stderr } = await example(["nothing"]);
  expect(code).toBe(2);
  expect(stderr).toContain("hedge-report");
});
