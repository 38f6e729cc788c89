import { describe, expect, test, vi } from "vitest";
import { createClient } from "./client.ts";
import { answered, failureOf, url, variables } from "./failure.fixture.ts";

describe("a fetch that ignores its signal", () => {
  const deaf = () => new Promise<Response>(() => {});
  const deafBody = () => Promise.resolve(new Response(new ReadableStream()));

  test.each([
    ["before an answer", deaf],
    ["in the middle of it", deafBody],
  ])("%s: the timeout and the caller's signal end the call", async (_, fetch) => {
    const hedgeql = createClient({ url, fetch });
    const late = await failureOf(hedgeql.regression(variables, { timeout: 10 }));
    expect(late).toMatchObject({ code: "TIMEOUT", message: "no answer within 10 ms" });
    const controller = new AbortController();
    setTimeout(() => controller.abort("no longer needed"), 10);
    const error = await failureOf(hedgeql.regression(variables, { signal: controller.signal }));
    expect(error).toMatchObject({ code: "ABORTED", cause: "no longer needed" });
  });

  test("a signal that is already aborted: nothing is sent", async () => {
    const fetch = vi.fn(answered);
    for (const [own, call] of [
      [{ signal: AbortSignal.abort() }, {}],
      [{}, { signal: AbortSignal.abort() }],
    ]) {
      const error = await failureOf(createClient({ url, fetch, ...own }).regression(variables, call));
      expect(error.code).toBe("ABORTED");
    }
    expect(fetch).not.toHaveBeenCalled();
  });

  test("a signal that is aborted while the call is sent: the answer does not count", async () => {
    const controller = new AbortController();
    const fetch = () => {
      controller.abort();
      return answered();
    };
    const call = createClient({ url, fetch }).regression(variables, { signal: controller.signal });
    expect((await failureOf(call)).code).toBe("ABORTED");
  });
});

test("the timeout covers all attempts together", async () => {
  const fetch = vi.fn(() => Promise.reject(new TypeError("no route")));
  const call = createClient({ url, fetch, retries: 1_000 }).regression(variables, { timeout: 1 });
  // It is told why the last attempt failed rather than that time ran out while it waited.
  expect((await failureOf(call)).code).toBe("NETWORK_ERROR");
});

test("a call leaves no listener at the caller's signal, and no timer", async () => {
  vi.useFakeTimers();
  try {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    await createClient({ url, fetch: answered }).regression(variables, { signal });
    expect(removed.mock.calls).toEqual(added.mock.calls);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test.each([Number.NaN, -1, Number.NEGATIVE_INFINITY])("a timeout of %d is BAD_INPUT", async (timeout) => {
  const error = await failureOf(createClient({ url, fetch: answered }).regression(variables, { timeout }));
  expect(error).toMatchObject({ code: "BAD_INPUT", message: expect.stringMatching(`timeout.*got ${timeout}`) });
});

test("a timeout longer than a timer can run means never", async () => {
  const late = () => new Promise<Response>((resolve) => setTimeout(() => resolve(answered()), 20));
  const { regression } = await createClient({ url, fetch: late }).regression(variables, { timeout: 2 ** 40 });
  expect(regression.beta).toBe(1);
});
