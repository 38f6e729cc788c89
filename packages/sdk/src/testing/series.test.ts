import { expect, test } from "vitest";
import { series } from "./series.ts";

test("dates as they are given, with values or with columns by their names", () => {
  const dates = ["2024-01-06", "2024-01-07"];
  expect(series(dates, [1, 2])).toEqual({ dates, values: [1, 2] });
  expect(series(dates, { beta: [1, 2], alpha: [3, 4] })).toEqual({ dates, beta: [1, 2], alpha: [3, 4] });
});

test("from one date on: that one, and the weekdays after it", () => {
  expect(series("2024-02-29", [1, 2, 3]).dates).toEqual(["2024-02-29", "2024-03-01", "2024-03-04"]);
  expect(series("2024-03-02", [1, 2]).dates).toEqual(["2024-03-02", "2024-03-04"]);
  expect(series("2024-03-02", []).dates).toEqual([]);
});

test("a date that is none is refused", () => {
  expect(() => series("yesterday", [1])).toThrow("a date must be like 2018-05-11, got yesterday");
});
