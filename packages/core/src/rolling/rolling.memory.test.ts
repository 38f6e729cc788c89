import { expect, test } from "vitest";
import { expandingRegression, rollingRegression } from "./rolling.ts";

const n = 252_000;
const x = Float64Array.from({ length: n }, (_, t) => Math.sin(t * 1.3) / 100);
const y = x.map((value, t) => value + Math.cos(t * 2.1) / 50);

/** Bytes of typed arrays that were made and are not collected yet: a collection in between makes it less, never more. */
function bytesMade(run: () => unknown): number {
  const before = process.memoryUsage().arrayBuffers;
  const kept = run();
  const made = process.memoryUsage().arrayBuffers - before;
  expect(kept).toBeDefined();
  return made;
}

test("nothing is allocated beside the result that grows with the number of windows", () => {
  const result = (windows: number) => 4 * 8 * windows;
  const scratch = 64 * 1024;
  expect(bytesMade(() => rollingRegression(y, [x], 252))).toBeLessThan(result(n - 251) + scratch);
  expect(bytesMade(() => expandingRegression(y, [x], 252))).toBeLessThan(result(n - 251) + 2 * scratch);
});
