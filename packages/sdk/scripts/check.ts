/**
 * Packs the package and looks at it as its users will: publint at the manifest, attw at the types in every way that
 * TypeScript resolves a module: `npx -y pnpm@12 --filter @hedgeql/sdk check`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const BY_PNPM = "npx -y pnpm@12 --filter @hedgeql/sdk check";
const folder = mkdtempSync(join(tmpdir(), "hedgeql-check-"));
try {
  const tarball = join(folder, "sdk.tgz");
  run("npx", "--prefer-offline", "-y", "pnpm@12", "pack", "--out", tarball);
  run("publint", "run", tarball, "--strict");
  // To find an ES module is what `require` does of a package that has nothing else: Node can, from 20.19 and 22.12 on.
  // The schema is text, and has no types.
  run("attw", tarball, "--ignore-rules", "cjs-resolves-to-esm", "--exclude-entrypoints", "schema.graphql");
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(command: string, ...args: readonly string[]): void {
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const { status, error } = spawnSync(command, args, { cwd, stdio: "inherit" });
  if (error) {
    console.error(`${command} cannot be run: ${error.message}. By pnpm it is found: ${BY_PNPM}`);
  } else if (status !== 0) console.error(`${command} ended with ${status ?? "a signal"}`);
  if (status !== 0) process.exitCode = 1;
}
