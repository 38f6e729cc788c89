/**
 * Runs an example: `pnpm example hedge-report --symbol TSLA`. The examples are plain SDK scripts that take the server's
 * address from HEDGEQL_URL. Where nothing is set and nothing listens at the default address, a server is started for as
 * long as the example runs.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type RunningServer, startServer } from "./running-server.ts";

const DEFAULT_URL = "http://127.0.0.1:4000/graphql";
const folder = new URL("../examples/", import.meta.url);

const [name = "", ...args] = process.argv.slice(2);
const script = new URL(`${name}.ts`, folder);
if (!/^[a-z-]+$/.test(name) || !existsSync(script)) {
  const names = readdirSync(folder).flatMap((file) => /^([a-z-]+)\.ts$/.exec(file)?.[1] ?? []);
  console.error(`Usage: pnpm example NAME [options], where NAME is one of: ${names.join(", ")}`);
  process.exit(2);
}

let server: RunningServer | undefined;
let url = process.env.HEDGEQL_URL;
if (url === undefined && (await answers(DEFAULT_URL))) url = DEFAULT_URL;
if (url === undefined) {
  server = await startServer();
  url = server.url;
}

const example = spawn(process.execPath, [fileURLToPath(script), ...args], {
  stdio: "inherit",
  env: { ...process.env, HEDGEQL_URL: url },
});
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
