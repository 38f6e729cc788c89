import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pino } from "pino";
import { createApp } from "./app.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { withHostGuard } from "./edge/host-guard.ts";
import { createPriceHistories } from "./prices/price-history.ts";
import type { PriceStore } from "./prices/price-store.ts";
import { createCsvSource } from "./prices/sources/csv.ts";
import { createSampleSource } from "./prices/sources/sample.ts";
import { createYahooSource } from "./prices/sources/yahoo.ts";

const PAGE_FOLDER = new URL("../../dashboard/dist/", import.meta.url);

/** Something outside of us that keeps the server from starting: a sentence for whoever started it. */
class StartError extends Error {}

async function openStore(config: Config): Promise<PriceStore> {
  const file = join(config.dataDir, "hedgeql.sqlite");
  try {
    if (config.databaseUrl !== null) {
      const { openPostgresStore } = await import("./prices/stores/postgres.ts");
      return await openPostgresStore(config.databaseUrl);
    }
    const { openSqliteStore } = await import("./prices/stores/sqlite.ts");
    return await openSqliteStore(file);
  } catch (error) {
    const place = config.databaseUrl === null ? `${file} (DATA_DIR)` : "the database of DATABASE_URL";
    throw new StartError(`prices cannot be kept in ${place}: ${error instanceof Error ? error.message : error}`);
  }
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      const remedy = taken ? "stop what listens there, or set PORT" : "set HOST and PORT to an address of this machine";
      reject(new StartError(`it cannot listen at ${host}:${port} (${error.code}): ${remedy}`));
    });
    server.listen(port, host, resolve);
  });
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
      onStoreFailure: (error, symbol) => logger.error({ err: error, symbol }, "the price store failed"),
      onSourceFailure: (error, symbol) => logger.warn({ err: error, symbol }, "a price source failed"),
    }),
    health: { stopping: () => stopping, pingStore: () => store.ping() },
    logger,
    corsOrigins: config.corsOrigins,
    pageFolder: PAGE_FOLDER,
  });

  const server = createServer(withHostGuard(app));
  await listen(server, config);
  const { address, port, family } = server.address() as AddressInfo;
  const origin = `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
  const url = `${origin}/graphql`;
  const kept = config.databaseUrl === null ? "sqlite" : "postgres";
  logger.info({ url, store: kept, dataDir: config.dataDir }, "listening");
  if (process.stdout.isTTY) console.log(`\n  HedgeQL is ready: open ${origin}/\n  GraphiQL is at ${url}\n`);

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
  const expected = error instanceof ConfigError || error instanceof StartError;
  console.error("HedgeQL cannot start:", expected ? error.message : error);
  process.exit(1);
}
