import { execFile } from "node:child_process";
import { cp, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NOT_COPIED = new Set(
  ["node_modules", "dist", "reference", "schema.graphql"].map((file) => `packages/sdk/${file}`),
);

/**
 * Makes the package by the command of its README, and gives the path of the tarball. In a copy of the sources, so that
 * tests side by side do not build into one folder while another packs it.
 */
export async function packSdk(folder: string): Promise<string> {
  const copy = join(folder, "workspace");
  const sdk = join(ROOT, "packages/sdk");
  await cp(sdk, join(copy, "packages/sdk"), {
    recursive: true,
    filter: (path) => !NOT_COPIED.has(relative(ROOT, path)),
  });
  await mkdir(join(copy, "packages/server"));
  await cp(join(ROOT, "packages/server/schema.graphql"), join(copy, "packages/server/schema.graphql"));
  for (const file of ["tsconfig.json", "LICENSE"]) await cp(join(ROOT, file), join(copy, file));
  for (const path of ["node_modules", "packages/sdk/node_modules"]) await symlink(join(ROOT, path), join(copy, path));
  await writeFile(join(copy, "package.json"), '{ "private": true }');
  await writeFile(join(copy, "pnpm-workspace.yaml"), "packages: [packages/*]\n");
  const args = ["--filter", "@hedgeql/sdk", "pack", "--pack-destination", folder];
  await promisify(execFile)("npx", ["--prefer-offline", "-y", "pnpm@12", ...args], { cwd: copy });
  const [tarball] = (await readdir(folder)).filter((file) => file.endsWith(".tgz"));
  return join(folder, tarball);
}
