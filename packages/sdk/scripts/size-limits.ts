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

/** One operation stays under 2 kB and everything under 6 kB. esbuild leaves a little more than rolldown. */
export const PARTS: readonly Part[] = [
  { from: "index", names: ["createRequest"], limits: [] },
  {
    from: "index",
    names: ["createRequest", "Regression"],
    limits: [rolldown("gzip", 2_000), esbuild("brotli", 2_000)],
  },
  {
    from: "index",
    names: ["createRequest", "HedgedPortfolio"],
    limits: [rolldown("brotli", 2_000), esbuild("brotli", 2_000)],
  },
  { from: "index", names: ["createRequest", "HedgedPortfolio", "unpack"], limits: [] },
  {
    from: "index",
    names: ["createClient", "HedgeQLError"],
    limits: [rolldown("gzip", 6_000), esbuild("brotli", 6_000)],
  },
  { from: "index", names: ["*"], limits: [rolldown("brotli", 6_000), esbuild("brotli", 6_000)] },
  // The largest, which carries nothing of the others.
  { from: "documents", names: ["WalkForwardDocument"], limits: [rolldown("gzip", 2_000), esbuild("gzip", 2_000)] },
];

/** How much an operation may add to what `createRequest` takes alone. */
export const OPERATION_LIMITS: readonly Limit[] = [rolldown("gzip", 2_000), esbuild("gzip", 2_000)];

function rolldown(encoding: keyof Size, under: number): Limit {
  return { bundler: "rolldown", encoding, under };
}

function esbuild(encoding: keyof Size, under: number): Limit {
  return { bundler: "esbuild", encoding, under };
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
