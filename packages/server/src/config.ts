import { resolve } from "node:path";

/** What the environment decides, read once at the start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** `null`: SQLite in the data folder. */
  readonly databaseUrl: string | null;
  readonly yahooBaseUrl: string;
  readonly yahooTimeoutMs: number;
  readonly yahooConcurrency: number;
  readonly pricesFreshSeconds: number;
  readonly corsOrigins: readonly string[];
  readonly logLevel: LogLevel;
  readonly shutdownSeconds: number;
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** A setting that the server cannot start with: the message names the variable, the rule and the value. */
export class ConfigError extends Error {
  constructor(variable: string, rule: string, value: string) {
    super(`${variable} must be ${rule}, got ${JSON.stringify(value)}`);
    this.name = "ConfigError";
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; throws a `ConfigError` for the first one that breaks its rule. An empty value counts as unset. */
export function readConfig(env: Environment = process.env): Config {
  const text = (name: string) => env[name]?.trim() || undefined;
  const integer = (name: string, fallback: number, min: number, max: number): number => {
    const value = text(name);
    if (value === undefined) return fallback;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= min && number <= max) return number;
    throw new ConfigError(name, `a whole number from ${min} to ${max}`, value);
  };
  return Object.freeze<Config>({
    port: integer("PORT", 4000, 0, 65_535),
    host: text("HOST") ?? "127.0.0.1",
    dataDir: resolve(text("DATA_DIR") ?? "data"),
    databaseUrl: databaseUrl(text("DATABASE_URL")),
    yahooBaseUrl: httpUrl("YAHOO_BASE_URL", text("YAHOO_BASE_URL") ?? "https://query2.finance.yahoo.com"),
    yahooTimeoutMs: integer("YAHOO_TIMEOUT_MS", 10_000, 1, 300_000),
    yahooConcurrency: integer("YAHOO_CONCURRENCY", 4, 1, 64),
    pricesFreshSeconds: integer("PRICES_FRESH_SECONDS", 3600, 0, 31_536_000),
    corsOrigins: (text("CORS_ORIGINS") ?? "").split(",").filter(Boolean).map(origin),
    logLevel: logLevel(text("LOG_LEVEL") ?? "info"),
    shutdownSeconds: integer("SHUTDOWN_SECONDS", 10, 0, 600),
  });
}

function databaseUrl(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (/^postgres(ql)?:\/\//.test(value) && URL.canParse(value)) return value;
  // The value may hold a password: only its scheme is shown.
  throw new ConfigError("DATABASE_URL", "a postgres:// URL, or unset for SQLite", value.split(":")[0]);
}

function httpUrl(name: string, value: string): string {
  const rule = "an http:// or https:// URL without user, password, query or fragment";
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    // The value may hold a password: only its scheme is shown.
    throw new ConfigError(name, rule, value.split(":")[0]);
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new ConfigError(name, rule, url.origin);
  }
  return value;
}

function origin(value: string): string {
  const trimmed = value.trim();
  // `https://*.example.com` is a URL, but no page's.
  const plain = !trimmed.includes("*") && URL.canParse(trimmed);
  if (plain && new URL(trimmed).origin === trimmed) return trimmed;
  throw new ConfigError(
    "CORS_ORIGINS",
    "origins such as https://app.example.com, separated by commas, neither * nor null",
    trimmed,
  );
}

function logLevel(value: string): LogLevel {
  const level = LOG_LEVELS.find((candidate) => candidate === value);
  if (level !== undefined) return level;
  throw new ConfigError("LOG_LEVEL", `one of ${LOG_LEVELS.join(", ")}`, value);
}
