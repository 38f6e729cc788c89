import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSchema, type GraphQLSchema } from "graphql";
import { describe, expect, onTestFinished, test } from "vitest";
import { compareVersions, judge, keepRelease, newestRelease, readSchema, readVersion } from "./released-schema.ts";

const SCHEMA = `
  enum Interval { DAY WEEK }
  input Period { start: String length: Int = 252 }
  input Asked @oneOf { symbol: String weight: Float }
  input Sized { symbol: String weight: Float }
  type Query {
    beta(period: Period, asked: Asked, sized: Sized, kind: Interval = DAY): Float!
    interval: Interval
    alpha: Float
  }
`;
const released = buildSchema(SCHEMA);
const changed = (from: string, to: string): GraphQLSchema => buildSchema(SCHEMA.replace(from, to));

test.each<[string, string, string, string, string]>([
  ["a field is gone", "alpha: Float", "", "0.2.0", "2.0.0"],
  ["a field may be null now", "Float!", "Float", "0.2.0", "2.0.0"],
  ["an argument must be given now", "period: Period", "period: Period!", "0.2.0", "2.0.0"],
  ["an input has a field that must be given", "start: String", "start: String end: String!", "0.2.0", "2.0.0"],
  ["an enum has lost a value", "DAY WEEK", "WEEK DAYS", "0.2.0", "2.0.0"],
  ["an argument has another default", "= DAY", "= WEEK", "0.2.0", "2.0.0"],
  ["an argument has no default any more", " = DAY", "", "0.2.0", "2.0.0"],
  ["a field of an input has another default", "= 252", "= 126", "0.2.0", "2.0.0"],
  ["a field of an input has no default any more", " = 252", "", "0.2.0", "2.0.0"],
  ["an input takes one of its fields now", "Sized {", "Sized @oneOf {", "0.2.0", "2.0.0"],
  ["an input takes several of its fields now", " @oneOf {", " {", "0.2.0", "2.0.0"],
  ["an argument has a default where none was", "sized: Sized", 'sized: Sized = { symbol: "SPY" }', "0.1.6", "1.6.0"],
  ["an input's field has a default where none was", "start: String", 'start: String = "2013"', "0.1.6", "1.6.0"],
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

test.each([
  ["another default, by both values", "= DAY", "= WEEK", "breaking", /kind:.*DAY.*WEEK/],
  ["a new @oneOf", "Sized {", "Sized @oneOf {", "breaking", /^Sized takes exactly one of its fields now\.$/],
  ["a default where none was", "start: String", 'start: String = "2013"', "dangerous", /start.*"2013"/],
] as const)("%s is named", (_, from, to, kind, words) => {
  expect(judge({ version: "1.0.0", schema: released }, changed(from, to))[kind]).toEqual([
    expect.stringMatching(words),
  ]);
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

describe("a release", () => {
  function folderWith(version: string): URL {
    const folder = mkdtempSync(join(tmpdir(), "hedgeql-released-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, `${version}.graphql`), SCHEMA);
    return pathToFileURL(`${folder}/`);
  }

  const withGamma = SCHEMA.replace("alpha: Float", "alpha: Float gamma: Float");
  const withLog = SCHEMA.replace("= DAY", "= WEEK");

  test("is kept under its version, and kept again where nothing changed", () => {
    const folder = folderWith("1.5.2");
    for (let time = 0; time < 2; time++) keepRelease("1.6.0", withGamma, folder);
    expect(readdirSync(folder)).toEqual(["1.5.2.graphql", "1.6.0.graphql"]);
    expect(newestRelease(folder).version).toBe("1.6.0");
  });

  test("that is there is never overwritten, not by another comment either", () => {
    const folder = folderWith("1.5.2");
    for (const text of [withGamma, `# A word\n${SCHEMA}`]) {
      expect(() => keepRelease("1.5.2", text, folder)).toThrow("1.5.2 is released already, with another schema");
    }
    expect(readFileSync(new URL("1.5.2.graphql", folder), "utf8")).toBe(SCHEMA);
  });

  test.each([
    ["an addition as a patch", "1.5.3", withGamma, "takes 1.6.0 or more, got 1.5.3"],
    ["a breaking change as an addition", "1.6.0", withLog, "takes 2.0.0 or more, got 1.6.0"],
    ["an old version", "1.5.1", SCHEMA, "takes 1.5.2 or more, got 1.5.1"],
  ])("that does not tell what changed is refused: %s", (_, version, text, words) => {
    const folder = folderWith("1.5.2");
    expect(() => keepRelease(version, text, folder)).toThrow(words);
    expect(readdirSync(folder)).toEqual(["1.5.2.graphql"]);
  });
});
