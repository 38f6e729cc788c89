import { readFileSync } from "node:fs";
import { weekdays } from "@hedgeql/server/testing/yahoo-stand-in";
import { buildSchema, type GraphQLObjectType, getNamedType, isCompositeType, isObjectType } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { compounded, randomReturns, withBeta, writePrices } from "./price-files.ts";
import { type AnswerData, ask, type RunningServer, startServer } from "./running-server.ts";

const SCHEMA = buildSchema(readFileSync(new URL("../packages/server/schema.graphql", import.meta.url), "utf8"));
const DAYS = weekdays("2022-01-03", 260);
const INDEX = randomReturns(259, 1);
const PRICES: Readonly<Record<string, readonly number[]>> = {
  index: compounded(INDEX),
  asset: compounded(withBeta(1.1, INDEX, 0.5, 6_700_417)),
  fund: compounded(withBeta(0.9, INDEX, 0.1, 19_931_207)),
};

let server: RunningServer;
let other: RunningServer;

function write({ dataDir }: RunningServer, name: string, length = 250, price = (value: number, _: number) => value) {
  writePrices(dataDir, name, DAYS.slice(0, length), PRICES[name].slice(0, length).map(price));
}

function writeAll(to: RunningServer, length = 250): void {
  for (const name of Object.keys(PRICES)) write(to, name, length);
}

beforeAll(async () => {
  [server, other] = await Promise.all([startServer(), startServer()]);
});
beforeEach(() => {
  writeAll(server);
  writeAll(other);
});
afterAll(() => Promise.all([server.close(), other.close()]));

const BETWEEN = 'portfolio: { symbol: "csv:asset" }, benchmarks: ["csv:index"]';
const WALK = "lookback: 60, rebalanceEvery: 20";
const ALL_IDS = `{
  regression(${BETWEEN}) { id }
  hedgedPortfolio(${BETWEEN}) {
    id
    regression { id }
    verification { id }
    walkForward(${WALK}) { id verification { id } unhedgedRegression { id } }
  }
}`;

async function answer(query: string, from = server): Promise<AnswerData> {
  const { data, errors } = await ask(from.url, query);
  expect(errors).toEqual([]);
  return data;
}

interface Ids {
  readonly alone: string;
  readonly regression: string;
  readonly hedged: string;
  readonly verification: string;
  readonly walk: string;
  readonly realized: string;
  readonly unhedged: string;
}

async function idsOf(query = ALL_IDS, from = server): Promise<Ids> {
  const { regression, hedgedPortfolio } = (await answer(query, from)) as Record<string, never> as AnswerData;
  const { walkForward } = hedgedPortfolio;
  const text = (node: AnswerData) => node.id as unknown as string;
  return {
    alone: text(regression),
    regression: text(hedgedPortfolio.regression),
    hedged: text(hedgedPortfolio),
    verification: text(hedgedPortfolio.verification),
    walk: text(walkForward),
    realized: text(walkForward.verification),
    unhedged: text(walkForward.unhedgedRegression),
  };
}

/** Values for the arguments that have no default. */
const REQUIRED: Readonly<Record<string, string>> = { window: "60", minimum: "60" };

/** Every field of a type, and of those below it; an asset is a thing of its own. */
function everything(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).map(({ name, args, type: fieldType }) => {
    const given = args
      .filter(({ name: argument }) => argument in REQUIRED)
      .map((one) => `${one.name}: ${REQUIRED[one.name]}`);
    const called = given.length === 0 ? name : `${name}(${given.join(", ")})`;
    const named = getNamedType(fieldType);
    if (!isCompositeType(named)) return called;
    if (named.name === "Asset") return `${called} { id }`;
    if (!isObjectType(named)) throw new Error(`${named.name} is no object`);
    return `${called} { ${everything(named)} }`;
  });
  return `__typename ${fields.join(" ")}`;
}

