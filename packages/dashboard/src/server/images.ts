import { ChartImages, type Client, partialData, WalkForwardChartImages } from "@hedgeql/sdk";
import type { Terms } from "../question/terms.ts";
import type { ChartName, WalkChartName } from "./chart-names.ts";
import { type Pictures, withFailures } from "./partial-pictures.ts";

/** A finished picture, and what it is called. */
interface Image {
  readonly svg: string;
}

/** Of a file: wide enough for a page of a report. */
const SIZE = { width: 900, height: 500 } as const;

/** The finished pictures of the last question that files were asked of: the server draws all of them at once. */
export function createImages(client: Client) {
  return {
    inSample: remembering<ChartName>(
      ({ numbers }) => numbers,
      async ({ numbers }) =>
        withFailures(
          client.chartImages({ ...numbers, ...SIZE }).then(({ hedgedPortfolio }) => hedgedPortfolio.charts),
          (error) => partialData(ChartImages, error)?.hedgedPortfolio?.charts,
        ),
    ),
    outOfSample: remembering<WalkChartName>(
      ({ walk }) => walk,
      async ({ walk }) =>
        withFailures(
          client
            .walkForwardChartImages({ ...walk, ...SIZE })
            .then(({ hedgedPortfolio }) => hedgedPortfolio.walkForward.charts),
          (error) => partialData(WalkForwardChartImages, error)?.hedgedPortfolio?.walkForward.charts,
        ),
    ),
  };
}

function remembering<Name extends string>(
  keyOf: (terms: Terms) => object,
  draw: (terms: Terms) => Promise<Pictures<Name, Image>>,
) {
  let last: { readonly key: string; readonly images: Promise<Pictures<Name, Image>> } | undefined;
  return async (terms: Terms, name: Name): Promise<string> => {
    const key = JSON.stringify(keyOf(terms));
    if (last?.key !== key) last = { key, images: draw(terms) };
    const asked = last;
    try {
      const { charts, failures } = await asked.images;
      const image: Image | null | undefined = charts[name];
      if (image == null) throw new Error(failures[name]?.message ?? "the server has no such picture");
      return image.svg;
    } catch (error) {
      // A failure is not kept: the next click asks again.
      if (last === asked) last = undefined;
      throw error;
    }
  };
}
