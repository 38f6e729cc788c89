import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BUILDING = /building the page/;

let tree: string;
const at = (path: string) => join(tree, path);

function write(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

/** A page of one word, long enough to be worth compressing, that says for which React it was built. */
const page = (word: string) =>
  `console.log("mode", process.env.NODE_ENV, ${JSON.stringify(`${word} `.repeat(1_000))});`;

/** What `pnpm start` runs, beside a page and a server that are small. */
beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), "hedgeql-start-"));
  for (const name of readdirSync(join(ROOT, "scripts"))) cpSync(join(ROOT, "scripts", name), at(`scripts/${name}`));
  symlinkSync(join(ROOT, "node_modules"), at("node_modules"));
  write("package.json", '{ "type": "module" }');
  write("pnpm-lock.yaml", "");
  write("packages/sdk/src/index.ts", 'export const sdk = "sdk";\n');
  write("packages/server/src/main.ts", 'console.log("listening");\nprocess.exitCode = 3;\n');
  write("packages/dashboard/package.json", '{ "type": "module" }');
  write("packages/dashboard/index.html", '<!doctype html><script type="module" src="/src/main.ts"></script>');
  write("packages/dashboard/src/main.ts", page("first"));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

async function start(): Promise<{ code: number; stdout: string; stderr: string }> {
  // NODE_ENV as a developer's shell may have it.
  const env = { PATH: process.env.PATH, NODE_ENV: "development" };
  const child = spawn(process.execPath, [at("scripts/start.ts")], { env, stdio: ["ignore", "pipe", "pipe"] });
  const written = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].on("data", (chunk) => {
      written[stream] += chunk;
    });
  }
  const [code] = (await once(child, "close")) as [number];
  return { code, ...written };
}

/** The script that the built page loads, and that the browser gets by each encoding. */
function builtScript(): string {
  const html = readFileSync(at("packages/dashboard/dist/index.html"), "utf8");
  const [, path] = /src="(\/assets\/[^"]+\.js)"/.exec(html) ?? [];
  const file = at(`packages/dashboard/dist${path}`);
  const text = readFileSync(file, "utf8");
  expect(brotliDecompressSync(readFileSync(`${file}.br`)).toString()).toBe(text);
  expect(gunzipSync(readFileSync(`${file}.gz`)).toString()).toBe(text);
  return text;
}

const identity = () => readFileSync(at("packages/dashboard/dist/.built-from"), "utf8");

describe("pnpm start", () => {
  test("builds a page that is missing, then is the server: nothing else on stdout, and its exit code", async () => {
    const { code, stdout, stderr } = await start();
    expect(stderr).toMatch(BUILDING);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "listening\n" });
    expect(builtScript()).toContain("first first");
    expect(builtScript()).toMatch(/mode.,.production/);
    expect(readdirSync(at("packages/dashboard/node_modules")).filter((name) => name.startsWith(".page-"))).toEqual([]);
  });

  test("builds nothing where nothing has changed but tests", async () => {
    write("packages/dashboard/src/main.test.ts", "// a test");
    expect(await start()).toEqual({ code: 3, stdout: "listening\n", stderr: "" });
  });

  test.each(["packages/dashboard/public/robots.txt", "packages/sdk/src/index.ts", "pnpm-lock.yaml"])(
    "builds again where %s has changed",
    async (path) => {
      const before = identity();
      write(path, "// changed");
      expect((await start()).stderr).toMatch(BUILDING);
      expect(identity()).not.toBe(before);
    },
  );

  test("a page that cannot be built is said, and stops neither the server nor the page that was there", async () => {
    write("packages/dashboard/src/main.ts", "const = broken");
    const { code, stdout, stderr } = await start();
    expect({ code, stdout }).toEqual({ code: 3, stdout: "listening\n" });
    expect(stderr).toContain("could not be built (the build ended with 1); going on as it was built before");
    expect(stderr).toContain("main.ts");
    expect(builtScript()).toContain("first first");
  });

  test("three at once leave one whole page", async () => {
    write("packages/dashboard/src/main.ts", page("second"));
    for (const { code, stdout } of await Promise.all([start(), start(), start()])) {
      expect({ code, stdout }).toEqual({ code: 3, stdout: "listening\n" });
    }
    expect(builtScript()).toContain("second second");
    expect(await start()).toMatchObject({ stderr: "" });
  });
});
