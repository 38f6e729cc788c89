import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Where the package is tried, beside the workspace's own Node and TypeScript: npm packages that bring a program with them.
 * Together they are some 800 MB, which is why they are no dependencies of the workspace.
 */
export const RUNTIMES = {
  node20: "npm:node@20.20.2",
  node22: "npm:node@22.23.3",
  deno: "2.9.6",
  bun: "1.4.5",
  "@edge-runtime/vm": "5.0.0",
  workerd: "1.20261117.1",
  // The last of its major version, and the oldest that the package promises.
  "typescript5.9": "npm:typescript@5.9.3",
  "typescript5.4": "npm:typescript@5.4.5",
};

/** In a folder that git ignores and that goes with the installed packages. */
export const runtimeFolder = fileURLToPath(new URL("../../../node_modules/.cache/runtimes/", import.meta.url));

/** Written when all are there, with what they are. */
export const INSTALLED = join(runtimeFolder, "installed.json");

export function areRuntimesInstalled(): boolean {
  try {
    return readFileSync(INSTALLED, "utf8") === JSON.stringify(RUNTIMES);
  } catch {
    return false;
  }
}
