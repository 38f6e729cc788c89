import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isPageCurrent, pageFolderOf } from "./page-inputs.ts";

/**
 * Builds the page where it is missing or out of date. A build that fails is said, and is no error: the API is worth
 * having without the page.
 */
export async function ensurePage(root: URL, say: (line: string) => void): Promise<void> {
  try {
    if (await isPageCurrent(root)) return;
    say("HedgeQL: building the page, which takes some seconds after a change of it ...");
    await runBuild(root);
  } catch (error) {
    const left = existsSync(pageFolderOf(root)) ? "as it was built before" : "without the page";
    say(`HedgeQL: the page could not be built (${error instanceof Error ? error.message : error}); going on ${left}`);
  }
}

/**
 * In a process of its own. The bundler takes some 100 MB, changes NODE_ENV of the process that it runs in, and writes what
 * it finds in the environment into the page: here it finds none. All that it prints goes to stderr.
 */
async function runBuild(root: URL): Promise<void> {
  const script = fileURLToPath(new URL("scripts/build-page.ts", root));
  const env = { PATH: process.env.PATH };
  const child = spawn(process.execPath, [script], { stdio: ["ignore", 2, 2], env });
  // Who stops the start stops the build with it.
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    process.exit(1);
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
  const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  process.off("SIGTERM", stop).off("SIGINT", stop);
  if (code !== 0) throw new Error(`the build ended with ${code ?? signal}`);
}
