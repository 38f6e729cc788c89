import { Worker } from "node:worker_threads";
import type { SpecPart } from "../chart.ts";

/** Draws Vega-Lite specifications as SVG, on a thread of its own. */
export interface SvgRenderer {
  /** Rejects when `signal` aborts before its turn, and with an `Error` where Vega fails. */
  render(spec: SpecPart, signal?: AbortSignal): Promise<string>;
  /** Ends the thread; what is not drawn yet is rejected, and nothing is drawn any more. */
  close(): Promise<void>;
}

interface Order {
  readonly spec: SpecPart;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (svg: string) => void;
  readonly reject: (error: unknown) => void;
}

type Answer = { readonly id: number } & ({ readonly svg: string } | { readonly error: string });

const WORKER = new URL("./svg-worker.ts", import.meta.url);

/** Vega draws our largest picture in some hundred milliseconds: a thread that is silent for so long hangs. */
const SILENCE_MS = 30_000;

/**
 * One thread, started with the first picture: Vega takes a quarter of a second to load, and many servers draw none. One
 * order at a time, so that one whose caller has left is never drawn. A thread that fails takes the order with it that it
 * was working at, and the next one gets a new thread.
 */
export function createSvgRenderer(script: URL = WORKER): SvgRenderer {
  const waiting: Order[] = [];
  let worker: Worker | undefined;
  let current: { order: Order; id: number; timer: NodeJS.Timeout } | undefined;
  let lastId = 0;
  let closed = false;

  function start(): Worker {
    const started = new Worker(script);
    started.on("message", (answer: Answer) => {
      if (answer.id !== current?.id) return;
      const { order } = finish(current);
      if ("svg" in answer) order.resolve(answer.svg);
      else order.reject(new Error(`Vega failed: ${answer.error}`));
      next();
    });
    const failed = (error: unknown) => {
      if (worker !== started) return;
      worker = undefined;
      if (current !== undefined) finish(current).order.reject(error);
      next();
    };
    started.on("error", failed);
    started.on("exit", (code) => failed(new Error(`the thread that draws pictures ended with ${code}`)));
    return started;
  }

  function finish<Current extends NonNullable<typeof current>>(done: Current): Current {
    clearTimeout(done.timer);
    current = undefined;
    // Idle, it keeps no process alive; at work it does, or a script would end before its picture.
    worker?.unref();
    return done;
  }

  /** Begins the next order that is still wanted. */
  function next(): void {
    while (current === undefined) {
      const order = waiting.shift();
      if (order === undefined) return;
      if (closed) order.reject(new Error("pictures are drawn no more: the renderer is closed"));
      else if (order.signal?.aborted) order.reject(order.signal.reason);
      else begin(order);
    }
  }

  function begin(order: Order): void {
    worker ??= start();
    const drawing = worker;
    const timer = setTimeout(() => void drawing.terminate(), SILENCE_MS);
    lastId += 1;
    current = { order, id: lastId, timer };
    drawing.ref();
    try {
      drawing.postMessage({ id: lastId, spec: order.spec });
    } catch (error) {
      // What cannot be sent, a function in a specification.
      finish(current).order.reject(error);
    }
  }

  return {
    render: (spec, signal) =>
      new Promise((resolve, reject) => {
        waiting.push({ spec, signal, resolve, reject });
        next();
      }),
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };
}
