import { operations } from "@hedgeql/sdk";
import { expect, test } from "vitest";
import { withReadableColumns } from "./readable-columns.ts";
import { readableQuery } from "./readable-query.ts";

const written = (query: string) => readableQuery(withReadableColumns(query));

test("columns stand where they were packed, by the names of the readable ones", () => {
  expect(written("query A{asset{prices{packed{length dates adjustedCloses:values}}}}")).toBe(`query A {
  asset {
    prices {
      dates
      adjustedCloses
    }
  }
}`);
});

test("what stands before and after them stays apart, and lists of columns stay lists", () => {
  expect(
    written("query A{kalman{symbol packed{length dates alpha betas{benchmark values}beta}noise{alpha}length}}"),
  ).toBe(`query A {
  kalman {
    symbol
    dates
    alpha
    betas {
      benchmark
      values
    }
    beta
    noise {
      alpha
    }
    length
  }
}`);
});

test("no operation of the SDK has packed columns left, and one without series stays as it is", () => {
  expect(operations.filter((operation) => operation.includes("packed{")).length).toBeGreaterThan(5);
  for (const operation of operations) {
    const readable = withReadableColumns(operation);
    expect(readable).not.toMatch(/packed|length/);
    if (!operation.includes("packed{")) expect(readable).toBe(operation);
  }
});
