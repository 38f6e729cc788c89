import { afterEach, expect, test, vi } from "vitest";
import { createClient } from "./client.ts";
import { answer, answered, failureOf, refusal, url, variables } from "./failure.fixture.ts";
import type { ResponseEvent } from "./hooks.ts";

afterEach(() => vi.restoreAllMocks());

test("each attempt is told before it is sent and after it was answered", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const fetch = vi.fn(answered).mockImplementationOnce(() => answer("busy", { status: 503 }));
  const told: (string | number | undefined)[][] = [];
  const hedgeql = createClient({
    url,
    fetch,
    onRequest: ({ operation, attempt }) => void told.push(["to", operation, attempt]),
    onResponse: ({ operation, attempt, error }) => void told.push(["from", operation, attempt, error?.status]),
  });
  await hedgeql.regression(variables);
  expect(told).toEqual([
    ["to", "Regression", 1],
    ["from", "Regression", 1, 503],
    ["to", "Regression", 2],
    ["from", "Regression", 2, undefined],
  ]);
});

test("a hook may take its time, and may set headers for its attempt", async () => {
  const fetch = vi.fn((_: unknown, _init?: RequestInit) => answered());
  const hedgeql = createClient({
    url,
    fetch,
    headers: { traceparent: "old" },
    onRequest: async ({ headers }) => {
      await Promise.resolve();
      headers.set("traceparent", "00-1-2-01");
    },
  });
  await hedgeql.regression(variables);
  expect(new Headers(fetch.mock.calls[0][1]?.headers).get("traceparent")).toBe("00-1-2-01");
});

test("a failure is told as it is thrown, a timeout and an abort too, and how long it took", async () => {
  const events: ResponseEvent[] = [];
  const options = { url, onResponse: (event: ResponseEvent) => void events.push(event) };
  const refused = await failureOf(
    createClient({ ...options, fetch: () => refusal("NO_OVERLAP") }).regression(variables),
  );
  const hang = (_: unknown, init?: RequestInit) =>
    new Promise<Response>((_resolve, reject) =>
      init?.signal?.addEventListener("abort", () => reject(new Error("cut"))),
    );
  const late = await failureOf(createClient({ ...options, fetch: hang, timeout: 5 }).regression(variables));
  await vi.waitFor(() => expect(events).toHaveLength(2), 15_000);
  expect(events.map(({ error }) => error)).toEqual([refused, late]);
  expect(events[1].error?.code).toBe("TIMEOUT");
  expect(events.every(({ milliseconds }) => milliseconds >= 0)).toBe(true);
});

test("a hook that fails before sending ends the call, and nothing is sent", async () => {
  const fetch = vi.fn(answered);
  const onRequest = () => Promise.reject(new Error("no tracer"));
  const error = await failureOf(createClient({ url, fetch, onRequest }).regression(variables));
  expect(error).toMatchObject({
    code: "BAD_INPUT",
    message: expect.stringContaining("hooks"),
    cause: new Error("no tracer"),
  });
  expect(fetch).not.toHaveBeenCalled();
});

test("what happens after sending cannot change what came of it", async () => {
  for (const onResponse of [
    () => {
      throw new Error("no log");
    },
    () => Promise.reject(new Error("no log")),
  ]) {
    const { regression } = await createClient({ url, fetch: answered, onResponse }).regression(variables);
    expect(regression.beta).toBe(1);
    const refused = createClient({ url, fetch: () => refusal("NO_OVERLAP"), onResponse }).regression(variables);
    expect((await failureOf(refused)).code).toBe("NO_OVERLAP");
  }
});

test("an attempt takes as long as its answer", async () => {
  const taken: number[] = [];
  const fetch = async () => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return answered();
  };
  const onResponse = ({ milliseconds }: ResponseEvent) => void taken.push(milliseconds);
  await createClient({ url, fetch, onResponse }).regression(variables);
  // A timer may fire up to a millisecond before the clock says so.
  expect(taken[0]).toBeGreaterThan(28);
});
