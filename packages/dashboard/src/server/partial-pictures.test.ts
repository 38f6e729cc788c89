import { Charts, HedgeQLError, partialData, type ServerError } from "@hedgeql/sdk";
import { expect, test } from "vitest";
import type { Chart, ChartName } from "./chart-names.ts";
import { withFailures } from "./partial-pictures.ts";

const path = ["hedgedPortfolio", "charts"];
const picture: Chart = { title: "", subtitle: "", description: "", vegaLite: {} };
const chartsOf = (error: HedgeQLError) => partialData(Charts, error)?.hedgedPortfolio?.charts;
const failed = (data: unknown, errors: readonly ServerError[]) =>
  withFailures<ChartName, Chart>(
    Promise.reject(new HedgeQLError("failed", { code: "INSUFFICIENT_DATA", data, errors })),
    chartsOf,
  );
const tooShort = (...rest: readonly string[]): ServerError => ({
  message: "too short",
  code: "INSUFFICIENT_DATA",
  details: { observations: 12, needed: 60 },
  path: [...path, ...rest],
});

test("pictures without an error come as they are", async () => {
  expect(await withFailures(Promise.resolve({ cumulative: picture }), chartsOf)).toEqual({
    charts: { cumulative: picture },
    failures: {},
  });
});

test("one that failed has its reason, wherever in it the error is, and the others stand", async () => {
  const charts = { cumulative: picture, rollingBeta: null, influence: null };
  const errors = [tooShort("rollingBeta", "vegaLite"), tooShort("influence")];
  expect(await failed({ hedgedPortfolio: { charts } }, errors)).toEqual({
    charts,
    failures: { rollingBeta: errors[0], influence: errors[1] },
  });
});

test("errors that are of no picture are no reason of one", async () => {
  const elsewhere: ServerError = { ...tooShort(), path: ["hedgedPortfolio"] };
  const { failures } = await failed({ hedgedPortfolio: { charts: { cumulative: picture } } }, [
    elsewhere,
    tooShort(),
    { ...elsewhere, path: undefined },
  ]);
  expect(failures).toEqual({});
});

test("where all of it failed, so does the part", async () => {
  const errors: ServerError[] = [
    {
      message: "no such symbol",
      code: "UNKNOWN_SYMBOL",
      details: { symbol: "NOPE" },
      path: ["hedgedPortfolio"],
    },
  ];
  await expect(failed({ hedgedPortfolio: null }, errors)).rejects.toThrow("failed");
  await expect(failed(undefined, [])).rejects.toThrow("failed");
});
