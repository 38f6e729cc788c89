import { createYoga, type YogaServerInstance } from "graphql-yoga";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import { Analysis } from "./analysis/analysis.ts";
import { createSvgRenderer } from "./charts/svg/svg-renderer.ts";
import { useCompression } from "./edge/compression.ts";
import { useCors } from "./edge/cors.ts";
import { useCrossSiteGuard } from "./edge/cross-site.ts";
import { useErrorBoundary } from "./edge/error-boundary.ts";
import { useGraphiql } from "./edge/graphiql.ts";
import { type Health, LIVENESS_PATH, useHealth } from "./edge/health.ts";
import { usePage } from "./edge/page.ts";
import { useParameterCheck } from "./edge/parameter-check.ts";
import { usePersistedQueries } from "./edge/persisted-queries.ts";
import { useQueryLimits } from "./edge/query-limits.ts";
import { createRequestLog } from "./edge/request-log.ts";
import type { PriceHistories } from "./prices/price-history.ts";
import type { RequestContext } from "./schema/builder.ts";
import { schema } from "./schema/index.ts";

const ENDPOINT = "/graphql";

/** 30,000 dated returns, the most that a portfolio may have, take about 1.1 MB. */
const MAX_BODY_BYTES = 2_000_000;

/** What is remembered by the texts of queries is bounded by their size: a client may send any number of long ones. */
function textCache<Value extends object>(): LRUCache<string, Value> {
  return new LRUCache({ max: 1_000, maxSize: 2_000_000, sizeCalculation: (_, text) => text.length + 1 });
}

export interface AppDependencies {
  readonly prices: PriceHistories;
  readonly health: Health;
  readonly logger: Logger;
  /** Sites whose pages may call the API; none by default. */
  readonly corsOrigins: readonly string[];
  /** The folder of the built page, which is served at `/`. */
  readonly pageFolder?: URL;
}

export type App = YogaServerInstance<object, RequestContext>;

/** The HTTP application: hand it to `node:http`, or call its `fetch`. */
export function createApp({ prices, health, logger, corsOrigins, pageFolder }: AppDependencies): App {
  const log = createRequestLog(logger);
  const pictures = createSvgRenderer();
  return createYoga<object, RequestContext>({
    schema,
    graphqlEndpoint: ENDPOINT,
    healthCheckEndpoint: LIVENESS_PATH,
    context: ({ request }) => ({
      analysis: new Analysis(prices, request.signal),
      drawSvg: (spec) => pictures.render(spec, request.signal),
    }),
    // Ours says what went wrong in our own codes; Yoga's would mask what is expected.
    maskedErrors: false,
    logging: false,
    landingPage: false,
    graphiql: false,
    multipart: false,
    maxRequestBodySize: MAX_BODY_BYTES,
    parserAndValidationCache: { documentCache: textCache(), errorCache: textCache() },
    // Yoga's answers an origin that is not listed with `null`, which is the origin of every sandboxed frame.
    cors: false,
    plugins: [
      log.plugin,
      useCors(corsOrigins),
      useHealth(health),
      usePage(pageFolder, ENDPOINT),
      useCrossSiteGuard(),
      useGraphiql(ENDPOINT),
      useParameterCheck(),
      useQueryLimits(),
      usePersistedQueries(),
      useErrorBoundary({ logger, maxBodyBytes: MAX_BODY_BYTES, onErrors: log.noteErrors }),
      useCompression(),
      { onDispose: () => pictures.close() },
    ],
  });
}
