import { type ChartImagesQueryVariables, createClient } from "@hedgeql/sdk";
import { weekdays } from "@hedgeql/server/testing/yahoo-stand-in";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compactSvg } from "../packages/server/src/charts/svg/compact-svg.ts";
import { launchBrowser, skipBrowser } from "./browser.ts";
import { compounded, randomReturns, withBeta, writePrices } from "./price-files.ts";
import { type RunningServer, startServer } from "./running-server.ts";

const DAYS = weekdays("2012-01-02", 401);
const INDEX = randomReturns(400, 1);
const LONG = "W".repeat(60);

let server: RunningServer;
let browser: Browser | undefined;
let page: Page;
beforeAll(async () => {
  server = await startServer();
  const write = (name: string, beta: number, seed: number) =>
    writePrices(server.dataDir, name, DAYS, compounded(withBeta(beta, INDEX, 0.5, seed)));
  writePrices(server.dataDir, "index", DAYS, compounded(INDEX));
  write("falling", -1.3, 3_000_017);
  write(`${LONG}-one`, 1.1, 6_700_417);
  write(`${LONG}-two`, 0.4, 19_931_207);
  write("second", 0.3, 40_000_003);
  if (skipBrowser) return;
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await server.close();
});

/** What is wrong with pictures as a browser lays them out: the text, and what of it. */
const faultsOf = (svgs: readonly string[]) =>
  page.evaluate((sources) => {
    const faults: string[] = [];
    for (const source of sources) {
      const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
      const broken = parsed.querySelector("parsererror")?.textContent;
      if (broken) faults.push(`not XML: ${broken.slice(0, 200)}`);
      if (parsed.documentElement.getAttribute("role") !== "img") faults.push("no image to a screen reader");
      document.body.innerHTML = source;
      const svg = document.body.querySelector("svg") as SVGSVGElement;
      const box = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll("text")]
        .filter((text) => getComputedStyle(text).opacity !== "0")
        .flatMap((text) => (text.querySelector("tspan") ? [...text.querySelectorAll("tspan")] : [text]))
        .map((text) => ({ words: text.textContent ?? "", at: text.getBoundingClientRect() }))
        .filter(({ words, at }) => words.trim() !== "" && at.width > 0);
      if (texts.length < 5) faults.push("hardly a word");
      for (const [i, { words, at }] of texts.entries()) {
        const outside = at.left < box.left || at.top < box.top || at.right > box.right || at.bottom > box.bottom;
        if (outside) faults.push(`outside: ${words}`);
        for (const other of texts.slice(i + 1)) {
          const across = Math.min(at.right, other.at.right) - Math.max(at.left, other.at.left);
          const down = Math.min(at.bottom, other.at.bottom) - Math.max(at.top, other.at.top);
          // Lines of text stand closer than their boxes are high, by the room for marks above capitals.
          if (across > 0.5 && down > 3) faults.push(`on each other: ${words} | ${other.words}`);
        }
      }
    }
    return faults;
  }, svgs);

const SIZES = [
  { width: 360, height: 380 },
  { width: 800, height: 450 },
  { width: 1600, height: 700 },
];

type Asked = Pick<ChartImagesQueryVariables, "portfolio" | "benchmarks" | "period"> & { readonly lookback?: number };

