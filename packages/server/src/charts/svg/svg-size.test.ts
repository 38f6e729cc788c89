import { afterAll, expect, test } from "vitest";
import { jointOf } from "../../analysis/joining/joint-returns.fixture.ts";
import { analysisOf, column } from "../../analysis/walk-forward/walk.fixture.ts";
import { onPaper } from "../paper.ts";
import { PICTURES } from "../pictures.fixture.ts";
import { createSvgRenderer } from "./svg-renderer.ts";

const renderer = createSvgRenderer();
afterAll(() => renderer.close());

const MOST_BYTES = 500_000;

/** Draws pictures of so many returns; gives the bytes of each. */
async function sizesOf(length: number, names: readonly string[]): Promise<Record<string, number>> {
  const [x, own] = [1, 3].map((seed) => column(length, seed));
  const analysis = analysisOf(
    jointOf(
      x.map((value, t) => 0.5 * value + 0.4 * own[t]),
      [x.map((value) => 0.5 * value)],
    ),
  );
  const sizes: Record<string, number> = {};
  for (const name of names) {
    const svg = await renderer.render(onPaper(PICTURES[name](analysis), { width: 800, height: 450 }, "LIGHT"));
    sizes[name] = Buffer.byteLength(svg);
  }
  return sizes;
}

test("every picture of ten years of days is light", async () => {
  const sizes = await sizesOf(2_520, Object.keys(PICTURES));
  for (const [name, bytes] of Object.entries(sizes)) expect(bytes, name).toBeLessThan(MOST_BYTES / 2);
}, 60_000);

// Where the bytes are: points, lines with a band, two lines that change at each date.
test.each([12_000, 30_000])(
  "so are the largest of %i returns",
  async (length) => {
    const sizes = await sizesOf(length, ["regression", "residuals", "rollingBeta", "hedgedReturns"]);
    for (const [name, bytes] of Object.entries(sizes)) expect(bytes, name).toBeLessThan(MOST_BYTES);
  },
  120_000,
);
