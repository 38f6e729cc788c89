/**
 * Runs an example: `pnpm example hedge-one-stock --symbol sample:AAPL`. The examples are plain SDK scripts that take the
 * server's address from HEDGEQL_URL. Where nothing is set and nothing listens at the default address, a server is started
 * for as long as the example runs.
 */
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type RunningServer, startServer } from "./running-server.ts";

const DEFAULT_URL = "http://127.0.0.1:4000/graphql";
const folder = new URL("../examples/", import.meta.url);

/** Short ones, to copy from. What else is in the folder and no report is a part of them. */
const SCRIPTS = {
  "hedge-one-stock": "beta, the order that removes it, and what such orders did",
  "hedge-a-book": "holdings, two benchmarks, two instruments",
  "screen-a-list": "many symbols by beta or by the t of alpha, also as CSV",
  "own-returns-from-csv": "returns of your own, checked row by row",
  "compare-estimators": "the same walk by several estimators, ranked",
  "live-prices": "prices of Yahoo, and what to do where there are none",
};
const reports = readdirSync(folder).flatMap((file) => /^([a-z-]+-report)\.ts$/.exec(file)?.[1] ?? []);

const [name = "", ...args] = process.argv.slice(2);
if (!Object.hasOwn(SCRIPTS, name) && !reports.includes(name)) {
  const scripts = Object.entries(SCRIPTS).map(([script, about]) => `  ${script.padEnd(22)}${about}`);
  console.error(`Usage: pnpm example NAME [options]; NAME --help lists them. NAME is one of
${scripts.join("\n")}
or a report, one of: ${reports.join(", ")}`);
  process.exit(2);
}

let server: RunningServer | undefined;
let url = process.env.HEDGEQL_URL;
if (url === undefined && (await answers(DEFAULT_URL))) url = DEFAULT_URL;
if (url === undefined) {
  server = await startServer();
  url = server.url;
}

const script = fileURLToPath(new URL(`${name}.ts`, folder));
const example = spawn(process.execPath, [script, ...args], {
  stdio: "inherit",
  env: { ...process.env, HEDGEQL_URL: url },
});
// Ctrl-C reaches the example by itself: it may have something to say before it ends.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => example.kill("SIGTERM"));
example.on("exit", (code) => {
  server?.process.kill("SIGTERM");
  process.exitCode = code ?? 1;
});

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(new URL("/health", address), { signal: AbortSignal.timeout(1_000) });
    return response.ok;
  } catch {
    return false;
  }
}
