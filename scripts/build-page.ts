/**
 * Builds the page into `packages/dashboard/dist`, compressed for every browser, whatever is there: `pnpm build:page`.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "vite";
import { BUILT_FROM, hashPageInputs, pageFolderOf } from "./page-inputs.ts";

/** What does not come compressed by itself, and is more than a packet. */
const COMPRESSIBLE = /\.(html|js|css|json|map|webmanifest|txt|svg|ico)$/;
const MIN_BYTES = 1_024;

// Whatever the caller's is: it decides which React is bundled.
process.env.NODE_ENV = "production";

const root = new URL("../", import.meta.url);
const dashboard = fileURLToPath(new URL("packages/dashboard/", root));
// In a folder that git and the tools ignore, of the same file system: a build shows when it is whole, or not at all.
const fresh = join(dashboard, "node_modules", `.page-${process.pid}`);
const retired = `${fresh}-retired`;
try {
  const builtFrom = await hashPageInputs(root);
  await mkdir(fresh, { recursive: true });
  await build({ root: dashboard, logLevel: "warn", build: { outDir: fresh, emptyOutDir: true } });
  await compressAll(fresh);
  await writeFile(join(fresh, BUILT_FROM), builtFrom);
  await replaceFolder(fileURLToPath(pageFolderOf(root)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await Promise.all([fresh, retired].map((folder) => rm(folder, { recursive: true, force: true })));
}

/** Once a build and not at every start, so the slowest and smallest compression may be taken. */
async function compressAll(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name));
  await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = join(parentPath, name);
      const content = await readFile(file);
      if (content.length < MIN_BYTES) return;
      const brotli = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } };
      await writeFile(`${file}.br`, await promisify(brotliCompress)(content, brotli));
      await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }));
    }),
  );
}

/** Puts the new folder where the old one is. Another build may do so at the same time: the last one stays. */
async function replaceFolder(folder: string): Promise<void> {
  for (let attempts = 0; ; attempts++) {
    await rm(retired, { recursive: true, force: true });
    await rename(folder, retired).catch(unlessMissing);
    try {
      return await rename(fresh, folder);
    } catch (error) {
      if (attempts === 20) throw error;
    }
  }
}

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}
