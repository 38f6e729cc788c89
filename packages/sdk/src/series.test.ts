import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { Dates, type Row, type Series, unpack } from "./series.ts";

const base64 = ({ buffer }: Float64Array | Int32Array) => Buffer.from(buffer).toString("base64");
const packed = (days: readonly number[], values: readonly number[]) => ({
  length: days.length,
  dates: base64(Int32Array.from(days)),
  values: base64(Float64Array.from(values)),
});

const anyNumber = fc.double();
const anyDay = fc.integer({ min: -25_567, max: 47_482 });
const anySeries = fc.array(fc.tuple(anyDay, anyNumber), { maxLength: 50 });

describe("a packed series is read", () => {
  test("bit for bit, whatever the numbers", () => {
    fc.assert(
      fc.property(anySeries, (rows) => {
        const days = rows.map(([day]) => day);
        const values = rows.map(([, value]) => value);
        const series = unpack({ packed: packed(days, values) });
        expect(series.length).toBe(rows.length);
        expect([...series.dates.days]).toEqual(days);
        expect([...series.values].every((value, i) => Object.is(value, values[i]))).toBe(true);
      }),
    );
  });

  test("with what stands beside it, wherever it stands, and leaves its source as it is", () => {
    const wire = Object.freeze({
      hedgedPortfolio: Object.freeze({
        effectiveness: 0.28,
        unhedged: Object.freeze({ symbol: null, packed: Object.freeze(packed([0, 1], [0.5, -0.5])) }),
        benchmarks: Object.freeze([{ symbol: "sample:^GSPC", packed: packed([0], [1]) }, null]),
      }),
    });
    const before = JSON.stringify(wire);
    const { hedgedPortfolio } = unpack(wire);
    expect(hedgedPortfolio.effectiveness).toBe(0.28);
    expect(hedgedPortfolio.unhedged.symbol).toBeNull();
    expect(hedgedPortfolio.unhedged.toArray()).toEqual([
      { date: "1970-01-01", value: 0.5 },
      { date: "1970-01-02", value: -0.5 },
    ]);
    expect(hedgedPortfolio.benchmarks[0]?.symbol).toBe("sample:^GSPC");
    expect(hedgedPortfolio.benchmarks[1]).toBeNull();
    expect(JSON.stringify(wire)).toBe(before);
  });

  test("with columns of any name, and those of each benchmark", () => {
    const wire = {
      rolling: {
        packed: {
          ...packed([17_662], [1]),
          beta: base64(Float64Array.of(1.2)),
          rSquared: base64(Float64Array.of(Number.NaN)),
          betas: [{ benchmark: "AAAA", values: base64(Float64Array.of(1.2)) }],
        },
      },
    };
    const { rolling } = unpack(wire);
    expectTypeOf(rolling.beta).toEqualTypeOf<Float64Array>();
    expectTypeOf(rolling.betas[0].values).toEqualTypeOf<Float64Array>();
    expectTypeOf(rolling.betas[0].benchmark).toEqualTypeOf<string>();
    expect(rolling.betas[0].benchmark).toBe("AAAA");
    expect([...rolling.betas[0].values]).toEqual([1.2]);
    expect(rolling.toArray()).toEqual([{ date: "2018-05-11", value: 1, beta: 1.2, rSquared: Number.NaN }]);
  });

  test("whichever of its columns were asked for, and with none", () => {
    const { dates, values } = packed([0], [3]);
    const unmeasured = unpack({ packed: { dates, values } });
    expect([unmeasured.length, unmeasured.toArray()]).toEqual([1, [{ date: "1970-01-01", value: 3 }]]);
    expect(unpack({ packed: { dates } }).dates.at(0)).toBe("1970-01-01");
    expect(unpack({ packed: packed([], []) }).toArray()).toEqual([]);
  });

  test("in place of the readable form of the same name", () => {
    const { returns } = unpack({ returns: { dates: ["1970-01-01"], values: [4], packed: packed([0], [3]) } });
    expectTypeOf(returns.dates).toEqualTypeOf<Dates>();
    expect([...returns.values]).toEqual([3]);
    expect(returns.dates).toBeInstanceOf(Dates);
  });

  test("once: what is unpacked stays as it is", () => {
    const { returns } = unpack({ returns: { symbol: "A", packed: packed([0], [3]) } });
    expect(unpack({ returns }).returns).toBe(returns);
  });

  test("and its methods are not promised of what is spread", () => {
    const spread = { ...unpack({ packed: packed([0], [3]) }) };
    expect([...spread.values]).toEqual([3]);
    // @ts-expect-error: a method of a class.
    expect(spread.toArray).toBeUndefined();
  });

  test("and is equal to the plain array of the same numbers", () => {
    expect(unpack({ packed: packed([0], [3]) }).values).toEqual(Float64Array.of(3));
  });

  test("with the name of its own type, where a cache asked for it", () => {
    const wire = { __typename: "ReturnSeries", packed: { __typename: "PackedSeries", ...packed([0], [3]) } };
    expect(unpack(wire).__typename).toBe("ReturnSeries");
  });

  test("and a specification of a picture is left as it is, whatever it holds", () => {
    const vegaLite = { packed: { values: "?" } };
    expect(unpack({ charts: { cumulative: { vegaLite } } }).charts.cumulative.vegaLite).toBe(vegaLite);
  });
});

