import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../packages/server/src/main.ts", import.meta.url));

export interface RunningServer {
  /** Where the API is. */
  readonly url: string;
  readonly process: ChildProcess;
}

/** Starts a server on a free port, for a script that needs one; its address stands in its log. */
export function startServer(env: NodeJS.ProcessEnv = {}): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, ...env, PORT: "0", LOG_LEVEL: "info" },
    });
    let log = "";
    child.stdout.on("data", (chunk) => {
      log += chunk;
      const address = /"url":"([^"]+)"/.exec(log)?.[1];
      if (address !== undefined) resolve({ url: address, process: child });
    });
    child.on("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
}
