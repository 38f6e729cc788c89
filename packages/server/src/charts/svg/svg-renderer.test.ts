import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, test, vi } from "vitest";
import type { SpecPart } from "../chart.ts";
import { createSvgRenderer } from "./svg-renderer.ts";

// Vega is slow to load beside other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const bars = (text: string, width = 120): SpecPart => ({
  description: text,
  width,
  height: 80,
  data: { values: [{ a: 1 }] },
  mark: { type: "bar", aria: false },
  encoding: { x: { field: "a", type: "quantitative" } },
});

/** A thread that answers in a way of its own. */
const threadOf = (onMessage: string) => {
  const code = `import { parentPort } from "node:worker_threads";
    let drawn = 0;
    parentPort.on("message", async ({ id, spec }) => { ${onMessage} });`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
};

const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("with Vega", () => {
  const renderer = createSvgRenderer();
  afterAll(() => renderer.close());

  test("an order is drawn, as one image with its description", async () => {
    const svg = await renderer.render(bars("One bar"));
    expect(svg).toMatch(/^<svg role="img" aria-label="One bar" /);
    expect(svg).toContain("mark-rect");
    expect(svg).toMatch(/<\/svg>$/);
  });

  test("many orders at once are answered in their order, each with its own picture", async () => {
    const answered: number[] = [];
    const all = Array.from({ length: 20 }, async (_, i) => {
      const svg = await renderer.render(bars(`bar ${i}`, 100 + i));
      answered.push(i);
      return svg;
    });
    const svgs = await Promise.all(all);
    expect(answered).toEqual(Array.from(svgs.keys()));
    for (const [i, svg] of svgs.entries()) expect(svg).toContain(`aria-label="bar ${i}"`);
  });

  test("the same order gives the same picture", async () => {
    expect(await renderer.render(bars("a"))).toBe(await renderer.render(bars("a")));
  });

  test.each<[string, SpecPart]>([
    ["no specification", {}],
    ["a mark that there is not", { ...bars("x"), mark: "nothing" }],
    ["an expression that is none", { ...bars("x"), params: [{ name: "p", expr: "][" }] }],
    ["a function", { ...bars("x"), transform: [() => 1] }],
  ])("%s is an Error, and the next order works", async (_, spec) => {
    expect(await rejection(renderer.render(spec))).toBeInstanceOf(Error);
    expect(await renderer.render(bars("after"))).toContain('aria-label="after"');
  });
});

test("an order whose caller left before its turn is never drawn", async () => {
  const renderer = createSvgRenderer(threadOf("drawn += 1; parentPort.postMessage({ id, svg: spec.name + drawn });"));
  const left = new AbortController();
  const stays = new AbortController();
  const orders = [
    renderer.render({ name: "a" }),
    renderer.render({ name: "b" }, left.signal),
    renderer.render({ name: "c" }, stays.signal),
  ];
  left.abort(new Error("gone"));
  // The second that is drawn is the third that was ordered.
  expect(await Promise.allSettled(orders)).toMatchObject([
    { value: "a1" },
    { status: "rejected", reason: { message: "gone" } },
    { value: "c2" },
  ]);
  expect(await rejection(renderer.render({ name: "d" }, left.signal))).toMatchObject({ message: "gone" });
  expect(await renderer.render({ name: "e" })).toBe("e3");
  await renderer.close();
});

test("ten thousand callers who left are passed over", async () => {
  const renderer = createSvgRenderer(threadOf("parentPort.postMessage({ id, svg: 'drawn' });"));
  const left = new AbortController();
  const first = renderer.render({});
  const others = Array.from({ length: 10_000 }, () => rejection(renderer.render({}, left.signal)));
  left.abort();
  const last = renderer.render({});
  expect(await Promise.all([first, last])).toEqual(["drawn", "drawn"]);
  expect(new Set(await Promise.all(others))).toEqual(new Set([left.signal.reason]));
  await renderer.close();
});

test.each([
  ["ends", "if (spec.bad) process.exit(3);", /ended with 3/],
  ["throws", "if (spec.bad) throw new Error('broken');", /broken/],
])("a thread that %s takes its own order with it, and the next one gets a new thread", async (_, code, message) => {
  const renderer = createSvgRenderer(
    threadOf(`${code} drawn += 1; parentPort.postMessage({ id, svg: "drawn " + drawn });`),
  );
  const orders = [{}, { bad: true }, {}, {}].map((spec) => renderer.render(spec));
  const [first, second, third, fourth] = await Promise.allSettled(orders);
  expect(second).toMatchObject({ status: "rejected", reason: { message: expect.stringMatching(message) } });
  // Counted from 1 again: it is another thread.
  expect([first, third, fourth]).toMatchObject([{ value: "drawn 1" }, { value: "drawn 1" }, { value: "drawn 2" }]);
  await renderer.close();
});

test("what is closed ends its thread, rejects what is not drawn, and draws no more", async () => {
  const renderer = createSvgRenderer(threadOf("/* never answers */"));
  const orders = [renderer.render({}), renderer.render({})].map(rejection);
  await renderer.close();
  const [current, waiting] = await Promise.all(orders);
  expect(current).toMatchObject({ message: expect.stringContaining("ended") });
  expect(waiting).toMatchObject({ message: expect.stringContaining("closed") });
  expect(await rejection(renderer.render({}))).toMatchObject({ message: expect.stringContaining("closed") });
  await createSvgRenderer().close();
});

test("a script gets its picture, and then ends by itself: an idle thread keeps no process alive", async () => {
  const module = fileURLToPath(new URL("./svg-renderer.ts", import.meta.url));
  const script = `
    const { createSvgRenderer } = await import(${JSON.stringify(module)});
    const svg = await createSvgRenderer().render(${JSON.stringify(bars("alone"))});
    console.log(svg.length > 500, svg.includes("alone"));`;
  const run = promisify(execFile)(process.execPath, ["--eval", script]);
  expect((await run).stdout.trim()).toBe("true true");
}, 30_000);