describe("a column that is not what it says is refused", () => {
  test.each<[string, object]>([
    ["fewer entries than there should be", { ...packed([0, 1], [1, 2]), values: packed([0], [1]).values }],
    ["a part of a number", { ...packed([0], [1]), values: "AAAA" }],
    ["no base64", { ...packed([0], [1]), dates: "2018-05-11" }],
    ["columns of two lengths, and none is told", { dates: packed([0], []).dates, values: "" }],
    [
      "columns of two lengths, of a benchmark",
      { dates: packed([0], []).dates, betas: [{ benchmark: "B", values: "" }] },
    ],
    ["no dates", { values: packed([0], [1]).values }],
    ["dates by another name", { day: packed([0], [1]).dates, values: packed([0], [1]).values }],
  ])("%s", (_, bad) => expect(() => unpack({ a: { packed: bad } })).toThrow());
});

describe("dates", () => {
  test("are those of the calendar", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
        const dates = new Dates(Int32Array.of(day));
        expect([dates.at(0), dates.at(-1), dates.indexOf(iso), [...dates]]).toEqual([iso, iso, 0, [iso]]);
      }),
    );
  });

  test("are found, or not", () => {
    const dates = new Dates(Int32Array.of(17_660, 17_662));
    expect(
      ["2018-05-09", "2018-05-10", "2018-05-11", "", "soon", "2018-05-11T00:00:00Z"].map((date) => dates.indexOf(date)),
    ).toEqual([0, -1, 1, -1, -1, -1]);
    expect(new Dates(Int32Array.of(17_593)).indexOf("2018-02-31")).toBe(-1);
    expect([dates.at(2), dates.at(-3), dates.length]).toEqual([undefined, undefined, 2]);
  });
});

test("JSON has a series as lists, and NaN as null", () => {
  const series = unpack({ symbol: "A", packed: packed([0, 1], [1, Number.NaN]) });
  expect(JSON.parse(JSON.stringify(series))).toEqual({
    symbol: "A",
    length: 2,
    dates: ["1970-01-01", "1970-01-02"],
    values: [1, null],
  });
  expect(JSON.stringify({ values: series.values })).toBe('{"values":[1,null]}');
});

test("a row has a column's entry under the column's name in the singular", () => {
  expectTypeOf<Row<"values" | "beta">>().toEqualTypeOf<
    { readonly date: string } & { readonly value: number; readonly beta: number }
  >();
  expectTypeOf<Series<"adjustedCloses">["adjustedCloses"]>().toEqualTypeOf<Float64Array>();
  const closes = { length: 1, dates: packed([0], [0]).dates, adjustedCloses: packed([0], [188.59]).values };
  for (const row of unpack({ packed: closes })) expect(row.adjustedClose).toBe(188.59);
});
