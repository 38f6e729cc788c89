import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const at = (path: string) => new URL(`../packages/sdk/${path}`, import.meta.url);
const text = readFileSync(at("RECIPES.md"), "utf8");

/** "From [a file](its path):", and the code below it. */
const quotes = Array.from(
  text.matchAll(/From \[[^\]]+\]\(([^)]+)\):\n\n```tsx\n(.*?)^```/gms),
  ([, path, code]) => [path, code] as const,
);

test("every recipe is quoted", () => {
  const files = quotes.map(([file]) => file.split("/").at(-1));
  expect(files).toEqual(["urql.tsx", "apollo.tsx", "tanstack-query.tsx"]);
});

test.each(quotes)("what is quoted of %s stands so in it, in this order", (path, code) => {
  let rest = readFileSync(at(path), "utf8");
  for (const paragraph of code.trim().split("\n\n")) {
    expect(rest).toContain(`${paragraph}\n`);
    rest = rest.slice(rest.indexOf(paragraph) + paragraph.length);
  }
});

test("links lead somewhere", () => {
  const links = [...text.matchAll(/\]\((?!https?:)(.+?)\)/g)].map(([, path]) => path);
  expect(links.length).toBeGreaterThan(3);
  for (const link of new Set(links)) if (!link.endsWith("recipes")) readFileSync(at(link));
});

test("the variable that names the server is the one that the pages read, and what is of the repository says so", () => {
  const address = readFileSync(at("../../examples/recipes/address.ts"), "utf8");
  expect(text).toContain(`\`${/env\.(VITE_\w+)/.exec(address)?.[1]}\``);
  const [before] = text.split("npx -y pnpm@12");
  expect(before).toContain("in a clone of it");
});
