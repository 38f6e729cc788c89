import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  chart,
  hanging,
  rateLimited,
  reset,
  startYahooStandIn,
  truncated,
  unavailable,
  weekdayBars,
  weekdays,
  type YahooStandIn,
} from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compounded, randomReturns, writePrices } from "./price-files.ts";
import { ask, type RunningServer, startServer } from "./running-server.ts";

const DAYS = weekdays("2022-01-03", 120);
const BARS = weekdayBars("2024-01-01", 60, 1);

let yahoo: YahooStandIn;
let server: RunningServer;
/** What each code is documented with, as the schema says it: the words in backquotes. */
const documented = new Map<string, { readonly always: string[]; readonly sometimes: string[] }>();
/** The codes that a test has seen. */
const seen = new Set<string>();

beforeAll(async () => {
  yahoo = await startYahooStandIn();
  server = await startServer({ env: { YAHOO_BASE_URL: yahoo.url, YAHOO_TIMEOUT_MS: "300" } });
  yahoo.respond("GOOD", chart({ bars: BARS }));
  yahoo.respond("DOWN", unavailable());
  yahoo.respond("SILENT", hanging());
  yahoo.respond("BROKEN", truncated({ bars: BARS }));
  yahoo.respond("RESET", reset());
  const [index, other] = [randomReturns(119, 1), randomReturns(119, 6_700_417)].map(compounded);
  writePrices(server.dataDir, "index", DAYS, index);
  writePrices(server.dataDir, "other", DAYS, other);
  writePrices(server.dataDir, "twin", DAYS, index);
  writePrices(server.dataDir, "flat", DAYS, new Array(120).fill(100));
  writePrices(server.dataDir, "zero", DAYS, [...index.slice(0, 119), 0]);
  mkdirSync(join(server.dataDir, "csv"), { recursive: true });
  writeFileSync(join(server.dataDir, "csv", "bad.csv"), "date,adjustedClose\n2022-01-03,100\n2022-01-04,many\n");
  const { data } = await ask(server.url, '{ __type(name: "ErrorCode") { enumValues { name description } } }');
  for (const { name, description } of data.__type.enumValues as unknown as { name: string; description: string }[]) {
    const words = Array.from(description.matchAll(/`(\w+)`( if known)?/g));
    const named = (maybe: boolean) => words.filter((word) => (word[2] !== undefined) === maybe).map(([, word]) => word);
    documented.set(name, { always: named(false), sometimes: named(true) });
  }
});
afterAll(async () => {
  await server.close();
  await yahoo.close();
});

const text = expect.any(String);
const count = expect.any(Number);
const texts = expect.toSatisfy((value) => Array.isArray(value) && value.every((one) => typeof one === "string"));
const date = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);

/** The one type of each extension. */
const TYPES: Readonly<Record<string, unknown>> = {
  symbol: text,
  date: text,
  line: count,
  source: expect.stringMatching(/^(YAHOO|SAMPLE|CSV)$/),
  symbols: texts,
  prefixes: texts,
  observations: count,
  needed: count,
  series: expect.toSatisfy((value) => {
    expect(value.length).toBeGreaterThan(0);
    for (const one of value) expect(one).toEqual({ label: text, first: date, last: date });
    return true;
  }),
  terms: texts,
  estimator: text,
  of: text,
  reason: text,
  status: count,
  retryAfterSeconds: count,
  limit: count,
  what: text,
  actual: count,
  currency: text,
};

/** Holds an error to what its code is documented with; gives the names of its extensions. */
function held({ extensions }: { readonly extensions: Readonly<Record<string, unknown>> }, code: string): string[] {
  expect(extensions.code).toBe(code);
  seen.add(code);
  const { code: _, ...details } = extensions;
  const names = Object.keys(details);
  const { always, sometimes } = documented.get(code) ?? { always: [], sometimes: [] };
  expect([...always, ...sometimes]).toEqual(expect.arrayContaining(names));
  expect(names).toEqual(expect.arrayContaining(always));
  expect(details).toEqual(Object.fromEntries(names.map((name) => [name, TYPES[name]])));
  return names;
}

async function error(query: string, variables?: unknown) {
  const { errors } = await ask(server.url, query, variables);
  expect(errors).toHaveLength(1);
  return errors[0];
}

