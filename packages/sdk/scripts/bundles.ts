import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { rolldown } from "rolldown";

/** What each bundler makes of a module in a folder, minified, as a page would load it. */
export const BUNDLERS = { rolldown: byRolldown, esbuild: byEsbuild };

export type BundlerName = keyof typeof BUNDLERS;

async function byRolldown(folder: string, module: string): Promise<string> {
  const bundle = await rolldown({ cwd: folder, input: `./${module}` });
  try {
    const { output } = await bundle.generate({ format: "esm", minify: true });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}

/** The names that it chooses depend on the paths of the files, which are relative so that they are everywhere the same. */
async function byEsbuild(folder: string, module: string): Promise<string> {
  const files = { absWorkingDir: folder, entryPoints: [module] };
  const { outputFiles } = await esbuild.build({
    ...files,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return outputFiles[0].text;
}

/** In bytes. */
export interface Size {
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** As small as a server can make it that compresses a file once, and not at every request. */
export function sizeOf(code: string): Size {
  const bytes = Buffer.from(code);
  return {
    minified: bytes.length,
    gzip: gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}
