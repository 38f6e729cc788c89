import { pino } from "pino";
import { expect, test } from "vitest";
import { createApp } from "../app.ts";
import type { PriceHistories } from "../prices/price-history.ts";

/** An app whose prices fail in a way that nobody foresaw, and what it logs. */
function failing(load: PriceHistories["load"]) {
  const lines: Record<string, unknown>[] = [];
  const logger = pino({}, { write: (line: string) => lines.push(JSON.parse(line)) });
  const app = createApp({
    prices: { identify: (symbol) => symbol, load, search: () => Promise.resolve({ matches: [], failures: [] }) },
    health: { stopping: () => false, pingStore: () => Promise.resolve() },
    logger,
    corsOrigins: [],
  });
  const ask = async (init: RequestInit = {}) => {
    const response = await app.fetch("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: '{ asset(symbol: "X") { id } }' }),
      ...init,
    });
    return (await response.json()) as { errors: { message: string; extensions: { code: string; id: string } }[] };
  };
  return { ask, lines };
}

test("a defect is masked, and logged whole under the id that the answer carries", async () => {
  const { ask, lines } = failing(() => Promise.reject(new TypeError("password is hunter2")));
  const { errors } = await ask();
  expect(errors).toMatchObject([{ path: ["asset"], extensions: { code: "INTERNAL_ERROR" } }]);
  expect(JSON.stringify(errors)).not.toContain("hunter2");
  expect(errors[0].extensions).toEqual({ code: "INTERNAL_ERROR", id: expect.any(String) });
  const logged = lines.find(({ id }) => id === errors[0].extensions.id);
  expect(logged).toMatchObject({ level: 50, err: { message: "password is hunter2" } });
});

test("a request that was cancelled is no defect", async () => {
  const { ask, lines } = failing(() => Promise.reject(new DOMException("This operation was aborted", "AbortError")));
  const { errors } = await ask();
  expect(errors[0].extensions).toEqual({ code: "CANCELLED" });
  expect(lines.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});
