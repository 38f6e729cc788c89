import { HedgeQLError, type HedgeQLErrorCode } from "@hedgeql/sdk";
import { expect, test } from "vitest";
import { createPart } from "./part.ts";
import { watchConnection } from "./reconnection.ts";

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A clock that moves when the test says so. */
function manualTimers() {
  let waiting: { readonly run: () => void; readonly milliseconds: number } | undefined;
  return {
    now: () => 0,
    setTimeout: (run: () => void, milliseconds: number) => {
      waiting = { run, milliseconds };
      return waiting;
    },
    clearTimeout: (timer: unknown) => {
      if (timer === waiting) waiting = undefined;
    },
    wait: () => waiting?.milliseconds,
    fire: () => waiting?.run(),
  };
}

/** Two parts of a server that can be stopped. */
function setUp(code: HedgeQLErrorCode = "NETWORK_ERROR") {
  const server = { isUp: true, asked: 0 };
  const run = () => {
    server.asked += 1;
    return server.isUp ? Promise.resolve(1) : Promise.reject(new HedgeQLError("down", { code }));
  };
  const parts = [createPart<number>(), createPart<number>()];
  const timers = manualTimers();
  const reconnection = watchConnection(parts, timers);
  const ask = (key: string) => {
    for (const part of parts) part.ask(key, key, run);
  };
  return { server, parts, timers, reconnection, ask };
}

test("a server that stops and comes back: one wait for all parts, longer each time, and it recovers by itself", async () => {
  const { server, parts, timers, reconnection, ask } = setUp();
  server.isUp = false;
  ask("a");
  await settled();
  expect(reconnection.get().isDown).toBe(true);
  const waits: (number | undefined)[] = [];
  for (let attempt = 0; attempt < 7; attempt++) {
    waits.push(timers.wait());
    timers.fire();
    expect(reconnection.get().isDown).toBe(true);
    await settled();
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  server.isUp = true;
  timers.fire();
  await settled();
  expect(reconnection.get().isDown).toBe(false);
  expect(parts.map((part) => part.get().phase)).toEqual(["answered", "answered"]);
  expect(timers.wait()).toBeUndefined();
});

test("it asks at once when the window or the network is back", async () => {
  const { server, parts, reconnection, ask } = setUp();
  server.isUp = false;
  ask("a");
  await settled();
  server.isUp = true;
  reconnection.retryNow();
  await settled();
  expect(parts[0].get().phase).toBe("answered");
  const before = server.asked;
  reconnection.retryNow();
  expect(server.asked).toBe(before);
});

test("after it was back the waits begin anew", async () => {
  const { server, timers, reconnection, ask } = setUp();
  server.isUp = false;
  ask("a");
  await settled();
  timers.fire();
  await settled();
  server.isUp = true;
  reconnection.retryNow();
  await settled();
  server.isUp = false;
  ask("b");
  await settled();
  expect(timers.wait()).toBe(1000);
});

test("other failures are not asked again", async () => {
  const { server, timers, reconnection, ask } = setUp("UNKNOWN_SYMBOL");
  server.isUp = false;
  ask("a");
  await settled();
  expect(reconnection.get().isDown).toBe(false);
  expect(timers.wait()).toBeUndefined();
});