const CASES: Readonly<Record<string, Asked>> = {
  "the sample": { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"], lookback: 252 },
  "a beta below 0": { portfolio: { symbol: "csv:falling" }, benchmarks: ["csv:index"], lookback: 100 },
  "three benchmarks with the longest names": {
    portfolio: { symbol: `csv:${LONG}-one` },
    benchmarks: [`csv:${LONG}-two`, "csv:index", "csv:second"],
    lookback: 100,
  },
  months: {
    portfolio: { holdings: ["MSFT", "AMZN"].map((name) => ({ symbol: `sample:${name}-MONTHLY`, weight: 0.5 })) },
    benchmarks: ["sample:^GSPC"],
    period: { interval: "MONTH" },
    lookback: 36,
  },
  "ten weeks": {
    portfolio: { symbol: "sample:AAPL" },
    benchmarks: ["sample:^GSPC"],
    period: { interval: "WEEK", start: "2018-03-02", end: "2018-05-11" },
  },
};

/** Every picture of a case, of the walk too where there is one. */
async function drawn({ lookback, ...asked }: Asked, look: { width: number; height: number; theme: "LIGHT" | "DARK" }) {
  const hedgeql = createClient({ url: server.url });
  const { charts } = (await hedgeql.chartImages({ ...asked, ...look })).hedgedPortfolio;
  const svgs = Object.values(charts).map((chart) => chart?.svg ?? "none");
  if (lookback === undefined) return svgs;
  const costs = { tradingBps: 5, borrowRate: 0.01 };
  const { hedgedPortfolio } = await hedgeql.walkForwardChartImages({ ...asked, ...look, lookback, costs });
  return [...svgs, ...Object.values(hedgedPortfolio.walkForward.charts).map((chart) => chart?.svg ?? "none")];
}

test.skipIf(skipBrowser)("faults are found where there are some", async () => {
  const picture = (inside: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="200" height="100">${inside}</svg>`;
  const words = ["a", "b", "c", "d"].map((word, i) => `<text x="${10 + 40 * i}" y="20">${word}</text>`).join("");
  const faults = async (inside: string) =>
    (await faultsOf([picture(words + inside)])).map((fault) => fault.slice(0, 7));
  expect(await faults('<text x="10" y="60">fine</text>')).toEqual([]);
  expect(await faults('<text x="190" y="60">outside</text>')).toEqual(["outside"]);
  expect(await faults('<text x="10" y="60">one</text><text x="14" y="64">two</text>')).toEqual(["on each"]);
  expect(await faults('<text x="10" y="60" fill="red" fill="red">twice</text>')).toContain("not XML");
});

describe.skipIf(skipBrowser).each(Object.entries(CASES))("the pictures of %s", (name, asked) => {
  test.each(SIZES)("at $width by $height: no text is outside, none on another, all is well-formed", async (size) => {
    // Themes differ in colours alone: one case shows that of both.
    for (const theme of name === "the sample" ? (["LIGHT", "DARK"] as const) : (["LIGHT"] as const)) {
      const svgs = await drawn(asked, { ...size, theme });
      expect(svgs).toHaveLength(asked.lookback === undefined ? 9 : 13);
      for (const svg of svgs) expect(svg).toContain(`width="${size.width}" height="${size.height}"`);
      expect(await faultsOf(svgs)).toEqual([]);
    }
  });
});

test.skipIf(skipBrowser)("thirty influential days are told apart in the lowest picture", async () => {
  const query = `{ hedgedPortfolio(portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"]) {
    charts { influence(count: 30) { low: svg(width: 320, height: 240) usual: svg } } } }`;
  const response = await fetch(server.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { low, usual } = (await response.json()).data.hedgedPortfolio.charts.influence;
  expect(await faultsOf([low, usual])).toEqual([]);
});

test.skipIf(skipBrowser)("a title stands at the left edge, whatever the axes need", async () => {
  const svgs = await drawn(CASES["three benchmarks with the longest names"], { ...SIZES[1], theme: "LIGHT" });
  const lefts = await page.evaluate(
    (sources) =>
      sources.map((source) => {
        document.body.innerHTML = source;
        const svg = document.body.querySelector("svg") as SVGSVGElement;
        const title = svg.querySelector(".role-title-text text") as SVGTextElement;
        return title.getBoundingClientRect().left - svg.getBoundingClientRect().left;
      }),
    svgs,
  );
  for (const left of lefts) expect(Math.abs(left - 14)).toBeLessThan(3);
});

test.skipIf(skipBrowser)(
  "a cloud looks the same as Vega's own: where dots lie on each other it is darker",
  async () => {
    const [width, height, radius] = [200, 120, 1.871];
    const circle = `M${radius},0A${radius},${radius},0,1,1,-${radius},0A${radius},${radius},0,1,1,${radius},0`;
    const dots = Array.from({ length: 400 }, (_, i) => {
      const [x, y] = [100 + 60 * Math.sin(i * i), 60 + 40 * Math.sin(3 * i * i + 1)].map((value) => value.toFixed(1));
      return `<path transform="translate(${x},${y})" d="${circle}" fill="#0072b2" stroke-width="2" opacity="0.45"/>`;
    });
    const own = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g class="mark-symbol role-mark">${dots.join("")}</g></svg>`;
    const darkness = (source: string) =>
      page.evaluate(
        async ([text, columns, rows]) => {
          const image = new Image();
          image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
          await image.decode();
          const canvas = document.createElement("canvas");
          [canvas.width, canvas.height] = [columns, rows];
          const context = canvas.getContext("2d") as CanvasRenderingContext2D;
          context.drawImage(image, 0, 0);
          return [...context.getImageData(0, 0, columns, rows).data].filter((_, at) => at % 4 === 3);
        },
        [source, width, height] as const,
      );
    const compact = compactSvg(own);
    expect(compact).not.toContain("translate");
    const [before, after] = [await darkness(own), await darkness(compact)];
    const differences = before.map((value, at) => Math.abs(value - after[at]));
    // Of 255: what is left is how the edges of a circle and of a round cap are smoothed.
    expect(Math.max(...differences)).toBeLessThanOrEqual(16);
    // One dot is 115 dark, two on each other 178.
    expect(Math.max(...after)).toBeGreaterThan(170);
  },
);
