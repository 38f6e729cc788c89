import { afterAll, beforeAll, expect, test } from "vitest";
import { type AnswerData, ask, type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** Apple against the index, and against two stocks and the index, with dates at which there is no answer yet. */
const ONE = 'portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"], period: { end: "2014-12-31" }';
const THREE =
  'portfolio: { symbol: "sample:AAPL-MONTHLY" }, benchmarks: ["sample:^GSPC", "sample:MSFT-MONTHLY", "sample:IBM-MONTHLY"], period: { interval: MONTH }';

const bytes = (text: unknown) => Uint8Array.from(Buffer.from(text as string, "base64")).buffer;
const DAY_MS = 86_400_000;
const dates = (text: unknown) =>
  Array.from(new Int32Array(bytes(text)), (day) => new Date(day * DAY_MS).toISOString().slice(0, 10));
/** As the readable columns say it. */
const numbers = (text: unknown) =>
  Array.from(new Float64Array(bytes(text)), (value) => (Number.isNaN(value) ? null : value));

interface Beta {
  readonly benchmark: unknown;
  readonly values: unknown;
  readonly standardErrors: unknown;
}
const unpackedBetas = (betas: unknown) =>
  (betas as Beta[]).map(({ benchmark, values, standardErrors }) => ({
    benchmark,
    values: numbers(values),
    standardErrors: numbers(standardErrors),
  }));

/** The columns, and the same unpacked: equal numbers here are equal doubles, for JSON has all their digits. */
async function both(asked: string, field: string, columns: readonly string[]) {
  const names = `dates ${columns.join(" ")} betas { benchmark values standardErrors }`;
  const query = `{ regression(${asked}) { path: ${field} { ${names} packed { length ${names} } } } }`;
  const { data, errors } = await ask(server.url, query);
  expect(errors).toEqual([]);
  const { packed, ...readable } = data.regression.path as unknown as Record<string, unknown> & { packed: AnswerData };
  const unpacked = Object.fromEntries(columns.map((name) => [name, numbers(packed[name])]));
  return {
    readable,
    length: packed.length,
    unpacked: { dates: dates(packed.dates), ...unpacked, betas: unpackedBetas(packed.betas) },
  };
}

const KALMAN = ["alpha", "alphaStandardError", "beta", "standardError"];
const ROLLING = ["alpha", "beta", "standardError", "rSquared"];

test.each([
  ["kalman", ONE, KALMAN],
  ["kalman(smoothed: true)", ONE, KALMAN],
  ["kalman", THREE, KALMAN],
  ["rolling(window: 24)", ONE, ROLLING],
  ["rolling(window: 24)", THREE, ROLLING],
  ["expanding(minimum: 24)", THREE, ROLLING],
])("the packed columns of %s are the readable ones, bit for bit", async (field, asked, columns) => {
  const { readable, unpacked, length } = await both(asked, field, columns);
  expect(unpacked).toEqual(readable);
  expect(length).toBe((readable.dates as string[]).length);
});

test("where the readable columns have null, the packed ones have NaN", async () => {
  const { readable, unpacked } = await both(THREE, "kalman", KALMAN);
  const [first] = readable.beta as (number | null)[];
  expect(first).toBeNull();
  expect(unpacked.betas.map(({ values }) => values[0])).toEqual([null, null, null]);
});

test("the first of the betas is the column of the first benchmark, and the order is the order asked", async () => {
  for (const field of ["kalman", "rolling(window: 24)"]) {
    const query = `{ regression(${THREE}) { path: ${field} { packed { beta standardError betas { benchmark values standardErrors } } } } }`;
    const { data } = await ask(server.url, query);
    const { beta, standardError, betas } = data.regression.path.packed as unknown as Record<string, string> & {
      betas: Beta[];
    };
    expect(betas[0]).toEqual({ benchmark: "sample:^GSPC", values: beta, standardErrors: standardError });
    expect(betas.map(({ benchmark }) => benchmark)).toEqual([
      "sample:^GSPC",
      "sample:MSFT-MONTHLY",
      "sample:IBM-MONTHLY",
    ]);
  }
});
