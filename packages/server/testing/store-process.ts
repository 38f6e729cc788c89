import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A process that runs `price-store-process.ts`. */
export interface StoreProcess {
  readonly process: ChildProcessWithoutNullStreams;
  /** The lines that it prints, in order, until it ends. */
  readonly lines: AsyncIterator<string>;
  /** Lets it begin. */
  go(): void;
  /** Resolves when it has ended: its exit code, or `null` after a kill. Everything that it printed has been read. */
  readonly ended: Promise<number | null>;
  /** What it wrote on stderr so far. */
  readonly complaints: () => string;
}

/** Starts a process on a store, and waits until it is ready to go. */
export async function startStoreProcess(location: string, task: string, argument: string): Promise<StoreProcess> {
  const script = fileURLToPath(new URL("price-store-process.ts", import.meta.url));
  const child = spawn(process.execPath, [script, location, task, argument]);
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.value !== "ready") throw new Error(`the process did not start: ${complaints}`);
  return { process: child, lines, go: () => child.stdin.write("go\n"), ended, complaints: () => complaints };
}
