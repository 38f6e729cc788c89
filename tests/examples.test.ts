import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runExample, widest } from "./example-run.ts";
import { withServer } from "./other-server.ts";
import { type RunningServer, startServer } from "./running-server.ts";

const run = promisify(execFile);
const pathOf = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const README = readFileSync(pathOf("examples/README.md"), "utf8");

/** The commands of the README, each with what it says that they print. */
const COMMANDS = [...README.matchAll(/^npx -y pnpm@12 example ([^\n]+)\n```\n\n```\n(.+?)^```/gms)].map(
  ([, command, printed]) => ({ command, args: command.split(" "), printed }),
);
const NAMES = COMMANDS.map(({ args: [name] }) => name);
const OFFLINE = COMMANDS.filter(({ command }) => command !== "live-prices");

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test("the README has each script that the command offers, and the command each report", async () => {
  const { code, stderr } = await runExample([], server.url);
  expect(code).toBe(2);
  expect(stderr.match(/^ {2}[a-z-]+/gm)?.map((name) => name.trim())).toEqual(NAMES);
  const reports = readdirSync(pathOf("examples")).flatMap((file) => /^(.+-report)\.ts$/.exec(file)?.[1] ?? []);
  expect(stderr).toContain(`one of: ${reports.join(", ")}\n`);
  expect(README.match(/\[[a-z-]+-report\]/g)?.sort()).toEqual(reports.map((name) => `[${name}]`));
});

test("what the README links to is there", () => {
  const links = [...README.matchAll(/\]\(([^)#]+)/g)].map(([, path]) => path);
  expect(links).not.toEqual([]);
  expect(links.filter((path) => !existsSync(pathOf(`examples/${path}`)))).toEqual([]);
});

test.each(OFFLINE)("$command prints what the README says, in lines of 80 characters", async ({ args, printed }) => {
  const { code, stdout } = await runExample(args, server.url);
  expect(code).toBe(0);
  // A last line that is an ellipsis says that more follows.
  const shown = printed.replace(/^…\n$/m, "");
  expect(stdout.slice(0, shown.length)).toBe(shown);
  expect(stdout.length > shown.length).toBe(shown !== printed);
  expect(widest(stdout)).toBeLessThanOrEqual(80);
  expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
  expect(stdout).not.toMatch(/[^\S\n]$/m);
});

describe.each(NAMES)("%s", (name) => {
  test("--help is its usage, and needs no server", async () => {
    const { code, stdout, stderr } = await runExample([name, "--help"], "http://127.0.0.1:9/graphql");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`Usage: pnpm example ${name} `);
    expect(widest(stdout)).toBeLessThanOrEqual(80);
    const script = readFileSync(pathOf(`examples/${name}.ts`), "utf8");
    const options = [...script.matchAll(/"?([a-z-]+)"?: (?:texts?\(|\{ type)/g)].map(([, option]) => `--${option}`);
    expect(stdout.match(/^ {2}--[a-z-]+/gm)?.map((option) => option.trim())).toEqual([...options, "--help"]);
  });

  test("an option that it does not have: its name and the usage, and 2", async () => {
    const { code, stdout, stderr } = await runExample([name, "--bananas"], server.url);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^Unknown option '--bananas'/);
    expect(stderr).toContain(`Usage: pnpm example ${name} `);
    expect(stderr).not.toMatch(/\n +at /);
  });

  test("a server that is none: one line, and 1", async () => {
    await withServer(
      (_, response) => response.writeHead(404).end("no"),
      async (url) => {
        const { code, stdout, stderr } = await runExample([name], url);
        expect([code, stdout]).toEqual([1, ""]);
        expect(stderr.trimEnd().split("\n").at(-1)).toBe(
          "HTTP_ERROR: the server answered 404 without a result or an error",
        );
        expect(stderr).not.toMatch(/\n +at /);
      },
    );
  });
});

test("a value that the API refuses: its rule and the usage, and 2", async () => {
  const { code, stderr } = await runExample(["hedge-one-stock", "--value=-5"], server.url);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^a portfolio's value must be a number above 0, got -5\n\nUsage: /);
});

test("without HEDGEQL_URL the command finds a server or starts one, and ends with the example", async () => {
  const env = { PATH: process.env.PATH, DATA_DIR: server.dataDir, YAHOO_BASE_URL: "http://127.0.0.1:9" };
  const args = [pathOf("scripts/example.ts"), "screen-a-list", "sample:AAPL", "--interval", "day"];
  const { stdout } = await run(process.execPath, args, { env });
  expect(stdout).toMatch(/^sample:AAPL +0\.993 +0\.04 +0\.07 % +2\.03 +0\.28 +1259 +2013-05-13$/m);
});

test.each([
  ["hedge-one-stock.ts", [], [], "beta   0.9934 "],
  [
    "own-returns-from-csv.ts",
    ["returns-csv.ts"],
    ["--file", pathOf("examples/data/fund-returns.csv")],
    "beta   1.238 ",
  ],
  ["own-returns-from-csv.ts", ["returns-csv.ts", "data/fund-returns.csv"], [], "beta   1.238 "],
])(
  "copied elsewhere, beside an installed SDK, %s runs by node alone, with %j and %j",
  async (script, more, args, beta) => {
    const folder = mkdtempSync(join(tmpdir(), "hedgeql-copied-"));
    try {
      for (const path of [script, "command-line.ts", "report/numbers.ts", ...more]) {
        cpSync(pathOf(`examples/${path}`), join(folder, path));
      }
      mkdirSync(join(folder, "node_modules/@hedgeql"), { recursive: true });
      symlinkSync(pathOf("packages/sdk"), join(folder, "node_modules/@hedgeql/sdk"));
      const env = { PATH: process.env.PATH, HEDGEQL_URL: server.url };
      const { stdout } = await run(process.execPath, [script, ...args], { cwd: folder, env });
      expect(stdout).toContain(beta);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

describe("a server that does not answer", () => {
  /** The script itself, which a terminal's Ctrl-C reaches. */
  const start = (url: string, ...args: string[]): ChildProcess =>
    spawn(process.execPath, [pathOf("examples/compare-estimators.ts"), ...args], {
      stdio: ["ignore", "ignore", "pipe"],
      env: { PATH: process.env.PATH, HEDGEQL_URL: url },
    });

  async function outcomeOf(child: ChildProcess): Promise<{ code: number | null; last: string | undefined }> {
    let stderr = "";
    child.stderr?.on("data", (chunk) => {
      stderr += chunk;
    });
    const [code] = (await once(child, "close")) as [number | null];
    return { code, last: stderr.trimEnd().split("\n").at(-1) };
  }

  test("the timeout ends the call", async () => {
    await withServer(
      () => {},
      async (url) => {
        const outcome = await outcomeOf(start(url, "--timeout", "0.2"));
        expect(outcome).toEqual({ code: 1, last: "TIMEOUT: no answer within 200 ms" });
      },
    );
  });

  test("Ctrl-C ends the call, and the server sees that", async () => {
    let child: ChildProcess | undefined;
    const left = Promise.withResolvers<void>();
    await withServer(
      (_, response) => {
        response.on("close", left.resolve);
        child?.kill("SIGINT");
      },
      async (url) => {
        child = start(url);
        expect(await outcomeOf(child)).toEqual({ code: 1, last: "ABORTED: the call was aborted" });
        await left.promise;
      },
    );
  });
});
