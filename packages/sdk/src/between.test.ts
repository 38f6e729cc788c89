import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { between } from "./between.ts";
import { HedgeQLError } from "./error.ts";
import { unpack } from "./series.ts";

const base64 = ({ buffer }: Float64Array | Int32Array) => Buffer.from(buffer).toString("base64");
const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

function seriesOf(days: readonly number[]) {
  const values = base64(Float64Array.from(days));
  const betas = [{ benchmark: "B", values }];
  const packed = { length: days.length, dates: base64(Int32Array.from(days)), values, betas };
  return unpack({ symbol: "A", packed });
}

const day = fc.integer({ min: -3_000, max: 3_000 });

test("it is what a filter of the rows leaves", () => {
  fc.assert(
    fc.property(fc.uniqueArray(day), day, day, (unordered, a, b) => {
      const series = seriesOf(unordered.toSorted((one, other) => one - other));
      const part = between(series, iso(a), iso(b));
      const rows = series.toArray().filter(({ date }) => date >= iso(a) && date <= iso(b));
      expect(part.toArray()).toEqual(rows);
      expect([part.length, part.dates.length, part.betas[0].values.length]).toEqual(Array(3).fill(rows.length));
      expect([part.symbol, part.betas[0].benchmark]).toEqual(["A", "B"]);
    }),
  );
});

test("a plain list beside the dates is cut as they are, and what is no list of theirs is left", () => {
  const { dates, values } = seriesOf([1, 2, 3]);
  const part = between({ dates, values, readable: [1, 2, 3], tags: ["x"], symbol: "A" }, "1970-01-03", "1970-01-03");
  expect(part).toEqual({
    dates: expect.anything(),
    values: Float64Array.of(2),
    readable: [2],
    tags: ["x"],
    symbol: "A",
  });
  expect([...part.dates]).toEqual(["1970-01-03"]);
});

test("its columns are views of the same memory", () => {
  const series = seriesOf([1, 2, 3]);
  const part = between(series, "1970-01-03", "1970-01-04");
  expect(part.values.buffer).toBe(series.values.buffer);
  expect(JSON.stringify(part.values)).toBe("[2,3]");
});

describe("a date that is none is refused", () => {
  test.each(["", "soon", "2018-02-31", "2018-05-11T12:00:00Z"])("%s", (date) => {
    for (const call of [
      () => between(seriesOf([1]), date, "2018-01-01"),
      () => between(seriesOf([1]), "2018-01-01", date),
    ])
      expect(call).toThrow(HedgeQLError);
  });
});
