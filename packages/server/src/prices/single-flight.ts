interface Flight<T> {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Callers who ask for the same key at the same time share one piece of work.
 *
 * A caller that aborts stops waiting at once; the work itself is aborted only when nobody waits for it any more, so
 * one impatient client cannot take the answer away from the others.
 */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>();

  async run(key: string, work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const flight = this.#flights.get(key) ?? this.#start(key, work);
    flight.waiting++;
    try {
      return await untilAborted(flight.promise, signal);
    } finally {
      flight.waiting--;
      if (flight.waiting === 0) {
        flight.controller.abort();
        this.#forget(key, flight);
      }
    }
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const flight: Flight<T> = { promise: work(controller.signal), controller, waiting: 0 };
    // A flight that everybody has left may still reject: nobody is there to be told.
    flight.promise.catch(() => {});
    this.#flights.set(key, flight);
    return flight;
  }

  #forget(key: string, flight: Flight<T>): void {
    // A new flight may have taken the key after everybody left this one.
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
