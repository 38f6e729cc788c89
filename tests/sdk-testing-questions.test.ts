/** Which questions `@hedgeql/sdk/testing` takes for the same, and which it refuses: those that the server does. */
import { readFileSync } from "node:fs";
import {
  type Client,
  createClient,
  HedgeQLError,
  operations,
  type RegressionQueryVariables,
  type WalkForwardQueryVariables,
} from "@hedgeql/sdk";
import { createTestClient } from "@hedgeql/sdk/testing";
import { buildSchema, getNamedType, isEnumType, isInputObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ENUMS, INPUTS } from "../packages/sdk/src/testing/variable-types.ts";
import { type RunningServer, startServer } from "./running-server.ts";

const schema = buildSchema(readFileSync(new URL("../packages/server/schema.graphql", import.meta.url), "utf8"));
const question = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

let server: RunningServer;
let clients: readonly Client[];
beforeAll(async () => {
  server = await startServer();
  clients = [createTestClient(), createClient({ url: server.url })];
});
afterAll(() => server.close());

describe("another wording has the id of the bare question where the server's has, and only there", () => {
  async function isSame(of: (client: Client, more: object) => Promise<string>, more: object): Promise<boolean[]> {
    return Promise.all(clients.map(async (client) => (await of(client, more)) === (await of(client, {}))));
  }

  const regression: readonly (readonly [boolean, Omit<RegressionQueryVariables, keyof typeof question>])[] = [
    [true, { returnKind: "SIMPLE" }],
    [true, { period: {} }],
    [true, { period: { interval: "DAY" } }],
    [true, { inference: {} }],
    [true, { inference: { confidence: 0.95 } }],
    [true, { inference: { covariance: "CLASSICAL", smallSample: false } }],
    [false, { returnKind: "LOG" }],
    [false, { period: { interval: "WEEK" } }],
    [false, { inference: { confidence: 0.9 } }],
    [false, { riskFree: { annualRate: 0 } }],
  ];

  test.each(regression)("%s of a regression: %j", async (same, more) => {
    const idOf = async (client: Client, other: object) =>
      (await client.regression({ ...question, ...other })).regression.id;
    expect(await isSame(idOf, more)).toEqual([same, same]);
  });

  const walk: readonly (readonly [boolean, Omit<WalkForwardQueryVariables, keyof typeof question>])[] = [
    [true, { lookback: 252, rebalanceEvery: 21, targetBeta: 0 }],
    [true, { estimator: "OLS", minimumNorm: false, holding: "SHARES" }],
    [true, { parameters: {} }],
    [true, { parameters: { ewmaLambda: 0.94, blumeWeight: 2 / 3, vasicekMean: 1, vasicekStandardDeviation: 0.5 } }],
    [true, { parameters: { dimsonLags: 1, dimsonLeads: 1, huberThreshold: 1.345 } }],
    [false, { parameters: { ewmaHalfLife: 11 } }],
    [false, { costs: {} }],
    [false, { driftTrigger: 0 }],
    [false, { lookback: 126 }],
  ];

  test.each(walk)("%s of a walk: %j", async (same, more) => {
    const idOf = async (client: Client, other: object) =>
      (await client.walkForward({ ...question, ...other })).hedgedPortfolio.walkForward.id;
    expect(await isSame(idOf, more)).toEqual([same, same]);
  });
});

test.each([
  { returnKind: "log" },
  { period: { start: "nonsense" } },
  { period: { end: "2018-02-31" } },
  { period: { start: 5 } },
  { period: { interval: "day" } },
  { inference: { covariance: "HC9" } },
  { riskFree: { returns: { dates: ["2018-01-02", "x"], values: [0, 0] } } },
  { benchmarks: null },
  { benchmarks: undefined },
])("%j is refused in the server's words", async (wrong) => {
  const [tested, live] = await Promise.all(
    clients.map(async (client) => {
      const error = await client.regression({ ...question, ...wrong } as never).catch((reason: unknown) => reason);
      if (!(error instanceof HedgeQLError)) return expect.unreachable(`answered ${JSON.stringify(wrong)}`);
      const { code, details, status, path, data } = error;
      return { message: error.message.replace(/ Did you mean .*/, ""), code, details, status, path, data };
    }),
  );
  expect(tested).toEqual(live);
});

test("its enums and its inputs are those of the schema in which variables have enums or dates", () => {
  const named = operations.flatMap((text) => [...text.matchAll(/\$\w+:\s*\[?(\w+)/g)].map(([, type]) => type));
  const inputs: Record<string, Record<string, string>> = {};
  const enums: Record<string, string[]> = {};
  for (const name of new Set(named)) visit(name);
  expect(sorted(enums)).toEqual(sorted(ENUMS));
  expect(inputs).toEqual(INPUTS);

  /** Whether a date or a value of an enum may stand in it. */
  function visit(name: string): boolean {
    const type = schema.getType(name);
    if (isEnumType(type)) enums[name] = type.getValues().map((value) => value.name);
    if (!isInputObjectType(type)) return name === "Date" || isEnumType(type);
    const fields = Object.values(type.getFields()).map((field) => [field.name, getNamedType(field.type).name] as const);
    const checked = fields.filter(([, of]) => visit(of));
    if (checked.length > 0) inputs[name] = Object.fromEntries(checked);
    return checked.length > 0;
  }

  function sorted(all: Readonly<Record<string, readonly string[]>>): object {
    return Object.fromEntries(Object.entries(all).map(([name, values]) => [name, values.toSorted()]));
  }
});
