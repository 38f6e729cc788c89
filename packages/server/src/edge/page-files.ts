import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { entityTag } from "./entity-tag.ts";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  map: "application/json; charset=utf-8",
  webmanifest: "application/manifest+json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
  ico: "image/x-icon",
  woff2: "font/woff2",
};

export type PageEncoding = "br" | "gzip";

const ENDINGS: readonly (readonly [PageEncoding, string])[] = [
  ["br", ".br"],
  ["gzip", ".gz"],
];

/** Where Vite puts what has a hash of its content in its name. */
const HASHED = "/assets/";

/** One file of the built page, in memory. */
export interface PageFile {
  readonly type: string;
  readonly tag: string;
  /** What is behind its name never changes. */
  readonly immutable: boolean;
  readonly content: Buffer<ArrayBuffer>;
  /** What the build compressed, the smallest first. */
  readonly compressed: ReadonlyMap<PageEncoding, Buffer<ArrayBuffer>>;
}

/** The files by the paths that they have in addresses: a request is looked up here, and never in the file system. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/** Reads the folder of a built page, with what its build compressed (`x.js.br`, `x.js.gz`); `null`: it is not built. */
export async function readPageFiles(folder: URL): Promise<PageFiles | null> {
  for (;;) {
    const before = await identityOf(folder);
    if (before === null) return null;
    const files = await readAll(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    // A build puts a new folder in the place of the old one: half of each would be a page that does not load.
    if ((await identityOf(folder)) !== before) continue;
    return files?.has("/index.html") ? files : null;
  }
}

async function identityOf(folder: URL): Promise<string | null> {
  return await stat(folder).then(
    ({ ino, ctimeMs }) => `${ino} ${ctimeMs}`,
    () => null,
  );
}

async function readAll(folder: URL): Promise<PageFiles> {
  const root = fileURLToPath(folder);
  const contents = new Map<string, Buffer<ArrayBuffer>>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) contents.set(`/${relative(root, file).replaceAll(sep, "/")}`, await readFile(file));
  }

  const files = new Map<string, PageFile>();
  for (const [path, content] of contents) {
    const type = CONTENT_TYPES[extname(path).slice(1)];
    if (type === undefined || path.includes("/.")) continue;
    const compressed = new Map<PageEncoding, Buffer<ArrayBuffer>>();
    for (const [encoding, ending] of ENDINGS) {
      const variant = contents.get(path + ending);
      if (variant !== undefined) compressed.set(encoding, variant);
    }
    files.set(path, { type, tag: entityTag(content), immutable: path.startsWith(HASHED), content, compressed });
  }
  return files;
}