const asset = (symbol: string) => `{ asset(symbol: ${JSON.stringify(symbol)}) { id } }`;
const regression = (portfolio: string, benchmarks: string, fields = "beta") =>
  `{ regression(portfolio: ${portfolio}, benchmarks: ${benchmarks}) { ${fields} } }`;
const hedge = (portfolio: string, benchmarks: string, fields: string, more = "") =>
  `{ hedgedPortfolio(portfolio: ${portfolio}, benchmarks: ${benchmarks}${more}) { ${fields} } }`;
const A = '{ symbol: "csv:other" }';
const B = '["csv:index"]';
const returns = (values: string, days = DAYS.slice(0, 4)) =>
  `{ returns: { dates: ${JSON.stringify(days)}, values: ${values} } }`;

test("the schema documents every extension with one type of this test, and none twice", () => {
  for (const { always, sometimes } of documented.values()) {
    const names = [...always, ...sometimes];
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(TYPES)).toEqual(expect.arrayContaining(names.filter((name) => name !== "id")));
  }
});

const OF_ALIKE = ', hedgeWith: ["csv:index", "csv:twin"]';
const OF_FLAT = ', hedgeWith: ["csv:flat"]';
const MONTHS = '{ symbol: "sample:AAPL-MONTHLY" }';
const EXACT = '{ symbol: "csv:twin" }';
const UP = "hedge(value: 1, estimator: UP) { value }";
const LOTS = 'hedge(value: 1, lots: [{ symbol: "X", size: 1 }]) { value }';
const ALIASES = Array.from({ length: 4_000 }, (_, i) => `a${i}: __typename`).join(" ");
const HEDGES = Array.from({ length: 90 }, (_, i) => `a${i}: ${hedge(A, B, "effectiveness").slice(1, -1)}`).join(" ");

/** By code: what provokes it, the query, and of the extensions that may be absent those that are there. */
const PROVOKED: Readonly<Record<string, Readonly<Record<string, readonly [query: string, ...also: string[]]>>>> = {
  BAD_INPUT: {
    "a date that is none": [`{ asset(symbol: "x") { prices(period: { start: "2018-02-30" }) { dates } } }`, "date"],
    "an enum's value that is none": [regression(A, `${B}, returnKind: ODD`)],
    "a return below −1": [regression(returns("[0.1, -2, 0.1, 0.1]"), B), "date"],
    "a price of 0": [regression('{ symbol: "csv:zero" }', B), "date"],
    "a line of a file": [asset("csv:bad"), "symbol", "line"],
    "an empty symbol": [asset(" "), "symbol"],
    "weights in per cent": [regression('{ holdings: [{ symbol: "csv:other", weight: 60 }] }', B)],
    "a bond's yield": [regression(A, `${B}, riskFree: { symbol: "^TNX" }`), "symbol"],
    "a confidence of 95": [regression(A, `${B}, inference: { confidence: 95 }`)],
    "a window of 1": [regression(A, B, "rolling(window: 1) { beta }")],
    "lots of something else": [hedge(A, B, LOTS), "symbol"],
    "a picture too narrow": [hedge(A, B, "charts { dailyReturns { svg(width: 1) } }")],
    "a search of 200 characters": [`{ symbols(search: "${"x".repeat(200)}") { matches { symbol } } }`],
  },
  UNKNOWN_SYMBOL: {
    "of the sample": [asset("sample:NOBODY"), "source", "symbols"],
    "of no file": [asset("csv:nobody"), "source"],
    "of a file outside of the folder": [asset("csv:../x"), "source"],
    "of no source": [asset("nowhere:X"), "prefixes"],
    "that Yahoo does not know": [asset("NOBODY"), "source"],
    "that cannot be one of Yahoo's": [asset("a b"), "source"],
  },
  INSUFFICIENT_DATA: {
    "two prices": [regression(A, `${B}, period: { end: "${DAYS[1]}" }`)],
    "one price": [regression(A, `${B}, period: { end: "${DAYS[0]}" }`)],
    "no whole month": [regression(A, `${B}, period: { interval: MONTH, end: "${DAYS[9]}" }`)],
    "own returns of one day": [regression(returns("[0.1]", DAYS.slice(0, 1)), B)],
    "a window that is too long": [regression(A, B, "rolling(window: 500) { beta }")],
    "a path of so few": [regression(A, `${B}, period: { end: "${DAYS[4]}" }`, "kalman { beta }")],
    "a walk's lookback": [hedge(A, B, "walkForward(lookback: 119) { cost }")],
    "an order's lookback": [hedge(A, B, "hedge(value: 1, lookback: 500) { value }")],
  },
  NO_OVERLAP: {
    "of other years": [regression('{ symbol: "sample:MSFT-MONTHLY" }', '["sample:AAPL"]')],
    "outside of the period": [regression(A, `${B}, period: { start: "2030-01-01" }`)],
    "of which one is of other years": [hedge(A, '["csv:index", "sample:^GSPC"]', "hedge(value: 1) { value }")],
  },
  SINGULAR_BENCHMARKS: {
    "that stands still": [regression(A, '["csv:flat"]')],
    "that repeats another": [regression(A, '["csv:index", "csv:twin"]')],
    "that repeats another, in an order": [hedge(A, '["csv:index", "csv:twin"]', UP)],
    "listed twice": [regression(A, '["csv:index", "csv:index"]')],
    "that is the risk-free asset": [regression(A, `${B}, riskFree: { symbol: "csv:index" }`)],
    "instruments alike": [hedge(A, B, "ratios { ratio }", OF_ALIKE)],
  },
  UNDEFINED_ESTIMATE: {
    "of two benchmarks": [hedge(MONTHS, '["sample:^GSPC", "sample:IBM-MONTHLY"]', UP, ", period: { interval: MONTH }")],
    "of an instrument that stands still": [hedge(A, B, "hedge(value: 1) { value }", OF_FLAT)],
  },
  NOTHING_TO_DRAW: {
    "residuals of an exact fit": [hedge(EXACT, B, "charts { residualQuantiles { title } }")],
    "influence on an exact fit": [hedge(EXACT, B, "charts { influence { title } }")],
  },
  SOURCE_UNAVAILABLE: {
    "an answer 503": [asset("DOWN"), "status"],
    silence: [asset("SILENT")],
    "half an answer": [asset("BROKEN")],
    "a broken connection": [asset("RESET")],
  },
  LIMIT_EXCEEDED: {
    benchmarks: [regression(A, JSON.stringify(new Array(21).fill("X"))), "actual"],
    fields: [`{ ${"__typename ".repeat(501)} }`, "actual"],
    tokens: [`{ ${ALIASES} }`],
    cost: [`{ ${HEDGES} }`, "actual"],
  },
  GRAPHQL_PARSE_FAILED: { "an open bracket": ["{"] },
  GRAPHQL_VALIDATION_FAILED: { "no such field": ["{ nothing }"] },
  BAD_REQUEST: { "one of two operations, and not which": ["query A { __typename } query B { __typename }"] },
};
const CASES = Object.entries(PROVOKED).flatMap(([code, cases]) =>
  Object.entries(cases).map(([name, [query, ...also]]) => ({ code, name, query, also })),
);

