import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, type RunningServer, startServer } from "./running-server.ts";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const README = read("README.md");

function block(language: string, containing: string): string {
  const blocks = [...README.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, "gms"))].map(([, text]) => text);
  const found = blocks.find((text) => text.includes(containing));
  if (found === undefined) throw new Error(`the README has no ${language} block with ${containing}`);
  return found;
}

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test("the README's query gives the README's answer", async () => {
  const promised = JSON.parse(block("json", "hedgedPortfolio"));
  const { data, errors } = await ask(server.url, block("graphql", "hedgedPortfolio"));
  expect(errors).toEqual([]);
  const shown = (value: unknown): unknown =>
    typeof value === "number" && !Number.isInteger(value) ? value.toPrecision(13) : value;
  const normal = (answer: unknown) => JSON.parse(JSON.stringify(answer, (_, value) => shown(value)));
  // What is left of beta is rounding, and may differ from one machine to the next.
  expect(Math.abs(Number(data.hedgedPortfolio.verification.beta))).toBeLessThan(1e-12);
  const rest = (answer: typeof promised.data) => normal({ ...answer.hedgedPortfolio, verification: null });
  expect(rest(data)).toEqual(rest(promised.data));
});

test("the README's walk gives the README's answer, and the figures that its text names", async () => {
  const promised = JSON.parse(block("json", "walkForward"));
  const { data, errors } = await ask(server.url, block("graphql", "walkForward"));
  expect(errors).toEqual([]);
  const shown = (_: string, value: unknown) => (typeof value === "number" ? value.toPrecision(11) : value);
  expect(JSON.stringify(data, shown)).toBe(JSON.stringify(promised.data, shown));

  const { withoutHedge, promised: promise, realized, cost } = promised.data.hedgedPortfolio.walkForward;
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  const [, section] = README.split("## Promise and fact");
  expect(section).toContain(`the beta of ${withoutHedge.beta.toFixed(2)} became ${realized.beta.toFixed(2)}`);
  expect(section).toContain(`promised to remove ${percent(promise.effectiveness)} of the variance`);
  expect(section).toContain(`${percent(realized.effectiveness)} went`);
  expect(section).toContain(`It cost ${percent(cost)} of the portfolio`);

  const counts = `{ hedgedPortfolio(portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"]) {
    walkForward { rebalances { dates } provenance { observations } } } }`;
  const { rebalances, provenance } = (await ask(server.url, counts)).data.hedgedPortfolio.walkForward;
  const returns = Number(provenance.observations).toLocaleString("en-US");
  expect(section).toContain(`${rebalances.dates.length} fits and ${returns} returns`);
});

test("what the README says one can ask a hedge for is in the schema", () => {
  const [, rest] = README.split("`hedgedPortfolio` also answers:");
  const cells = [...rest.slice(0, rest.indexOf("\n## ")).matchAll(/^\| (.*`) .*\|$/gm)].map(([, cell]) => cell);
  const code = cells.flatMap((cell) => cell.match(/`[^`]+`/g) ?? []).join(" ");
  const names = code.replaceAll(/"[^"]*"|\btrue\b/g, "").match(/[A-Za-z]+/g) ?? [];
  expect(names).toContain("compareEstimators");
  const schema = new Set(read("packages/server/schema.graphql").match(/\w+/g));
  expect(names.filter((name) => !schema.has(name))).toEqual([]);
});

test("the README's curl line is a request that answers", async () => {
  const body = /-d '(.*)'$/m.exec(block("sh", "curl"))?.[1] ?? "";
  const { data } = await ask(server.url, JSON.parse(body).query);
  expect(data.regression.beta).toBeCloseTo(0.993391718787843, 12);
});

test("the README's table of settings has what config.ts reads", () => {
  const settings = new Set(
    [...read("packages/server/src/config.ts").matchAll(/(?:text|integer)\("([A-Z_]+)"/g)].map(([, name]) => name),
  );
  const told = new Set([...README.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name));
  expect([...told].sort()).toEqual([...settings].sort());
});

test("the README's table of commands has what package.json runs", () => {
  const scripts = Object.keys(JSON.parse(read("package.json")).scripts);
  const section = README.slice(README.indexOf("## Developing"));
  const told = [...section.matchAll(/^\| (`.+?`) \|/gm)].flatMap(([, cell]) => cell.match(/[a-z:0-9-]+/g) ?? []);
  expect([...told, "start", "example"].sort()).toEqual(scripts.sort());
});
