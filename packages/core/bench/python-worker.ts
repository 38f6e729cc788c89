// One Python process for all Python contestants (worker.py): data travel to it once, and it idles while others are
// timed. A request is a line of JSON, after a `put` the bytes of a column; an answer is a line of JSON.

import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Answer } from "./agreement.ts";
import { BATCH_SECONDS, type Contestant, type Missing, type Terms } from "./harness.ts";

type Request =
  | { readonly do: "put"; readonly name: string; readonly type: "f8" | "i4"; readonly bytes: number }
  | { readonly do: "answer"; readonly contestant: string }
  | { readonly do: "time"; readonly contestant: string; readonly seconds: number };

/** Debian's own first: another one on the path may lack its packages. */
const PYTHONS = ["/usr/bin/python3", "python3"];

export class PythonWorker {
  /** Of Python and its packages, for people. */
  readonly versions: string;
  readonly #stdin: Writable;
  readonly #lines: AsyncIterator<string>;

  private constructor(versions: string, stdin: Writable, lines: AsyncIterator<string>) {
    this.versions = versions;
    this.#stdin = stdin;
    this.#lines = lines;
  }

  /** Starts the first Python that has the packages; undefined when none has. */
  static async start(): Promise<PythonWorker | undefined> {
    for (const python of PYTHONS) {
      const script = new URL("worker.py", import.meta.url).pathname;
      const child: ChildProcessByStdio<Writable, Readable, null> = spawn(python, [script], {
        stdio: ["pipe", "pipe", "inherit"],
      });
      child.on("error", () => {}); // not installed: its output ends without a line
      child.stdin.on("error", () => {}); // it ended: the next answer does not come
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      const { value, done } = await lines.next();
      if (!done) return new PythonWorker(JSON.parse(value), child.stdin, lines);
    }
    return undefined;
  }

  /** Hands over a column under a name. */
  async put(name: string, values: Float64Array | Int32Array): Promise<void> {
    const type = values instanceof Float64Array ? "f8" : "i4";
    this.#send({ do: "put", name, type, bytes: values.byteLength });
    if (!this.#stdin.write(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))) {
      await once(this.#stdin, "drain");
    }
    await this.#receive();
  }

  /** A contestant of worker.py, by the name that it has there. */
  contestant(name: string, id: string, terms: Terms): Contestant {
    const ask = async (request: Request) => {
      this.#send(request);
      return this.#receive();
    };
    return {
      name,
      ...terms,
      answer: async () => (await ask({ do: "answer", contestant: id })) as Answer,
      secondsPerRun: async () => (await ask({ do: "time", contestant: id, seconds: BATCH_SECONDS })) as number,
    };
  }

  stop(): void {
    this.#stdin.end();
  }

  #send(request: Request): void {
    this.#stdin.write(`${JSON.stringify(request)}\n`);
  }

  async #receive(): Promise<unknown> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error("the Python worker ended before it answered: see its error above");
    return JSON.parse(value);
  }
}

/** {@link PythonWorker.contestant}, or that it is missing where there is no Python to run it. */
export function inPython(
  python: PythonWorker | undefined,
  name: string,
  id: string,
  terms: Terms = {},
): Contestant | Missing {
  return python?.contestant(name, id, terms) ?? { name, missing: "no python3 with pandas and statsmodels was found" };
}