describe("the extensions of an error are those that its code is documented with", () => {
  test.each(CASES)("$code: $name", async ({ code, query, also }) => {
    const names = held(await error(query), code);
    expect(names.filter((name) => documented.get(code)?.sometimes.includes(name))).toEqual(also);
  });

  const refusal = async (body: string, type = "application/json") => {
    const response = await fetch(server.url, { method: "POST", headers: { "content-type": type }, body });
    return ((await response.json()) as { errors: Parameters<typeof held>[0][] }).errors[0];
  };

  test("a limit of the body, which nobody counts to its end", async () => {
    const body = JSON.stringify({ query: "{ __typename }", variables: { filler: "x".repeat(2_000_001) } });
    // The server may close the connection while we still send: that, too, is a refusal.
    const refused = await refusal(body).catch(() => undefined);
    if (refused !== undefined) expect(held(refused, "LIMIT_EXCEEDED")).not.toContain("actual");
  });

  test("a hash that is not known", async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } };
    held(await refusal(JSON.stringify({ extensions })), "PERSISTED_QUERY_NOT_FOUND");
  });

  test("a form of another site", async () => {
    held(await refusal("{}", "text/plain"), "BAD_REQUEST");
  });

  test("a source that limits us, asked and not asked again", async () => {
    yahoo.respond("BUSY", rateLimited(17));
    held(await error(asset("BUSY")), "RATE_LIMITED");
    held(await error(asset("BUSY2")), "RATE_LIMITED");
  });

  test("all codes were provoked, but for those of a client that leaves, and of defects", () => {
    const others = [...documented.keys()].filter((code) => !seen.has(code));
    expect(others).toEqual(["CANCELLED", "INTERNAL_ERROR"]);
  });
});
