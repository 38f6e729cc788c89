import { expect, test } from "vitest";
import { Assets, Regression, WalkForward } from "../src/index.ts";
import { broken, operationLimits, operationsIn, PARTS } from "./size-limits.ts";

const size = { minified: 3_000, gzip: 2_000, brotli: 1_999 };
const sizes = { rolldown: size, esbuild: size };

test("a limit is broken by what reaches it, and kept by a byte less", () => {
  const limit = { bundler: "rolldown", under: 2_000 } as const;
  expect(broken("Regression", sizes, [{ ...limit, encoding: "gzip" }])).toEqual([
    "Regression: 2000 bytes by rolldown, gzip; it must be less than 2000",
  ]);
  expect(broken("Regression", sizes, [{ ...limit, encoding: "brotli" }])).toEqual([]);
});

test("operations are found in a bundle by their texts, however it quotes them", () => {
  expect(operationsIn(JSON.stringify({ a: WalkForward, b: Assets }))).toEqual(["Assets", "WalkForward"]);
  expect(operationsIn(`const a=\`${Regression}\`;`)).toEqual(["Regression"]);
  expect(operationsIn("export{};")).toEqual([]);
});

test("every limit is of brotli and of both bundlers, but for a further one of the whole client", () => {
  const all = [...PARTS.map(({ limits }) => limits), operationLimits("Regression"), operationLimits("WalkForward")];
  for (const limits of all.filter(({ length }) => length > 0)) {
    const [one, other, ...further] = limits;
    expect([one, other]).toEqual(
      ["rolldown", "esbuild"].map((bundler) => ({ bundler, encoding: "brotli", under: one.under })),
    );
    expect(further.length).toBeLessThanOrEqual(1);
  }
});
