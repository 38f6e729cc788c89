import {
  Charts,
  type ChartTheme,
  type Client,
  type CompareEstimatorsResult,
  createClient,
  type HedgedPortfolioResult,
  type HedgeResult,
  partialData,
  WalkForwardCharts,
  type WalkForwardResult,
} from "@hedgeql/sdk";
import type { Terms } from "../question/terms.ts";
import type { Chart, ChartName, WalkChartName } from "./chart-names.ts";
import { createImages } from "./images.ts";
import { createPart, type Part } from "./part.ts";
import { type Pictures, withFailures } from "./partial-pictures.ts";
import { type Reconnection, watchConnection } from "./reconnection.ts";

export type Numbers = HedgedPortfolioResult["hedgedPortfolio"];
export type Walk = WalkForwardResult["hedgedPortfolio"]["walkForward"];
export type Order = HedgeResult["hedgedPortfolio"]["hedge"];
export type Score = CompareEstimatorsResult["hedgedPortfolio"]["compareEstimators"][number];

/** The answer, in parts that come and fail on their own. */
export interface Parts {
  readonly numbers: Part<Numbers>;
  readonly pictures: Part<Pictures<ChartName>>;
  readonly walk: Part<Walk>;
  readonly walkPictures: Part<Pictures<WalkChartName>>;
  readonly order: Part<Order>;
  readonly comparison: Part<readonly Score[]>;
}

/** How the progress calls them. */
export const PART_NAMES: Readonly<Record<keyof Parts, string>> = {
  numbers: "numbers",
  pictures: "pictures",
  walk: "out of sample",
  walkPictures: "pictures out of sample",
  order: "order",
  comparison: "comparison",
};

export interface Answers {
  readonly parts: Parts;
  readonly reconnection: Reconnection;
  /** Asks for all parts, numbers first; undefined: nothing can be asked now. */
  ask(terms: Terms | undefined, theme: ChartTheme): void;
  /** Asks again for what failed or was cancelled. */
  retry(): void;
  cancel(): void;
  /** One picture as a finished SVG in light colours, for a file. */
  image(terms: Terms, name: ChartName): Promise<string>;
  walkImage(terms: Terms, name: WalkChartName): Promise<string>;
}

/** A comparison of all estimators may take a minute of the server's work. */
const TIMEOUT_MS = 180_000;

/**
 * Without retries of its own: the page says at once what failed, and asks again by itself when the server is back
 * (`reconnection.ts`) or a source allows it (`failure.tsx`). Retries below that would only hold the news back.
 */
export const hedgeql: Client = createClient({ url: "/graphql", timeout: TIMEOUT_MS, retries: 0 });

export function createAnswers(client: Client = hedgeql): Answers {
  const parts: Parts = {
    numbers: createPart(),
    pictures: createPart(),
    walk: createPart(),
    walkPictures: createPart(),
    order: createPart(),
    comparison: createPart(),
  };
  const all: readonly Part<unknown>[] = Object.values(parts);
  const images = createImages(client);

  const pictures = (terms: Terms, theme: ChartTheme, signal: AbortSignal) =>
    withFailures<ChartName, Chart>(
      client.charts({ ...terms.numbers, theme }, { signal }).then(({ hedgedPortfolio }) => hedgedPortfolio.charts),
      (error) => partialData(Charts, error)?.hedgedPortfolio?.charts,
    );
  const walkPictures = (terms: Terms, theme: ChartTheme, signal: AbortSignal) =>
    withFailures<WalkChartName, Chart>(
      client
        .walkForwardCharts({ ...terms.walk, theme }, { signal })
        .then(({ hedgedPortfolio }) => hedgedPortfolio.walkForward.charts),
      (error) => partialData(WalkForwardCharts, error)?.hedgedPortfolio?.walkForward.charts,
    );

  return {
    parts,
    reconnection: watchConnection(all),
    ask(terms, theme) {
      if (terms === undefined) {
        for (const part of all) part.rest();
        return;
      }
      const { numbers, walk, order, comparison } = terms;
      const keyOf = (...parts: unknown[]) => JSON.stringify(parts);
      const about = keyOf(numbers);
      parts.numbers.ask(about, about, async (signal) => {
        const { hedgedPortfolio } = await client.hedgedPortfolio(numbers, { signal });
        return hedgedPortfolio;
      });
      parts.pictures.ask(keyOf(numbers, theme), about, (signal) => pictures(terms, theme, signal));
      parts.walk.ask(keyOf(walk), about, async (signal) => {
        const { hedgedPortfolio } = await client.walkForward(walk, { signal });
        return hedgedPortfolio.walkForward;
      });
      parts.order.ask(keyOf(order), about, async (signal) => {
        const { hedgedPortfolio } = await client.hedge(order, { signal });
        return hedgedPortfolio.hedge;
      });
      parts.walkPictures.ask(keyOf(walk, theme), about, (signal) => walkPictures(terms, theme, signal));
      if (comparison === null) parts.comparison.rest();
      else
        parts.comparison.ask(keyOf(comparison), about, async (signal) => {
          const { hedgedPortfolio } = await client.compareEstimators(comparison, { signal });
          return hedgedPortfolio.compareEstimators;
        });
    },
    retry() {
      for (const part of all) part.retry();
    },
    cancel() {
      for (const part of all) part.cancel();
    },
    image: (terms, name) => images.inSample(terms, name),
    walkImage: (terms, name) => images.outOfSample(terms, name),
  };
}
