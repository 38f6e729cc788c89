/** What `@hedgeql/sdk/testing` answers is what the server answers: of the types of the schema, and with the same figures. */
import { readdirSync, readFileSync } from "node:fs";
import { type Client, createClient, type Operation, operations } from "@hedgeql/sdk";
import { createTestClient } from "@hedgeql/sdk/testing";
import { buildSchema, execute, type GraphQLScalarType, isNonNullType, parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerDifferences } from "../packages/sdk/scripts/answer-differences.ts";
import { recordAnswer, withTypenames } from "../packages/sdk/scripts/record-answer.ts";
import { QUESTIONS } from "../packages/sdk/scripts/recorded-questions.ts";
import { NEVER_NULL } from "../packages/sdk/src/testing/http-answer.ts";
import { RECORDED } from "../packages/sdk/src/testing/recorded/index.ts";
import { type RunningServer, startServer } from "./running-server.ts";

type Name = keyof typeof QUESTIONS;
type Method = Exclude<keyof Client, "request">;

const schema = buildSchema(readFileSync(new URL("../packages/server/schema.graphql", import.meta.url), "utf8"));
const NAMES = Object.keys(QUESTIONS) as Name[];
const SCALARS: Readonly<Record<string, RegExp>> = {
  Date: /^"\d{4}-\d\d-\d\d"$/,
  DateTime: /^"\d{4}-\d\d-\d\dT[\d:.]+Z"$/,
  VegaLite: /^\{"\$schema":"https:/,
};

let server: RunningServer;
beforeAll(async () => {
  for (const [name, pattern] of Object.entries(SCALARS)) {
    const scalar = schema.getType(name) as GraphQLScalarType;
    scalar.coerceOutputValue = (value: unknown) => {
      if (!pattern.test(JSON.stringify(value))) throw new TypeError(`${JSON.stringify(value)} is no ${name}`);
      return value;
    };
  }
  server = await startServer();
});
afterAll(() => server.close());

const textOf = (name: Name) =>
  operations.find((text) => text.startsWith(`query ${name}(`)) as Operation<object, unknown>;
const methodOf = (name: Name) => name.replace(/^./, (letter) => letter.toLowerCase()) as Method;

test("there is a recorded answer for every operation, and no other", () => {
  const names = operations.map((text) => /^query (\w+)/.exec(text)?.[1]).toSorted();
  expect(NAMES.toSorted()).toEqual(names);
  expect(Object.keys(RECORDED).toSorted()).toEqual(names);
  const folder = new URL("../packages/sdk/src/testing/recorded/", import.meta.url);
  expect(readdirSync(folder)).toHaveLength(names.length + 1);
});

describe.each(NAMES)("the recorded answer of %s", (name) => {
  const { data, variables } = JSON.parse(RECORDED[name]) as { data: object; variables: Record<string, unknown> };

  test("has each field that the operation asks for, of its type in the schema, and no other", async () => {
    const document = parse(withTypenames(textOf(name)));
    expect(validate(schema, document)).toEqual([]);
    // By the names that the operation gives the fields: the answer has them under these.
    const fieldResolver = (source: unknown, _: unknown, __: unknown, { path }: { path: { key: string | number } }) =>
      (source as Record<string, unknown>)[path.key];
    const result = await execute({
      schema,
      document,
      rootValue: data,
      variableValues: variables,
      fieldResolver,
    });
    expect(result.errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(result.data))).toStrictEqual(data);
  });

  test("is what the server answers now", async () => {
    const live = await recordAnswer(server.url, textOf(name));
    expect(answerDifferences(JSON.parse(RECORDED[name]), JSON.parse(JSON.stringify(live)))).toEqual([]);
  });

  test("reaches a test as the server's reaches a program", async () => {
    const results = [createTestClient(), createClient({ url: server.url })].map((client) =>
      (client[methodOf(name)] as (asked: unknown) => Promise<object>)(variables),
    );
    const [tested, live] = (await Promise.all(results)).map(withoutDigests);
    expect(answerDifferences(tested, live)).toEqual([]);
  });
});

