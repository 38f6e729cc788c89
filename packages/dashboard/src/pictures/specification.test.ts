import { expect, test } from "vitest";
import { fileName, forPage } from "./specification.ts";

test("the page prints title and words itself, and keeps what is drawn", () => {
  const drawn = { mark: "line", datasets: { a: [] }, width: "container" };
  const page = forPage({
    ...drawn,
    title: "T",
    description: "D",
    config: { background: "#fff", axis: { grid: true } },
  });
  expect(page).toEqual({
    ...drawn,
    config: { background: "transparent", padding: 4, aria: false, axis: { grid: true } },
  });
});

test("files have plain names", () => {
  expect(fileName("sample:AAPL hedged with sample:^GSPC", "dailyReturns")).toBe("aapl-hedged-with-gspc-dailyreturns");
  expect(fileName("../..", "x")).toBe("x");
});
