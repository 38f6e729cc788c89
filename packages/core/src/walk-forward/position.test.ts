import fc from "fast-check";
import { expect, test } from "vitest";
import { drifted, driftedOver } from "./position.ts";

const returns = fc.double({ min: -0.5, max: 1, noNaN: true });
const periods = fc.array(fc.tuple(returns, returns, returns), { maxLength: 60 });

test("over many periods a position drifts as it does one after the other", () => {
  fc.assert(
    fc.property(periods, fc.double({ min: -3, max: 3, noNaN: true }), (rows, ratio) => {
      const [portfolio, ...instruments] = [0, 1, 2].map((i) => Float64Array.from(rows, (row) => row[i]));
      const ratios = [ratio, 1];
      const stepped = rows.reduce<readonly number[]>((held, _, t) => drifted(held, instruments, portfolio, t), ratios);
      driftedOver(ratios, instruments, portfolio).forEach((end, i) => {
        expect(Math.abs(end - stepped[i])).toBeLessThanOrEqual(1e-11 * Math.abs(stepped[i]) + 1e-300);
      });
    }),
  );
});

test("an instrument that is worth nothing leaves no position, a portfolio that is leaves no ratio", () => {
  const fall = Float64Array.of(0.1, -1);
  const flat = new Float64Array(2);
  expect(driftedOver([0.8], [fall], flat)).toEqual([0]);
  expect(() => driftedOver([0.8], [flat], fall)).toThrow(
    expect.objectContaining({ code: "BAD_INPUT", message: expect.stringContaining("lost everything") }),
  );
});
