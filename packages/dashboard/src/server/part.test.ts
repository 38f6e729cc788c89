import { HedgeQLError } from "@hedgeql/sdk";
import { describe, expect, test, vi } from "vitest";
import { createPart } from "./part.ts";

/** A question whose answer the test gives. */
function question<T>() {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const signals: AbortSignal[] = [];
  const run = (signal: AbortSignal) => {
    signals.push(signal);
    return promise;
  };
  return { run, resolve, reject, signals };
}
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("the old answer stays while the new one is on its way, and is said to be old", async () => {
  const part = createPart<number>(() => 7);
  const [first, second] = [question<number>(), question<number>()];
  part.ask("a", "a", first.run);
  expect(part.get()).toMatchObject({ phase: "loading", value: undefined, startedAt: 7 });
  first.resolve(1);
  await settled();
  expect(part.get()).toMatchObject({ phase: "answered", value: 1, isCurrent: true });
  part.ask("b", "b", second.run);
  expect(part.get()).toMatchObject({ phase: "loading", value: 1, isCurrent: false });
  second.resolve(2);
  await settled();
  expect(part.get()).toMatchObject({ phase: "answered", value: 2, isCurrent: true });
});

test("a new question aborts the one before, whose late answer does not count", async () => {
  const part = createPart<number>();
  const [first, second] = [question<number>(), question<number>()];
  part.ask("a", "a", first.run);
  part.ask("b", "b", second.run);
  expect(first.signals[0].aborted).toBe(true);
  second.resolve(2);
  await settled();
  first.resolve(1);
  await settled();
  expect(part.get().value).toBe(2);
});

test("the same question is not asked twice", () => {
  const part = createPart<number>();
  const { run, signals } = question<number>();
  part.ask("a", "a", run);
  part.ask("a", "a", run);
  expect(signals).toHaveLength(1);
});

test("a failure keeps the old answer, and can be asked again", async () => {
  const part = createPart<number>();
  part.ask("a", "a", () => Promise.resolve(1));
  await settled();
  const error = new HedgeQLError("no", { code: "NETWORK_ERROR" });
  const run = vi.fn<() => Promise<number>>().mockRejectedValueOnce(error).mockResolvedValueOnce(2);
  part.ask("b", "b", run);
  await settled();
  expect(part.get()).toMatchObject({ phase: "failed", value: 1, isCurrent: false, error });
  part.retry();
  expect(part.get()).toMatchObject({ phase: "loading", error: undefined });
  await settled();
  expect(part.get()).toMatchObject({ phase: "answered", value: 2, isCurrent: true });
  part.retry();
  expect(run).toHaveBeenCalledTimes(2);
});

describe("without an answer", () => {
  test("cancelled: the request ends, and can be asked again", () => {
    const part = createPart<number>();
    const { run, signals } = question<number>();
    part.ask("a", "a", run);
    part.cancel();
    expect(part.get().phase).toBe("cancelled");
    expect(signals[0].aborted).toBe(true);
    part.retry();
    expect(part.get().phase).toBe("loading");
  });

  test("at rest: nothing is asked, and the same question later is a new one", async () => {
    const part = createPart<number>();
    const { run, signals } = question<number>();
    part.ask("a", "a", run);
    part.rest();
    expect(part.get()).toMatchObject({ phase: "idle", isCurrent: false });
    part.retry();
    part.ask("a", "a", run);
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
  });

  test("an error of the page itself is one of the SDK's", async () => {
    const part = createPart<number>();
    part.ask("a", "a", () => Promise.reject(new TypeError("odd")));
    await settled();
    expect(part.get().error).toMatchObject({ code: "INTERNAL_ERROR", message: "odd" });
  });
});