/** As JSON, but for what stands in an id: it is made of the data there, and of the question here. */
function withoutDigests(result: object): unknown {
  return JSON.parse(JSON.stringify(result).replaceAll(/("id":"[a-z-]+):[\w-]{22}"/g, '$1"'));
}

test("fields of the root that are never null are those whose failure leaves no data", () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  expect(
    fields
      .filter(({ type }) => isNonNullType(type))
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(NEVER_NULL);
});

describe("an answer to another question", () => {
  const monthly = (...names: string[]) => names.map((name) => `sample:${name}-MONTHLY`);
  const holdings = monthly("MSFT", "AMZN").map((symbol) => ({ symbol, weight: 0.5 }));
  const question = {
    portfolio: { holdings },
    benchmarks: ["sample:^GSPC", ...monthly("IBM")],
    period: { start: "2004-12-31", interval: "MONTH" },
  } as const;
  const hedgeWith = [...monthly("GOOG"), "sample:^GSPC"];
  const walk = { ...question, hedgeWith, lookback: 36 };
  const questions = {
    Hedge: { ...question, hedgeWith, value: 1000 },
    HedgedPortfolio: { ...question, hedgeWith },
    KalmanRegression: question,
    Performance: question,
    Regression: question,
    RollingRegression: { ...question, window: 24 },
    Diagnostics: question,
    Screen: { symbols: monthly("IBM", "GOOG"), benchmarks: question.benchmarks, period: question.period },
    WalkForward: walk,
    BetaEstimates: { ...question, estimators: ["EWMA", "OLS"] },
    CompareEstimators: { ...question, hedgeWith, lookbacks: [36], estimators: ["OLS", "EWMA"] },
    Assets: { symbols: [...hedgeWith, ...hedgeWith] },
    Symbols: { search: "apple", sources: ["SAMPLE"] },
  } as const;

  test.each(Object.entries(questions))("%s names what the server's names", async (name, variables) => {
    const results = [createTestClient(), createClient({ url: server.url })].map((client) =>
      (client[methodOf(name as Name)] as (asked: unknown) => Promise<object>)(variables),
    );
    const [tested, live] = await Promise.all(results);
    const names = namesIn(live);
    expect(names.length).toBeGreaterThan(0);
    expect(namesIn(tested)).toEqual(names);
  });

  test.each([
    ["charts", { window: 12 }],
    ["chartImages", { window: 12 }],
    ["walkForwardCharts", { lookback: 36 }],
  ] as const)("%s have the server's titles", async (method, more) => {
    const clients = [createTestClient(), createClient({ url: server.url })];
    const asked = {
      ...question,
      portfolio: { symbol: "sample:MSFT-MONTHLY" },
      benchmarks: ["sample:^GSPC"],
      hedgeWith: hedgeWith[0],
    };
    const results = clients.map((client) => client[method]({ ...asked, ...more }));
    const [tested, live] = (await Promise.all(results)).map(titlesIn);
    expect(tested).toEqual(live);
  });

  /** The symbols in an answer, with where they stand. */
  function namesIn(value: unknown, path = ""): string[] {
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
    return Object.entries(value).flatMap(([key, entry]) => {
      if (key === "warnings") return [];
      const isName = ["symbol", "benchmark", "term", "estimator"].includes(key);
      return isName ? [`${path}.${key}: ${entry}`] : namesIn(entry, `${path}.${key}`);
    });
  }

  function titlesIn(value: unknown): string[] {
    if (typeof value !== "object" || value === null) return [];
    if ("title" in value && "subtitle" in value)
      return [String(value.title).replaceAll(/daily|days|monthly|months|\d+ /g, "")];
    return Object.values(value).flatMap(titlesIn);
  }
});
