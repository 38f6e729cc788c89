import { describe, expect, test, vi } from "vitest";
import { SingleFlight } from "./single-flight.ts";

/** Work that the test ends by hand; what it was given to stop by is kept. */
function manualWork() {
  const runs: { signal: AbortSignal; resolve: (value: string) => void; reject: (error: unknown) => void }[] = [];
  const work = vi.fn((signal: AbortSignal) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    runs.push({ signal, resolve, reject });
    return promise;
  });
  return { work, runs };
}

describe("SingleFlight", () => {
  test("does one piece of work for all who ask for a key at the same time", async () => {
    const flights = new SingleFlight<string>();
    const { work, runs } = manualWork();
    const answers = Promise.all([flights.run("a", work), flights.run("a", work), flights.run("a", work)]);
    runs[0].resolve("done");
    expect(await answers).toEqual(["done", "done", "done"]);
    expect(work).toHaveBeenCalledTimes(1);
  });

  test("keeps keys apart", async () => {
    const flights = new SingleFlight<string>();
    const { work, runs } = manualWork();
    const answers = Promise.all([flights.run("a", work), flights.run("b", work)]);
    runs[1].resolve("b");
    runs[0].resolve("a");
    expect(await answers).toEqual(["a", "b"]);
  });

  test("does the work again once it is done", async () => {
    const flights = new SingleFlight<string>();
    const { work, runs } = manualWork();
    for (const value of ["first", "second"]) {
      const answer = flights.run("a", work);
      runs.at(-1)?.resolve(value);
      expect(await answer).toBe(value);
    }
    expect(work).toHaveBeenCalledTimes(2);
  });

  test("tells everybody of a failure, and does not keep it", async () => {
    const flights = new SingleFlight<string>();
    const { work, runs } = manualWork();
    const both = Promise.allSettled([flights.run("a", work), flights.run("a", work)]);
    const reason = new Error("no");
    runs[0].reject(reason);
    expect(await both).toEqual([
      { status: "rejected", reason },
      { status: "rejected", reason },
    ]);
    const retry = flights.run("a", work);
    runs[1].resolve("yes");
    expect(await retry).toBe("yes");
  });

  test("rejects when the work cannot even begin, and is not stuck", async () => {
    const flights = new SingleFlight<string>();
    const broken = () => {
      throw new Error("at once");
    };
    await expect(flights.run("a", broken)).rejects.toThrow("at once");
    expect(await flights.run("a", async () => "works")).toBe("works");
  });

  test("lets one go who aborts, at once, and keeps on for the others", async () => {
    const flights = new SingleFlight<string>();
    const { work, runs } = manualWork();
    const impatient = new AbortController();
    const first = flights.run("a", work, impatient.signal);
    const second = flights.run("a", work, new AbortController().signal);
    const third = flights.run("a", work);
    const reason = new Error("too slow");
    impatient.abort(reason);
    await expect(first).rejects.toBe(reason);
    expect(runs[0].signal.aborted).toBe(false);
    runs[0].resolve("done");
    expect(await Promise.all([second, third])).toEqual(["done", "done"]);
    expect(work).toHaveBeenCalledTimes(1);
  });

  test("aborts the work when nobody waits for it any more", async () => {
    const flights = new SingleFlight<string>();
    const { work, runs } = manualWork();
    const [first, second] = [new AbortController(), new AbortController()];
    const both = Promise.allSettled([flights.run("a", work, first.signal), flights.run("a", work, second.signal)]);
    first.abort();
    second.abort();
    await both;
    expect(runs[0].signal.aborted).toBe(true);
    // Nobody is there to be told: this must not become an unhandled rejection.
    runs[0].reject(new Error("aborted"));
  });

  test("begins anew for whoever comes after all have left, and forgets only what is over", async () => {
    const flights = new SingleFlight<string>();
    const { work, runs } = manualWork();
    const controller = new AbortController();
    const left = flights.run("a", work, controller.signal);
    controller.abort();
    await expect(left).rejects.toBe(controller.signal.reason);
    const anew = flights.run("a", work);
    runs[0].resolve("old");
    const joined = flights.run("a", work);
    runs[1].resolve("new");
    expect(await Promise.all([anew, joined])).toEqual(["new", "new"]);
    expect(work).toHaveBeenCalledTimes(2);
  });

  test("takes along who comes in the very moment in which the last one leaves", async () => {
    const flights = new SingleFlight<string>();
    const { work, runs } = manualWork();
    const controller = new AbortController();
    const left = flights.run("a", work, controller.signal);
    controller.abort();
    const stays = flights.run("a", work);
    await expect(left).rejects.toBe(controller.signal.reason);
    for (const { resolve, signal } of runs) if (!signal.aborted) resolve("done");
    expect(await stays).toBe("done");
  });

  test("begins nothing for one who has already left", async () => {
    const flights = new SingleFlight<string>();
    const { work } = manualWork();
    const signal = AbortSignal.abort();
    await expect(flights.run("a", work, signal)).rejects.toBe(signal.reason);
    expect(work).not.toHaveBeenCalled();
  });

  test("lets go of a caller's signal when the work is done", async () => {
    const flights = new SingleFlight<string>();
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    for (let i = 0; i < 3; i++) await flights.run("a", async () => "done", signal);
    expect(added).toHaveBeenCalledTimes(3);
    await vi.waitFor(() => expect(removed).toHaveBeenCalledTimes(3), 15_000);
  });
});
