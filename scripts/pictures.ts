/**
 * The pictures of the README, of the bundled sample: `pnpm pictures` draws them. With `--check` it says which are out of
 * date, and which the README does not show.
 */
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ChartTheme, createClient } from "../packages/sdk/src/index.ts";
import { startServer } from "./running-server.ts";

const README = new URL("../README.md", import.meta.url);
const FOLDER = new URL("../docs/pictures/", import.meta.url);
/** The README's questions. */
const HEDGE = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };
const WALK = { ...HEDGE, lookback: 252, rebalanceEvery: 21, costs: { tradingBps: 2, borrowRate: 0.005 } };

const pictures = await drawAll();
const left = filesThere().filter((file) => !pictures.has(file));
if (process.argv.includes("--check")) {
  const changed = [...pictures].filter(([file, svg]) => there(file) !== svg).map(([file]) => file);
  for (const file of changed) console.error(`docs/pictures/${file} is out of date`);
  for (const file of left) console.error(`docs/pictures/${file} is no picture of the README any more`);
  if (changed.length + left.length > 0) console.error("Run `npx -y pnpm@12 pictures`.");
  const shown = new Set(
    [...readFileSync(README, "utf8").matchAll(/"docs\/pictures\/([^"]+\.svg)"/g)].map(([, file]) => file),
  );
  const unshown = [...pictures.keys()].filter((file) => !shown.has(file));
  const undrawn = [...shown].filter((file) => !pictures.has(file));
  for (const file of unshown) console.error(`the README does not show docs/pictures/${file}`);
  for (const file of undrawn) console.error(`the README shows docs/pictures/${file}, and nothing draws it`);
  if ([changed, left, unshown, undrawn].some(({ length }) => length > 0)) process.exitCode = 1;
} else {
  mkdirSync(FOLDER, { recursive: true });
  for (const [file, svg] of pictures) writeFileSync(new URL(file, FOLDER), svg);
  for (const file of left) rmSync(new URL(file, FOLDER));
  console.log(`${pictures.size} pictures in docs/pictures`);
}

/** By the names of their files. The server has a data folder of its own: what the user keeps is not in a picture. */
async function drawAll(): Promise<Map<string, string>> {
  const dataDir = mkdtempSync(join(tmpdir(), "hedgeql-pictures-"));
  const server = await startServer({ DATA_DIR: dataDir, DATABASE_URL: undefined });
  try {
    const [light, dark] = await Promise.all([drawIn("LIGHT", server.url), drawIn("DARK", server.url)]);
    return new Map([...named(light, ".svg"), ...named(dark, "-dark.svg")]);
  } finally {
    const ended = once(server.process, "exit");
    server.process.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function drawIn(theme: ChartTheme, url: string) {
  const hedgeql = createClient({ url });
  const { charts } = (await hedgeql.chartImages({ ...HEDGE, theme })).hedgedPortfolio;
  const walk = (await hedgeql.walkForwardChartImages({ ...WALK, theme })).hedgedPortfolio.walkForward.charts;
  return {
    "daily-returns": charts.dailyReturns,
    regression: charts.regression,
    "hedged-returns": charts.hedgedReturns,
    "rolling-beta": charts.rollingBeta,
    "walk-promise-and-fact": walk.promiseAndFact,
    "walk-cumulative": walk.cumulative,
  };
}

function named(images: Awaited<ReturnType<typeof drawIn>>, ending: string): [file: string, svg: string][] {
  return Object.entries(images).map(([name, image]) => {
    if (image === null) throw new Error(`the server gave no picture ${name}`);
    return [`${name}${ending}`, `${image.svg}\n`];
  });
}

function filesThere(): string[] {
  try {
    return readdirSync(FOLDER).filter((file) => file.endsWith(".svg"));
  } catch {
    return [];
  }
}

function there(file: string): string | undefined {
  return filesThere().includes(file) ? readFileSync(new URL(file, FOLDER), "utf8") : undefined;
}
