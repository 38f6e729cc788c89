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
