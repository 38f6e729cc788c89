import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ClientOptions } from "./client.ts";
import { createClient } from "./client.ts";
import { answer, answered, failureOf, refusal, url, variables } from "./failure.fixture.ts";
import { graphql } from "./operation.ts";
import { persisted } from "./persisted.ts";
import { createRequest } from "./request.ts";
import { retries } from "./retry.ts";

type Attempt = () => Promise<Response>;

const proxy =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    answer("<html>", { status, headers });

/** A call whose attempts come to these in turn, and the times at which they were made. */
function attempts(list: readonly Attempt[], options: Partial<ClientOptions> = {}) {
  const times: number[] = [];
  const start = Date.now();
  const fetch = () => {
    times.push(Date.now() - start);
    return (list[times.length - 1] ?? answered)();
  };
  const call = createClient({ url, fetch, ...options }).regression(variables);
  call.catch(() => {});
  return { call, times };
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-01-01T00:00:00Z") });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("a failure that may pass is tried again", () => {
  test.each<[string, Attempt]>([
    ["no answer", () => Promise.reject(new TypeError("no route"))],
    [
      "an answer that breaks off",
      () => Promise.resolve(new Response(new ReadableStream({ start: (c) => c.error("cut") }))),
    ],
    ...[408, 429, 502, 503, 504].map((status): [string, Attempt] => [`a proxy's ${status}`, proxy(status)]),
    ["a source that limits requests", () => refusal("RATE_LIMITED")],
    ["a source that failed", () => refusal("SOURCE_UNAVAILABLE")],
  ])("%s", async (_, failed) => {
    const { call, times } = attempts([failed, failed]);
    await vi.runAllTimersAsync();
    expect((await call).regression.beta).toBe(1);
    // Half of at most 600 ms, then half of at most 1,200.
    expect(times).toEqual([0, 300, 900]);
  });

  test("no more than `retries` times, and then it is the last one's error", async () => {
    for (const [retries, expected] of [
      [0, 1],
      [2, 3],
      [undefined, 3],
      [Number.NaN, 1],
    ] as const) {
      const { call, times } = attempts(Array<Attempt>(9).fill(proxy(503)), { retries });
      await vi.runAllTimersAsync();
      expect(await failureOf(call)).toMatchObject({ code: "HTTP_ERROR", status: 503 });
      expect(times).toHaveLength(expected);
    }
  });
});

describe("a failure that would come again is not", () => {
  test.each<[string, Attempt]>([
    ["an unknown symbol", () => refusal("UNKNOWN_SYMBOL")],
    ["a defect of the server", () => refusal("INTERNAL_ERROR", { id: "1" })],
    ["a proxy's 500", proxy(500)],
    ["a proxy's 404", proxy(404)],
    [
      "a source that limits requests, beside an unknown symbol",
      () =>
        answer({
          errors: ["RATE_LIMITED", "UNKNOWN_SYMBOL"].map((code) => ({ message: code, extensions: { code } })),
        }),
    ],
  ])("%s", async (_, failed) => {
    const { call, times } = attempts([failed]);
    await vi.runAllTimersAsync();
    await failureOf(call);
    expect(times).toEqual([0]);
  });

  test("a mutation, which may have done its work", async () => {
    const fetch = vi.fn(proxy(503));
    const hedgeql = createClient({ url, fetch });
    for (const text of [
      "mutation Do { do }",
      "fragment F on T { a }mutation Do { do }",
      "# query\n  mutation { do }",
      ",mutation M { do }",
      '"""doc""" mutation M { do }',
    ])
      await failureOf(hedgeql.request(graphql(text), {}));
    expect(fetch).toHaveBeenCalledTimes(5);
    fetch.mockClear();
    // Where the hash stands for the text nobody knows what it does.
    const request = createRequest(
      { url, fetch },
      persisted(() => "0"),
      retries(),
    );
    await failureOf(request(graphql("mutation Do { do }"), {}));
    expect(fetch).toHaveBeenCalledOnce();
  });
});

describe("the server says when", () => {
  test.each<[string, Attempt, number]>([
    ["in seconds", proxy(429, { "retry-after": "7" }), 7_000],
    ["by a date", proxy(503, { "retry-after": "Thu, 01 Jan 2026 00:00:05 GMT" }), 5_000],
    ["by a date that is past", proxy(503, { "retry-after": "Wed, 31 Dec 2025 00:00:00 GMT" }), 0],
    ["in words that mean nothing", proxy(503, { "retry-after": "soon" }), 0],
    ["in an error's details", () => refusal("RATE_LIMITED", { retryAfterSeconds: 4 }), 4_000],
  ])("%s, and it waits so long and a little more", async (_, failed, wait) => {
    const { call, times } = attempts([failed]);
    await vi.runAllTimersAsync();
    await call;
    expect(times).toEqual([0, wait + 300]);
  });

  test("later than the timeout: the call fails at once, and says when", async () => {
    const { call, times } = attempts([proxy(429, { "retry-after": "61" })], { timeout: 60_000 });
    const error = await failureOf(call);
    expect([error.status, error.headers?.get("retry-after"), Date.now() - Date.parse("2026-01-01T00:00:00Z")]).toEqual([
      429,
      "61",
      0,
    ]);
    expect(times).toEqual([0]);
  });
});

test("waits differ, so that clients that failed together do not come back together", async () => {
  const seen = new Set<number>();
  for (const random of [0, 0.25, 0.75]) {
    vi.spyOn(Math, "random").mockReturnValue(random);
    const { call, times } = attempts([proxy(503)]);
    await vi.runAllTimersAsync();
    await call;
    seen.add(times[1]);
  }
  expect([...seen]).toEqual([0, 150, 450]);
});

test("an abort ends the wait, and nothing is sent after it", async () => {
  const controller = new AbortController();
  const { call, times } = attempts([proxy(503, { "retry-after": "30" })], { signal: controller.signal });
  await vi.advanceTimersByTimeAsync(1_000);
  controller.abort();
  expect((await failureOf(call)).code).toBe("ABORTED");
  await vi.runAllTimersAsync();
  expect(times).toEqual([0]);
  expect(vi.getTimerCount()).toBe(0);
});

test("an abort while an attempt is under way is no failure to try again", async () => {
  const controller = new AbortController();
  const hang: Attempt = () =>
    new Promise((_, reject) => controller.signal.addEventListener("abort", () => reject("cut")));
  const { call, times } = attempts([hang], { signal: controller.signal });
  await vi.advanceTimersByTimeAsync(100);
  controller.abort();
  expect((await failureOf(call)).code).toBe("ABORTED");
  await vi.runAllTimersAsync();
  expect(times).toEqual([0]);
});
