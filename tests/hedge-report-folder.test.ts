import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runExample } from "./example-run.ts";
import { type RunningServer, startServer } from "./running-server.ts";

/** Short, and so without a walk: what is in a report is no matter here. */
const QUICK = ["--start", "2018-01-01"];

let server: RunningServer;
let folder: string;
beforeAll(async () => {
  server = await startServer();
  folder = mkdtempSync(join(tmpdir(), "hedgeql-report-"));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const report = (name: string, args: string[] = QUICK) =>
  runExample(["hedge-report", ...args, "--out", join(folder, name)], server.url);

describe("the folder of a report", () => {
  test("is made, with those above it; its other files stay as they are", async () => {
    mkdirSync(join(folder, "kept"));
    writeFileSync(join(folder, "kept", "notes.txt"), "mine");
    expect((await report("kept")).code).toBe(0);
    expect(readFileSync(join(folder, "kept", "notes.txt"), "utf8")).toBe("mine");
    expect((await report("a/new one/here")).code).toBe(0);
    expect(readdirSync(join(folder, "a", "new one", "here"))).toContain("report.html");
  });

  test("is relative to where the user stands, wherever the package manager runs the script", async () => {
    const script = fileURLToPath(new URL("../scripts/example.ts", import.meta.url));
    const env = { PATH: process.env.PATH, HEDGEQL_URL: server.url, INIT_CWD: folder };
    const args = [script, "hedge-report", ...QUICK, "--out", "stood/here"];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    expect(stdout).toContain(`Open ${join(folder, "stood", "here", "report.html")} in`);
    expect(existsSync(join(folder, "stood", "here", "report.html"))).toBe(true);
  });

  test("that cannot be one: a sentence, a code that is not 0, and nothing else", async () => {
    writeFileSync(join(folder, "file"), "mine");
    mkdirSync(join(folder, "taken", "report.html"), { recursive: true });
    const cases: [name: string, reason: string][] = [
      ["file", "a file has that name"],
      ["file/below", "a part of that path is a file"],
      ["taken", "a folder has the name of one of its files"],
      ["n".repeat(300), "the name is too long"],
    ];
    for (const [name, reason] of cases) {
      const { code, stdout, stderr } = await report(name);
      expect([code, stdout, stderr]).toEqual([
        1,
        "",
        `The report cannot be written to ${join(folder, name)}: ${reason}\n`,
      ]);
    }
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("mine");
  });

  test("is not made for a question that has no answer", async () => {
    const { code, stderr } = await report("nobody", ["--symbol", "sample:NOBODY"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^UNKNOWN_SYMBOL: /);
    expect(existsSync(join(folder, "nobody"))).toBe(false);
  });
});
