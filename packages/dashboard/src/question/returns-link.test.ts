import fc from "fast-check";
import { expect, test } from "vitest";
import { readFragment, writeFragment } from "./returns-link.ts";

test("own returns survive their link", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
      const fragment = await writeFragment(text);
      expect(fragment).toMatch(/^(#returns=[\w-]+)?$/);
      expect(await readFragment(fragment ?? "")).toBe(text);
    }),
    { numRuns: 50 },
  );
});

test("ten years of daily returns fit into a link", async () => {
  // Digits that do not repeat, so that compression has little to hold on to.
  const row = (_: unknown, day: number) =>
    `${new Date(day * 86_400_000).toISOString().slice(0, 10)},${Math.sin(day * day) / 50}`;
  const fragment = await writeFragment(Array.from({ length: 2520 }, row).join("\n"));
  expect(fragment?.length).toBeLessThan(60_000);
});

test("what does not fit into a link is not cut off", async () => {
  const noise = Array.from({ length: 200_000 }, (_, n) => `${Math.sin(n * n)}`).join("\n");
  expect(await writeFragment(noise)).toBeUndefined();
});

test("a fragment of something else has no returns", async () => {
  expect(await readFragment("")).toBe("");
  expect(await readFragment("#answer")).toBe("");
});

test.each(["#returns=", "#returns=!!", "#returns=AAAA", "#returns=%00", "#returns=y0jNyclXKM8vyklRBAA$"])(
  "%s cannot be read",
  async (fragment) => {
    expect(await readFragment(fragment)).toBeUndefined();
  },
);

test("a small fragment that unpacks to very much is not unpacked", async () => {
  const fragment = await writeFragment("0".repeat(50_000_000));
  expect(fragment?.length).toBeLessThan(100_000);
  expect(await readFragment(fragment ?? "")).toBeUndefined();
});
