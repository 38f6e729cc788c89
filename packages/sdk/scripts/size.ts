/**
 * What the package costs a page: builds it, bundles parts of it as a page would, and fails where one is too large, or
 * where a bundle holds operations that it does not name: `pnpm size`.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { operations } from "../src/index.ts";
import { buildPackage } from "./build-package.ts";
import { BUNDLERS, type BundlerName, type Size, sizeOf } from "./bundles.ts";
import { broken, operationLimits, operationsIn, PARTS } from "./size-limits.ts";

/** What a page would have, beside the built package. */
const MODULE = "page.js";

type Sizes = Readonly<Record<BundlerName, Size>>;

const names = Object.keys(BUNDLERS) as BundlerName[];
const all = operationsIn(operations.join("\n"));
const complaints: string[] = [];
const folder = await mkdtemp(join(tmpdir(), "hedgeql-size-"));
try {
  await buildPackage(folder);
  await weighParts();
  await weighOperations();
  await expectNothing();
} finally {
  await rm(folder, { recursive: true, force: true });
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;

async function weighParts(): Promise<void> {
  console.log("Bytes, minified by each bundler, and that compressed:\n");
  console.log(head("a page that names"));
  for (const { from, names, limits } of PARTS) {
    const title = names.join(" + ").replace("*", "everything");
    const sizes = await weigh(names, from);
    complaints.push(...broken(title, sizes, limits));
    console.log(row(title, sizes));
  }
}

/** What an operation adds, and what the page is then: in the last column, by the bundler that leaves more. */
async function weighOperations(): Promise<void> {
  const base = await weigh(["createRequest"]);
  console.log(`\n${head("added to createRequest by")}  brotli with createRequest`);
  for (const operation of all) {
    const page = await weigh(["createRequest", operation]);
    complaints.push(...broken(`createRequest + ${operation}`, page, operationLimits(operation)));
    const whole = Math.max(...names.map((name) => page[name].brotli));
    console.log(`${row(operation, less(page, base))}${whole.toLocaleString("en-US").padStart(27)}`);
  }
}

/** To import the package runs nothing, so that what is not used costs nothing. */
async function expectNothing(): Promise<void> {
  await writeFile(join(folder, MODULE), 'import "./index.js";');
  for (const name of names) {
    const code = await BUNDLERS[name](folder, MODULE);
    if (code.trim() !== "") complaints.push(`${name} keeps code of a package of which nothing is named: ${code}`);
  }
}

async function weigh(named: readonly string[], from = "index"): Promise<Sizes> {
  const what = named[0] === "*" ? "*" : `{ ${named.join(", ")} }`;
  await writeFile(join(folder, MODULE), `export ${what} from "./${from}.js";`);
  const expected = /^(\*|createClient)$/.test(named[0]) ? all : named.filter((name) => all.includes(name));
  const sizes = names.map(async (name) => {
    const code = await BUNDLERS[name](folder, MODULE);
    const found = operationsIn(code);
    if (`${found}` !== `${expected}`)
      complaints.push(`${named}: ${name} keeps the operations ${found}, not ${expected}`);
    return [name, sizeOf(code)];
  });
  return Object.fromEntries(await Promise.all(sizes));
}

function less(sizes: Sizes, base: Sizes): Sizes {
  const difference = (name: BundlerName, encoding: keyof Size) => sizes[name][encoding] - base[name][encoding];
  const of = (name: BundlerName) => ({
    minified: difference(name, "minified"),
    gzip: difference(name, "gzip"),
    brotli: difference(name, "brotli"),
  });
  return { rolldown: of("rolldown"), esbuild: of("esbuild") };
}

function head(title: string): string {
  const columns = names.flatMap((name) => [name, "gzip", "brotli"].map((column) => column.padStart(9)));
  return `${title.padEnd(44)}${columns.join("")}`;
}

function row(title: string, sizes: Sizes): string {
  const columns = names.flatMap((name) => [sizes[name].minified, sizes[name].gzip, sizes[name].brotli]);
  return `${title.padEnd(44)}${columns.map((bytes) => bytes.toLocaleString("en-US").padStart(9)).join("")}`;
}
