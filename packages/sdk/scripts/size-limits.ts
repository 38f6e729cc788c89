import type { BundlerName, Size } from "./bundles.ts";

/** How few bytes something must take, bundled so and compressed so. */
export interface Limit {
  readonly bundler: BundlerName;
  readonly encoding: keyof Size;
  readonly under: number;
}

/** What a page may name of the package, and what it may cost. `*` is everything. */
export interface Part {
  /** The entry point. */
  readonly from: "index" | "documents";
  readonly names: readonly string[];
  readonly limits: readonly Limit[];
}

/** Of one encoding, which every browser takes, and by both bundlers: esbuild leaves a little more than rolldown. */
function brotli(under: number): readonly Limit[] {
  return [
    { bundler: "rolldown", encoding: "brotli", under },
    { bundler: "esbuild", encoding: "brotli", under },
  ];
}

export const PARTS: readonly Part[] = [
  { from: "index", names: ["createRequest"], limits: [] },
  { from: "index", names: ["createRequest", "Returns", "unpack"], limits: brotli(2_100) },
  {
    from: "index",
    names: ["createClient", "HedgeQLError"],
    // For servers that do not have brotli, by the bundler of Vite.
    limits: [...brotli(6_000), { bundler: "rolldown", encoding: "gzip", under: 6_000 }],
  },
  { from: "index", names: ["*"], limits: [] },
  // The largest, which carries nothing of the others.
  { from: "documents", names: ["WalkForwardDocument"], limits: brotli(2_000) },
];

/** How much a page may take that names `createRequest` and this operation. */
export function operationLimits(operation: string): readonly Limit[] {
  // The text of the longest alone is half of its page.
  return brotli(operation === "WalkForward" ? 2_400 : 2_000);
}

/** A sentence for each limit that is not kept. */
export function broken(name: string, sizes: Readonly<Record<BundlerName, Size>>, limits: readonly Limit[]): string[] {
  return limits
    .filter(({ bundler, encoding, under }) => !(sizes[bundler][encoding] < under))
    .map(({ bundler, encoding, under }) => {
      const bytes = sizes[bundler][encoding];
      return `${name}: ${bytes} bytes by ${bundler}, ${encoding}; it must be less than ${under}`;
    });
}

/** The operations whose text is in a bundle. */
export function operationsIn(code: string): string[] {
  return [...code.matchAll(/\bquery (\w+)\(/g)].map(([, name]) => name).sort();
}
