import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import {
  answerOf,
  eventually,
  expectFigures,
  four,
  headingOf,
  IN_SAMPLE,
  type OpenedPage,
  ORDER,
  OUT_OF_SAMPLE,
  percent,
  SAMPLE,
  sectionOf,
  settled,
  usePageSuite,
} from "./page-driver.ts";

const COSTS = { tradingBps: 2, borrowRate: 0.005 };

describe.skipIf(skipBrowser)("the page, opened", () => {
  const suite = usePageSuite();
  let opened: OpenedPage;
  let page: Page;
  beforeAll(async () => {
    opened = await suite.open("/", { before: noteBreaches, isShared: true });
    page = opened.page;
    await settled(page);
  });

  test("shows the bundled sample, and says which years it is of", async () => {
    expect(await headingOf(page).textContent()).toBe("AAPL hedged with ^GSPC");
    const notice = answerOf(page).getByText("Sample data: real prices of 2013–2018");
    expect(await notice.textContent()).toContain("not current");
    expect(await page.title()).toContain("HedgeQL");
  });

  test("has the figures that the API gives to the same question", async () => {
    const { hedgedPortfolio: hedged } = await suite.hedgeql.hedgedPortfolio(SAMPLE);
    expect(hedged.regression.beta).toBeCloseTo(0.9933917187878432, 12);
    await expectFigures(page, IN_SAMPLE, {
      Beta: "0.9934",
      "Alpha a year": percent(hedged.regression.annualizedAlpha.arithmetic),
      "R²": "28.5%",
      "Hedge ratio": four(hedged.ratios[0].ratio),
      "Variance removed": percent(hedged.effectiveness),
      "Beta after the hedge": "0",
    });
    const { walkForward: walk } = (await suite.hedgeql.walkForward({ ...SAMPLE, costs: COSTS })).hedgedPortfolio;
    await expectFigures(page, OUT_OF_SAMPLE, {
      "Beta realised": four(Number(walk.realized.beta)),
      "Variance removed": percent(walk.realized.effectiveness),
      "Volatility a year": percent(walk.realized.annualizedVolatility),
      "Cost of the hedge": percent(walk.costAnnualized, 2),
    });
    const { hedge } = (await suite.hedgeql.hedge({ ...SAMPLE, value: 1e6, lookback: 252, wholeShares: true }))
      .hedgedPortfolio;
    const leg = sectionOf(page, ORDER).getByRole("row", { name: "Sell short ^GSPC" });
    await eventually(() => leg.getByRole("cell").allTextContents()).toContain(String(Math.abs(hedge.legs[0].quantity)));
  });

  test("has every picture of the API, drawn, and in words for those who cannot see it", async () => {
    const { charts } = (await suite.hedgeql.charts({ ...SAMPLE })).hedgedPortfolio;
    const walk = (await suite.hedgeql.walkForwardCharts({ ...SAMPLE, costs: COSTS })).hedgedPortfolio.walkForward
      .charts;
    const pictures = [...Object.values(charts), ...Object.values(walk)];
    expect(pictures).toHaveLength(13);
    for (const chart of pictures) {
      if (chart === null) throw new Error("the sample has every picture");
      const drawing = page.getByRole("img", { name: chart.description, exact: true });
      await expectDrawn(drawing);
      const figure = page.getByRole("figure").filter({ has: drawing });
      expect(await figure.getByRole("heading").textContent()).toBe(chart.title);
      expect(await figure.textContent()).toContain(chart.subtitle);
    }
  });

  test("draws a point for every return in the cloud, and the line through it", async () => {
    const cloud = page.getByRole("img", { name: /cloud/i }).first();
    await expectDrawn(cloud);
    expect(await cloud.locator(".mark-symbol.role-mark path").count()).toBe(1259);
    expect(await cloud.locator(".mark-line path, .mark-rule line").count()).toBeGreaterThan(0);
  });

  test("asks nobody but its server, breaks no rule of its policy, and nothing complains", async () => {
    const { requests, complaints } = opened;
    const { origin } = new URL(suite.server.url);
    expect(requests.map((request) => request.url()).filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
    expect(await page.evaluate(() => Reflect.get(window, "breaches"))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

/** Waits until a picture is drawn: marks that take up room, labels that are words. */
async function expectDrawn(drawing: Locator): Promise<void> {
  await drawing.scrollIntoViewIfNeeded();
  const marks = () =>
    drawing.locator("svg").evaluate((svg) => {
      const sized = [...svg.querySelectorAll<SVGGraphicsElement>(".role-mark path, .role-mark line, .role-mark rect")]
        .map((mark) => mark.getBoundingClientRect())
        .filter(({ width, height }) => width + height > 1);
      const labels = [...svg.querySelectorAll("text")].filter((text) => text.textContent?.trim() !== "");
      return sized.length > 0 && labels.length > 5;
    });
  await eventually(marks).toBe(true);
  expect(await drawing.locator("text").allTextContents()).not.toContain("undefined");
  const box = await drawing.locator("svg").boundingBox();
  expect(box?.width).toBeGreaterThan(200);
  expect(box?.height).toBeGreaterThan(150);
}

async function noteBreaches(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const breaches: string[] = [];
    Object.assign(window, { breaches });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      breaches.push(`${violatedDirective} ${blockedURI}`),
    );
  });
}
