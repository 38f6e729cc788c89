import { expect } from "vitest";

/** What `report.mjs` must find, as a program printed it. */
export function expectFacts(printed: string): void {
  const { beta, series, ...rest } = JSON.parse(printed) as {
    beta: number;
    series: [boolean, number, string, number];
  };
  expect(beta).toBeCloseTo(0.993391718787843, 12);
  const last = series.pop();
  expect(last).toBeCloseTo(-0.00549960774371, 12);
  expect({ series, ...rest }).toEqual({
    series: [true, 1259, "2018-05-11"],
    rows: 1259,
    unpacked: [1259, ["Returns"]],
    failures: ["UNKNOWN_SYMBOL", "ABORTED", "TIMEOUT", "NETWORK_ERROR"],
  });
}
