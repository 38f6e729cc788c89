import fc from "fast-check";

/**
 * So many columns of independent daily returns, each of so many: about normal, of 1 % a day. Seeded by the property.
 */
export function noise(columns: number, rows: number): fc.Arbitrary<Float64Array[]> {
  return fc.integer({ min: 1, max: 2 ** 31 - 1 }).map((seed) => {
    const next = generator(seed);
    const normal = () => (next() + next() + next() + next() - 2) * Math.sqrt(3);
    return Array.from({ length: columns }, () => Float64Array.from({ length: rows }, () => normal() / 100));
  });
}

/** Numbers from 0 to 1 (T. Ettinger's mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
