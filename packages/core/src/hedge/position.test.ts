import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exposure, type LegOrder, sizeLegs } from "./position.ts";

/** Of either sign, 0 too; not so small that money and shares fall below the range of doubles. */
const ratio = fc.double({ min: -5, max: 5, noNaN: true }).map((size) => (Math.abs(size) < 1e-100 ? 0 : size));
const order = fc.record({
  ratio,
  price: fc.double({ min: 0.01, max: 5000, noNaN: true }),
  exchangeRate: fc.double({ min: 0.005, max: 20, noNaN: true }),
  lotSize: fc.constantFrom(1, 10, 50, 100, 0.001),
});
/** With the largest ratio and the cheapest lots still a number of lots that is exact. */
const value = fc.double({ min: 1, max: 1e6, noNaN: true });
const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-14 * Math.abs(b));

describe("sizeLegs", () => {
  test("keeps ratio, notional, shares and lots in step, whole or not", () => {
    fc.assert(
      fc.property(value, order, fc.boolean(), (worth, leg, whole) => {
        const [size] = sizeLegs(worth, [leg], whole);
        close(size.notional, size.ratio * worth);
        close(size.shares * leg.price * leg.exchangeRate, size.notional);
        close(size.lots * leg.lotSize, size.shares);
        close(size.exactNotional, size.exactRatio * worth);
        close(size.exactShares * leg.price * leg.exchangeRate, size.exactNotional);
        expect(size.exactRatio).toBe(leg.ratio + 0);
      }),
    );
  });

  test("is exact unless whole lots are asked for", () => {
    fc.assert(
      fc.property(value, order, (worth, leg) => {
        const [size] = sizeLegs(worth, [leg], false);
        expect([size.ratio, size.notional, size.shares]).toEqual([
          size.exactRatio,
          size.exactNotional,
          size.exactShares,
        ]);
      }),
    );
  });

  test("in whole lots is never off by more than half a lot", () => {
    fc.assert(
      fc.property(value, order, (worth, leg) => {
        const [{ lots, exactShares }] = sizeLegs(worth, [leg], true);
        expect(Number.isInteger(lots)).toBe(true);
        expect(Math.abs(lots - exactShares / leg.lotSize)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  test("of the opposite ratio is the opposite, and never -0", () => {
    fc.assert(
      fc.property(value, order, fc.boolean(), (worth, leg, whole) => {
        const [short] = sizeLegs(worth, [leg], whole);
        const [long] = sizeLegs(worth, [{ ...leg, ratio: -leg.ratio }], whole);
        for (const key of [
          "ratio",
          "notional",
          "shares",
          "lots",
          "exactRatio",
          "exactNotional",
          "exactShares",
        ] as const) {
          expect(long[key]).toBe(-short[key] + 0);
          expect(Object.is(short[key], -0)).toBe(false);
        }
      }),
    );
  });

  test("of a ratio too small for doubles is 0, never -0", () => {
    const [size] = sizeLegs(1, [{ ratio: -5e-324, price: 10, exchangeRate: 10 }], false);
    expect([size.shares, size.lots, size.exactShares]).toEqual([0, 0, 0]);
    expect(sizeLegs(1, [{ ratio: -5e-324, price: 1, lotSize: 100 }], false)[0].lots).toBe(0);
  });

  test("sells index futures by their multiplier, in another currency", () => {
    // 1.2 of a million euros is 1.2 million; a contract is 50 points of 4,000 dollars at 0.9 euros: 180,000.
    const future = { ratio: 1.2, price: 4000, exchangeRate: 0.9, lotSize: 50 };
    const [size] = sizeLegs(1e6, [future], true);
    expect(size).toMatchObject({ lots: 7, shares: 350, exactRatio: 1.2, exactNotional: 1.2e6 });
    expect(size.notional).toBeCloseTo(1.26e6, 8);
    expect(size.ratio).toBeCloseTo(1.26, 14);
    expect(size.exactShares).toBeCloseTo(1e6 / 3000, 10);
  });

  test.each([
    [2.5, 3],
    [-2.5, -3],
    [0.5, 1],
    [-0.5, -1],
    [0.49999999999999994, 0],
    [-0.2, 0],
    [1.4, 1],
  ])("%d lots are %d", (exact, whole) => {
    expect(sizeLegs(1, [{ ratio: exact, price: 1 }], true)[0].lots).toBe(whole);
  });

  test("that rounds to nothing sells nothing", () => {
    const [size] = sizeLegs(1000, [{ ratio: -0.2, price: 500 }], true);
    expect(size).toEqual({
      ratio: 0,
      notional: 0,
      shares: 0,
      lots: 0,
      exactRatio: -0.2,
      exactNotional: -200,
      exactShares: -0.4,
    });
  });

  test("sizes each leg for itself, in order", () => {
    const legs: LegOrder[] = [
      { ratio: 1, price: 10 },
      { ratio: -0.5, price: 4 },
    ];
    expect(sizeLegs(100, legs, true).map(({ shares }) => shares)).toEqual([10, -13]);
    expect(sizeLegs(100, [], true)).toEqual([]);
  });
});

describe("sizeLegs refuses", () => {
  const leg = { ratio: 1, price: 10 };

  test.each([0, -1, Number.NaN, Infinity])("a value of %d", (worth) => {
    const refusal = expect.objectContaining({
      code: "BAD_INPUT",
      message: `a portfolio's value must be a number above 0, got ${worth}`,
    });
    expect(() => sizeLegs(worth, [leg], false)).toThrow(refusal);
    expect(() => exposure(worth, [])).toThrow(refusal);
  });

  test.each([0, -1, Number.NaN, Infinity])("a price, an exchange rate or a lot size of %d, and says whose", (bad) => {
    const refusal = (rule: string) =>
      expect.objectContaining({
        code: "BAD_INPUT",
        message: `${rule} must be a number above 0, got ${bad}`,
        details: { leg: 1, value: String(bad) },
      });
    expect(() => sizeLegs(1, [leg, { ...leg, price: bad }], false)).toThrow(refusal("a price"));
    expect(() => sizeLegs(1, [leg, { ...leg, exchangeRate: bad }], false)).toThrow(refusal("an exchange rate"));
    expect(() => sizeLegs(1, [leg, { ...leg, lotSize: bad }], true)).toThrow(refusal("a lot size"));
  });

  test.each([Number.NaN, Infinity, -Infinity])("a ratio of %d", (ratio) => {
    expect(() => sizeLegs(1, [{ ...leg, ratio }], true)).toThrow(`a hedge ratio must be a finite number, got ${ratio}`);
  });

  test.each([true, false])("sizes beyond the range of doubles (whole: %s)", (whole) => {
    const tooLarge = expect.objectContaining({ code: "BAD_INPUT", details: { leg: 0 } });
    expect(() => sizeLegs(1e300, [{ ratio: 1e10, price: 1 }], whole)).toThrow(tooLarge);
    expect(() => sizeLegs(1e300, [{ ratio: 1, price: 1e-10 }], whole)).toThrow(tooLarge);
    expect(() => sizeLegs(1, [{ ratio: 1, price: 1e-300, exchangeRate: 1e-300 }], whole)).toThrow(tooLarge);
    expect(() => sizeLegs(1, [{ ratio: 1, price: 1, lotSize: 5e-324 }], whole)).toThrow(tooLarge);
  });

  test("more whole lots than doubles can count, and no fewer", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const sell = (shares: number, whole: boolean) => sizeLegs(shares, [{ ratio: -1, price: 1 }], whole)[0].lots;
    expect(sell(most, true)).toBe(-most);
    expect(() => sell(most + 1, true)).toThrow(
      "a whole number of lots must be at most 9007199254740991 to be exact, got -9007199254740992",
    );
    expect(sell(most + 1, false)).toBe(-most - 1);
  });
});

describe("exposure", () => {
  test("is gross of what is long and short alike, and net of what is short", () => {
    expect(exposure(100, [{ notional: 120 }, { notional: -30 }])).toEqual({ gross: 250, net: 10 });
    expect(exposure(100, [])).toEqual({ gross: 100, net: 100 });
  });

  test("of sized legs is value times the ratios", () => {
    fc.assert(
      fc.property(value, order, order, fc.boolean(), (worth, one, other, whole) => {
        const legs = sizeLegs(worth, [one, other], whole);
        const { gross, net } = exposure(worth, legs);
        const ratios = legs.map(({ ratio }) => ratio);
        const size = 1 + Math.abs(ratios[0]) + Math.abs(ratios[1]);
        expect(Math.abs(gross / worth - size)).toBeLessThan(1e-14 * size);
        expect(Math.abs(net / worth - (1 - ratios[0] - ratios[1]))).toBeLessThan(1e-14 * size);
      }),
    );
  });

  test("refuses a notional that is no number, and a sum that leaves the range of doubles", () => {
    expect(() => exposure(1, [{ notional: 1 }, { notional: Number.NaN }])).toThrow(
      expect.objectContaining({ code: "BAD_INPUT", details: { leg: 1 } }),
    );
    expect(() => exposure(1e308, [{ notional: 1e308 }, { notional: -1e308 }])).toThrow("gross is Infinity");
  });
});

test("an exposure counts what the portfolio itself is long and short, and its cash", () => {
  const legs = [{ notional: 300 }, { notional: -50 }];
  expect(exposure(1000, legs, { gross: 2, net: 0 })).toEqual({ gross: 2350, net: -250 });
  expect(exposure(1000, legs, { gross: 0.5, net: 0.5 })).toEqual({ gross: 850, net: 250 });
  expect(exposure(1000, legs)).toEqual({ gross: 1350, net: 750 });
});
