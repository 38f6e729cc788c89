import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsdown";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** What stands behind `index`, and behind `testing` too, which the bundler would call by the name of its folder. */
const CHUNKS: Readonly<Record<string, string>> = { src: "client.js", "index.d": "client.d.ts" };

/**
 * Builds every entry point of the package into a folder, as ES modules with their types. Not minified: bundlers do that,
 * and in a stack trace names are worth more than bytes.
 */
export async function buildPackage(outDir: string): Promise<void> {
  await build({
    cwd: folder,
    config: false,
    entry: await entryPoints(),
    outDir,
    format: "esm",
    // Nothing of Node's: the package runs wherever there is `fetch`.
    platform: "neutral",
    target: "es2022",
    dts: true,
    // What entry points share keeps its names, for those who read a stack trace or compare two versions.
    hash: false,
    outputOptions: { minifyInternalExports: false, chunkFileNames: ({ name }) => CHUNKS[name] ?? "[name].js" },
    logLevel: "warn",
    failOnWarn: true,
    suppressWarnings: "TypeScript 7.0 does not yet have a stable API",
  });
}

/** What `package.json` exports from the sources: `{ index: "src/index.ts", testing: "src/testing/index.ts" }`. */
async function entryPoints(): Promise<Record<string, string>> {
  const { exports } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {
    exports: Record<string, string>;
  };
  const sources = Object.entries(exports).filter(([, file]) => file.endsWith(".ts"));
  return Object.fromEntries(sources.map(([name, file]) => [name === "." ? "index" : name.slice(2), file]));
}