describe("the regression of the query and that of the hedge are the same one", () => {
  const fields = everything(SCHEMA.getType("Regression") as GraphQLObjectType);

  test.each([
    ["by default", BETWEEN],
    ["with a robust covariance", `${BETWEEN}, inference: { covariance: HAC, lags: 3, confidence: 0.9 }`],
    ["beyond a risk-free rate", `${BETWEEN}, riskFree: { symbol: "csv:fund" }, returnKind: LOG`],
    [
      "of holdings, by the week",
      'portfolio: { holdings: [{ symbol: "csv:asset", shares: 2 }, { symbol: "csv:fund", shares: 1 }] }, benchmarks: ["csv:index"], period: { interval: WEEK, end: "2022-12-01" }',
    ],
  ])("in every field that the schema has, %s", async (_, asked) => {
    const windows = asked.includes("WEEK") ? fields.replaceAll(": 60", ": 20") : fields;
    const alone = await answer(`{ regression(${asked}) { ${windows} } }`);
    const hedged = await answer(`{ hedgedPortfolio(${asked}) { regression { ${windows} } } }`, other);
    expect(hedged.hedgedPortfolio.regression).toEqual(alone.regression);
    expect(alone.regression.id).toMatch(/^regression:[\w-]{22}$/);
  });

  test("but not where another instrument shortens its sample, or might", async () => {
    const { id } = (await answer(`{ regression(${BETWEEN}) { id } }`)).regression;
    const query = `{ hedgedPortfolio(${BETWEEN}, hedgeWith: ["csv:fund"]) { regression { id } } }`;
    expect((await answer(query)).hedgedPortfolio.regression.id).not.toBe(id);
  });
});

test("each thing of an answer has an id of its own, with the name of its kind", async () => {
  const ids = await idsOf();
  expect(ids.alone).toBe(ids.regression);
  expect(new Set(Object.values(ids)).size).toBe(6);
  const kinds = Object.values(ids).map((id) => id.split(":")[0]);
  const [hedge, walk, fit] = ["hedged-portfolio", "walk-forward", "regression"];
  expect(kinds).toEqual([fit, fit, hedge, fit, walk, fit, fit]);
});

test("the same question on the same data has the same ids on another server, after a restart, and by GET", async () => {
  const ids = await idsOf();
  expect(await idsOf(ALL_IDS, other)).toEqual(ids);
  const third = await startServer();
  writeAll(third);
  expect(await idsOf(ALL_IDS, third)).toEqual(ids);
  await third.end("SIGTERM");
  const again = await startServer({ dataDir: third.dataDir });
  expect(await idsOf(ALL_IDS, again)).toEqual(ids);
  const response = await fetch(`${again.url}?query=${encodeURIComponent(ALL_IDS)}`);
  expect(await response.json()).toMatchObject({ data: { hedgedPortfolio: { id: ids.hedged } } });
  await again.close();
});

test.each([
  [
    "defaults",
    "regression(%)",
    ", returnKind: SIMPLE, period: { interval: DAY }, inference: { covariance: CLASSICAL, confidence: 0.95, smallSample: false }",
  ],
  ["nulls", "regression(%)", ", returnKind: null, period: { start: null, end: null }, inference: null, riskFree: null"],
  ["no other instruments", "hedgedPortfolio(%)", ", hedgeWith: null"],
])("what is said and what is left to the default is the same question: %s", async (_, field, said) => {
  const ids = await answer(
    `{ a: ${field.replace("%", BETWEEN)} { id } b: ${field.replace("%", BETWEEN + said)} { id } }`,
  );
  expect(ids.b).toEqual(ids.a);
});

test.each([
  ["a risk-free rate", `${BETWEEN}, riskFree: { annualRate: 0.0 }`],
  [
    "own returns",
    'benchmarks: ["csv:index"], portfolio: { returns: { dates: ["2022-01-04", "2022-01-05", "2022-01-06", "2022-01-07"], values: [0.01, 0.0, 0.02, -0.01] } }',
  ],
])("−0 is 0, bit by bit: %s", async (_, asked) => {
  const query = `{ regression(${asked}) { id residuals { packed { values } } } }`;
  expect(await answer(query.replace(" 0.0", " -0.0"))).toEqual(await answer(query));
});

test("so is a walk with its defaults, estimators' settings among them", async () => {
  const walk = (said: string) => `{ hedgedPortfolio(${BETWEEN}) { walkForward(lookback: 60, ${said}) { id } } }`;
  const defaults =
    "rebalanceEvery: 21, targetBeta: 0, holding: SHARES, minimumNorm: false, costs: null, driftTrigger: null";
  const settings = "ewmaHalfLife: null, dimsonLags: 1, ewmaLambda: 0.94, huberThreshold: 1.345";
  const short = await answer(walk("estimator: EWMA"));
  expect(await answer(walk(`estimator: EWMA, ${defaults}, parameters: { ${settings} }`))).toEqual(short);
  expect(await answer(walk("estimator: EWMA, parameters: { ewmaLambda: 0.95 }"))).not.toEqual(short);
});

