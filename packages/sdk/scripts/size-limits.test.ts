import { expect, test } from "vitest";
import { Assets, Regression, WalkForward } from "../src/index.ts";
import { broken, operationsIn } from "./size-limits.ts";

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
