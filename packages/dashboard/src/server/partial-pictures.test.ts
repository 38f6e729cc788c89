import { HedgeQLError, type ServerError } from "@hedgeql/sdk";
import { expect, test } from "vitest";
import { withFailures } from "./partial-pictures.ts";

const path = ["hedgedPortfolio", "charts"];
const picture = { title: "", subtitle: "", description: "", vegaLite: {} };
const failed = (data: unknown, errors: ServerError[]) =>
  Promise.reject(new HedgeQLError("failed", { code: "INSUFFICIENT_DATA", data, errors }));

test("pictures without an error come as they are", async () => {
  expect(await withFailures(Promise.resolve({ cumulative: picture }), path)).toEqual({
    charts: { cumulative: picture },
    failures: {},
  });
});

test("one that failed has its reason, and the others stand", async () => {
  const charts = { cumulative: picture, rollingBeta: null };
  const extensions = { code: "INSUFFICIENT_DATA", needed: 60 };
  const errors = [{ message: "too short", path: [...path, "rollingBeta", "vegaLite"], extensions }];
  expect(await withFailures(failed({ hedgedPortfolio: { charts } }, errors), path)).toEqual({
    charts,
    failures: { rollingBeta: { message: "too short", code: "INSUFFICIENT_DATA", details: { needed: 60 } } },
  });
});

test("where all of it failed, so does the part", async () => {
  const errors = [{ message: "no such symbol", path: ["hedgedPortfolio"] }];
  await expect(withFailures(failed({ hedgedPortfolio: null }, errors), path)).rejects.toThrow("failed");
  await expect(withFailures(failed(undefined, []), path)).rejects.toThrow("failed");
});
