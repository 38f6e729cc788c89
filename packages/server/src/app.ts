import { createYoga, type YogaServerInstance } from "graphql-yoga";
import type { Logger } from "pino";
import { Analysis } from "./analysis/analysis.ts";
import { useCompression } from "./edge/compression.ts";
import { useCrossSiteGuard } from "./edge/cross-site.ts";
import { useErrorBoundary } from "./edge/error-boundary.ts";
import { useGraphiql } from "./edge/graphiql.ts";
import { type Health, LIVENESS_PATH, useHealth } from "./edge/health.ts";
import { useHome } from "./edge/home.ts";
import { useQueryLimits } from "./edge/query-limits.ts";
import { useRequestLog } from "./edge/request-log.ts";
import type { PriceHistories } from "./prices/price-history.ts";
import type { RequestContext } from "./schema/builder.ts";
import { schema } from "./schema/index.ts";

const ENDPOINT = "/graphql";

/** 100,000 dated returns take about 3.5 MB. */
const MAX_BODY_BYTES = 5_000_000;

export interface AppDependencies {
  readonly prices: PriceHistories;
  readonly health: Health;
  readonly logger: Logger;
  /** Sites whose pages may call the API; none by default. */
  readonly corsOrigins: readonly string[];
}

export type App = YogaServerInstance<object, RequestContext>;

/** The HTTP application: hand it to `node:http`, or call its `fetch`. */
export function createApp({ prices, health, logger, corsOrigins }: AppDependencies): App {
  return createYoga<object, RequestContext>({
    schema,
    graphqlEndpoint: ENDPOINT,
    healthCheckEndpoint: LIVENESS_PATH,
    context: ({ request }) => ({ analysis: new Analysis(prices, request.signal) }),
    // Ours says what went wrong in our own codes; Yoga's would mask what is expected.
    maskedErrors: false,
    logging: false,
    landingPage: false,
    graphiql: false,
    multipart: false,
    maxRequestBodySize: MAX_BODY_BYTES,
    cors: corsOrigins.length === 0 ? false : { origin: [...corsOrigins], methods: ["GET", "POST"] },
    plugins: [
      useRequestLog(logger),
      useHealth(health),
      useHome(ENDPOINT),
      useCrossSiteGuard(),
      useGraphiql(ENDPOINT),
      useQueryLimits(),
      useErrorBoundary(logger),
      useCompression(),
    ],
  });
}