test("another question has another id: no two of these share one", async () => {
  const asked = [
    BETWEEN,
    'portfolio: { symbol: "csv:fund" }, benchmarks: ["csv:index"]',
    'portfolio: { holdings: [{ symbol: "csv:asset", weight: 1 }] }, benchmarks: ["csv:index"]',
    'portfolio: { holdings: [{ symbol: "csv:asset", shares: 1 }] }, benchmarks: ["csv:index"]',
    'portfolio: { holdings: [{ symbol: "csv:asset", shares: 2 }] }, benchmarks: ["csv:index"]',
    'portfolio: { symbol: "csv:asset" }, benchmarks: ["csv:index", "csv:fund"]',
    'portfolio: { symbol: "csv:asset" }, benchmarks: ["csv:fund", "csv:index"]',
    `${BETWEEN}, period: { start: "2022-01-03" }`,
    `${BETWEEN}, period: { interval: WEEK }`,
    `${BETWEEN}, returnKind: LOG`,
    `${BETWEEN}, inference: { covariance: HC3 }`,
    `${BETWEEN}, inference: { confidence: 0.9 }`,
    `${BETWEEN}, riskFree: { annualRate: 0 }`,
  ];
  const fields = asked.flatMap((one, i) => [
    `a${i}: regression(${one}) { id }`,
    `b${i}: hedgedPortfolio(${one}) { id }`,
  ]);
  const ids = Object.values(await answer(`{ ${fields.join(" ")} }`)).map(({ id }) => id);
  expect(new Set(ids).size).toBe(2 * asked.length);
});

test("another walk has another id, and shares a regression only where it is the same", async () => {
  const walks = [
    WALK,
    "lookback: 61, rebalanceEvery: 20",
    "lookback: 60, rebalanceEvery: 21",
    `${WALK}, targetBeta: 0.5`,
    `${WALK}, estimator: HUBER`,
    `${WALK}, holding: RATIO`,
    `${WALK}, driftTrigger: 0.1`,
    `${WALK}, costs: {}`,
    `${WALK}, costs: { tradingBps: 1 }`,
  ];
  const fields = walks.map((walk, i) => `a${i}: walkForward(${walk}) { id verification { id alpha } }`);
  const { hedgedPortfolio } = await answer(`{ hedgedPortfolio(${BETWEEN}) { ${fields.join(" ")} } }`);
  const all = Object.values(hedgedPortfolio);
  expect(new Set(all.map(({ id }) => id)).size).toBe(walks.length);
  // What costs or a trigger that is never drawn leave as it was is the same regression: equal ids, equal figures.
  const figures = new Map(all.map(({ verification: { id, alpha } }) => [id, alpha]));
  for (const { verification } of all) expect(figures.get(verification.id)).toBe(verification.alpha);
});

describe("other data", () => {
  test.each<[string, () => void]>([
    ["one more date", () => writeAll(server, 251)],
    ["a price that was restated", () => write(server, "asset", 250, (price, t) => (t === 100 ? price * 1.001 : price))],
    [
      "a benchmark's price that was restated",
      () => write(server, "index", 250, (price, t) => (t < 50 ? price * 0.99 : price)),
    ],
  ])("have other ids, of everything: %s", async (_, change) => {
    const before = Object.values(await idsOf());
    change();
    const after = Object.values(await idsOf());
    expect(new Set([...before, ...after]).size).toBe(12);
  });

  test("after the end of the period change no regression and no walk, but the hedge, which has the latest price", async () => {
    const query = ALL_IDS.replaceAll(BETWEEN, `${BETWEEN}, period: { end: "2022-10-03" }`);
    const before = await idsOf(query);
    writeAll(server, 251);
    const { hedged, ...others } = await idsOf(query);
    expect({ ...others, hedged: before.hedged }).toEqual(before);
    expect(hedged).not.toBe(before.hedged);
  });
});

test("these types have an id, and no others", () => {
  const identified = Object.values(SCHEMA.getTypeMap()).filter(
    (type) => isObjectType(type) && "id" in type.getFields(),
  );
  expect(identified.map(({ name }) => name)).toEqual(["Asset", "Regression", "HedgedPortfolio", "WalkForward"]);
});
