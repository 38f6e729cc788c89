import { buildSchema, type GraphQLSchema } from "graphql";
import { expect, test } from "vitest";
import { compareVersions, judge, newestRelease, readSchema, readVersion } from "./released-schema.ts";

const released = buildSchema(`
  enum Interval { DAY WEEK }
  input Period { start: String }
  type Query { beta(period: Period): Float! interval: Interval alpha: Float }
`);
const changed = (from: string, to: string): GraphQLSchema =>
  buildSchema(
    `
  enum Interval { DAY WEEK }
  input Period { start: String }
  type Query { beta(period: Period): Float! interval: Interval alpha: Float }
`.replace(from, to),
  );

test.each<[string, string, string, string, string]>([
  ["a field is gone", " alpha: Float", "", "0.2.0", "2.0.0"],
  ["a field may be null now", "Float!", "Float", "0.2.0", "2.0.0"],
  ["an argument must be given now", "period: Period", "period: Period!", "0.2.0", "2.0.0"],
  ["an input has a field that must be given", "start: String", "start: String end: String!", "0.2.0", "2.0.0"],
  ["an enum has lost a value", "DAY WEEK", "DAY", "0.2.0", "2.0.0"],
  ["an enum has a new value", "DAY WEEK", "DAY WEEK MONTH", "0.1.6", "1.6.0"],
  ["a field is new", "alpha: Float", "alpha: Float gamma: Float", "0.1.6", "1.6.0"],
  ["nothing", "", "", "0.1.5", "1.5.2"],
])("%s: the least version after 0.1.5 and after 1.5.2", (_, from, to, young, grown) => {
  const current = changed(from, to);
  expect(judge({ version: "0.1.5", schema: released }, current).least).toBe(young);
  expect(judge({ version: "1.5.2", schema: released }, current).least).toBe(grown);
});

test("a breaking change is named", () => {
  const { breaking, dangerous } = judge({ version: "1.0.0", schema: released }, changed("DAY WEEK", "DAY MONTH"));
  expect(breaking.join()).toContain("WEEK");
  expect(dangerous.join()).toContain("MONTH");
});

test("the repository's schema breaks nothing that its version does not tell", () => {
  const current = readSchema(new URL("../../server/schema.graphql", import.meta.url));
  const { breaking } = judge(newestRelease(), current);
  expect(breaking).toEqual([]);
});

test("versions are compared by number, and read with care", () => {
  expect(compareVersions(readVersion("0.10.0"), readVersion("0.9.9"))).toBeGreaterThan(0);
  expect(() => readVersion("1.0")).toThrow('got "1.0"');
});
