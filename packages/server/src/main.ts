import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pino } from "pino";
import { createApp } from "./app.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { createPriceHistories } from "./prices/price-history.ts";
import type { PriceStore } from "./prices/price-store.ts";
import { createCsvSource } from "./prices/sources/csv.ts";
import { createSampleSource } from "./prices/sources/sample.ts";
import { createYahooSource } from "./prices/sources/yahoo.ts";

async function openStore(config: Config): Promise<PriceStore> {
  if (config.databaseUrl !== null) {
    const { openPostgresStore } = await import("./prices/stores/postgres.ts");
    return openPostgresStore(config.databaseUrl);
  }
  const { openSqliteStore } = await import("./prices/stores/sqlite.ts");
  return openSqliteStore(join(config.dataDir, "hedgeql.sqlite"));
}

async function serve(config: Config): Promise<void> {
  const logger = pino({ level: config.logLevel });
  const store = await openStore(config);
  let stopping = false;
  const app = createApp({
    prices: createPriceHistories({
      sources: [
        createYahooSource({
          baseUrl: config.yahooBaseUrl,
          timeoutMs: config.yahooTimeoutMs,
          concurrency: config.yahooConcurrency,
        }),
        createSampleSource(),
        createCsvSource(join(config.dataDir, "csv")),
      ],
      store,
      freshForMs: config.pricesFreshSeconds * 1000,
      concurrency: config.yahooConcurrency,
      onStoreFailure: (error, symbol) => logger.error({ err: error, symbol }, "prices could not be stored"),
    }),
    health: { stopping: () => stopping, pingStore: () => store.ping() },
    logger,
    corsOrigins: config.corsOrigins,
  });

  const server = createServer(app);
  server.on("error", (error) => {
    logger.fatal({ err: error }, "the server cannot listen");
    process.exit(1);
  });
  server.listen(config.port, config.host, () => {
    const { address, port, family } = server.address() as AddressInfo;
    const url = `http://${family === "IPv6" ? `[${address}]` : address}:${port}/graphql`;
    logger.info({ url, store: config.databaseUrl === null ? "sqlite" : "postgres" }, "listening");
    if (process.stdout.isTTY) console.log(`\n  HedgeQL is ready: open ${url}\n`);
  });

  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, "stopping: running requests may finish");
    const deadline = setTimeout(() => server.closeAllConnections(), config.shutdownSeconds * 1000);
    await new Promise((resolve) => server.close(resolve));
    clearTimeout(deadline);
    await app.dispose();
    await store.close();
    logger.info("stopped");
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

try {
  await serve(readConfig());
} catch (error) {
  // A wrong setting or a store that cannot be opened: a sentence, not a stack.
  console.error(`HedgeQL cannot start: ${error instanceof Error ? error.message : error}`);
  if (!(error instanceof ConfigError)) console.error(error);
  process.exit(1);
}
