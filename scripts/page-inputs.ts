import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** What the page is built from, beside what the lock file fixes. */
const INPUTS = [
  "packages/dashboard",
  "packages/sdk/src",
  "packages/sdk/package.json",
  "scripts/build-page.ts",
  "pnpm-lock.yaml",
  "tsconfig.json",
];

/** Where the built page says what it was built from. */
export const BUILT_FROM = ".built-from";

export const pageFolderOf = (root: URL) => new URL("packages/dashboard/dist/", root);

/** Whether the built page is that of the sources. */
export async function isPageCurrent(root: URL): Promise<boolean> {
  const [inputs, built] = await Promise.all([
    hashPageInputs(root),
    readFile(new URL(BUILT_FROM, pageFolderOf(root)), "utf8").catch(() => null),
  ]);
  return inputs === built;
}

/** A hash of everything that can change the page: names and contents, and no dates, which a clone makes new. */
export async function hashPageInputs(root: URL): Promise<string> {
  const base = fileURLToPath(root);
  const files = (await Promise.all(INPUTS.map((input) => filesOf(join(base, input))))).flat().sort();
  const hash = createHash("sha256");
  for (const file of files) {
    const content = await readFile(file);
    hash.update(`${relative(base, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOTDIR") return null;
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (entries === null) return [path];
  const inside = entries.filter(({ name }) => !/^(node_modules|dist)$|\.test\.tsx?$/.test(name));
  return (await Promise.all(inside.map(({ name }) => filesOf(join(path, name))))).flat();
}
