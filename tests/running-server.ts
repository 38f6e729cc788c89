import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../packages/server/src/main.ts", import.meta.url));

/** A port on which nothing listens: a test that would reach the real Yahoo fails at once instead. */
const NOWHERE = "http://127.0.0.1:9";

export interface RunningServer {
  /** Where the API is. */
  readonly url: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** Everything it wrote so far, log lines and complaints. */
  output(): string;
  /** Sends a signal and waits for the end; gives the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
  /** Ends it and deletes its data. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** To start again on what another server left behind. */
  readonly dataDir?: string;
}

/** Starts the real server as a process of its own, on a free port and an empty data folder. */
export async function startServer({ env = {}, dataDir }: ServerOptions = {}): Promise<RunningServer> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "hedgeql-"));
  const child = spawn(process.execPath, [MAIN], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, PORT: "0", DATA_DIR: folder, YAHOO_BASE_URL: NOWHERE, ...env },
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const exit = once(child, "exit");
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", () => {
      const address = /"url":"([^"]+)"/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    exit.then(([code]) => reject(new Error(`the server ended with ${code}:\n${output}`)));
  });
  const end = async (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    const [code] = (await exit) as [number | null];
    return code;
  };
  return {
    url,
    dataDir: folder,
    process: child,
    output: () => output,
    end,
    async close() {
      if (child.exitCode === null && child.signalCode === null) await end("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An answer has the form of its query: tests read it by field, and `expect` says what it is. */
export interface AnswerData {
  readonly [field: string]: AnswerData;
}

export interface GraphQLAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: AnswerData;
  readonly errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** Asks by plain HTTP, as a program without the SDK would. */
export async function ask(
  url: string,
  query: string,
  variables?: unknown,
  headers: Record<string, string> = {},
): Promise<GraphQLAnswer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors = [] } = (await response.json()) as Pick<GraphQLAnswer, "data" | "errors">;
  return { status: response.status, headers: response.headers, data, errors };
}
