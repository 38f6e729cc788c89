import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { areRuntimesInstalled, runtimeFolder } from "../../packages/sdk/scripts/runtime-folder.ts";

/** Where everything must run, runtimes that are missing are a failure and not a reason to skip. */
export const skipRuntimes = !areRuntimesInstalled() && process.env.REQUIRE_ALL !== "1";

/** A program of the runtimes, such as `deno/deno`; throws where they are missing. */
export function runtime(path: string): string {
  if (!areRuntimesInstalled()) throw new Error("no runtimes: `pnpm runtimes` installs them");
  return join(runtimeFolder, "node_modules", path);
}

/** The Node that the workspace brings. */
export const NODE_24 = fileURLToPath(new URL("../../node_modules/node/bin/node", import.meta.url));
