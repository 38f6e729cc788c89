/** Installs what the package is tried on, where it is not there yet: `pnpm runtimes`. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { areRuntimesInstalled, INSTALLED, RUNTIMES, runtimeFolder } from "./runtime-folder.ts";

if (!areRuntimesInstalled()) install();
console.log(`${Object.keys(RUNTIMES).length} runtimes are in ${runtimeFolder}`);

function install(): void {
  rmSync(INSTALLED, { force: true });
  mkdirSync(runtimeFolder, { recursive: true });
  const manifest = {
    private: true,
    dependencies: RUNTIMES,
    // Their scripts put the program of this platform in place.
    allowScripts: { node: true, deno: true, bun: true, workerd: true },
  };
  writeFileSync(join(runtimeFolder, "package.json"), JSON.stringify(manifest));
  const args = ["install", "--no-audit", "--no-fund", "--no-package-lock"];
  const { status } = spawnSync("npm", args, { cwd: runtimeFolder, stdio: "inherit" });
  if (status !== 0) throw new Error("the runtimes could not be installed");
  writeFileSync(INSTALLED, JSON.stringify(RUNTIMES));
}
