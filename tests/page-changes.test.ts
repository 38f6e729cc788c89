import type { HedgedPortfolioQueryVariables } from "@hedgeql/sdk";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import {
  answerOf,
  asksOf,
  eventually,
  expectFigures,
  figuresOf,
  four,
  headingOf,
  IN_SAMPLE,
  type OpenedPage,
  ORDER,
  OUT_OF_SAMPLE,
  openGroup,
  percent,
  questionOf,
  SAMPLE,
  sectionOf,
  settled,
  typeSymbol,
  usePageSuite,
  withoutPictures,
} from "./page-driver.ts";

const MONTHLY = "/?symbol=sample:MSFT-MONTHLY&benchmark=sample:^GSPC&interval=MONTH";
const MSFT: HedgedPortfolioQueryVariables = {
  portfolio: { symbol: "sample:MSFT-MONTHLY" },
  benchmarks: ["sample:^GSPC"],
  period: { interval: "MONTH" },
};
const COSTS = { tradingBps: 2, borrowRate: 0.005 };

describe.skipIf(skipBrowser)("one thing changed on the page, and the answer of the API to it", () => {
  const suite = usePageSuite();
  let opened: OpenedPage;
  let page: Page;
  beforeAll(async () => {
    opened = await suite.open("/", { before: withoutPictures, isShared: true });
    page = opened.page;
  });

  async function at(address: string): Promise<void> {
    await page.goto(new URL(address, suite.server.url).href);
    await settled(page);
  }

  /** The numbers that the API gives, on the page. */
  async function expectNumbers(variables: HedgedPortfolioQueryVariables): Promise<void> {
    const { regression, effectiveness, provenance } = (await suite.hedgeql.hedgedPortfolio(variables)).hedgedPortfolio;
    await expectFigures(page, IN_SAMPLE, {
      ...(variables.benchmarks.length === 1 && { Beta: four(regression.beta) }),
      "Alpha a year": percent(regression.annualizedAlpha.arithmetic),
      "R²": percent(regression.rSquared),
      "Variance removed": percent(effectiveness),
    });
    expect(await headingOf(page).locator("..").textContent()).toContain(
      ` ${provenance.observations.toLocaleString("en-GB")} `,
    );
  }

  async function expectWalk(variables: Parameters<typeof suite.hedgeql.walkForward>[0]): Promise<void> {
    const { realized, costAnnualized } = (await suite.hedgeql.walkForward(variables)).hedgedPortfolio.walkForward;
    await expectFigures(page, OUT_OF_SAMPLE, {
      "Beta realised": four(Number(realized.beta)),
      "Variance removed": percent(realized.effectiveness),
      "Volatility a year": percent(realized.annualizedVolatility),
      "Cost of the hedge": percent(costAnnualized, 2),
    });
  }

  async function expectOrder(variables: Parameters<typeof suite.hedgeql.hedge>[0]): Promise<void> {
    const { legs } = (await suite.hedgeql.hedge({ ...variables, wholeShares: true })).hedgedPortfolio.hedge;
    const shares = () => sectionOf(page, ORDER).getByRole("cell").allTextContents();
    const expected = legs.map(({ quantity }) => Math.abs(quantity).toLocaleString("en-GB"));
    await eventually(shares).toEqual(expect.arrayContaining(expected));
  }

  test("another symbol", async () => {
    await at(MONTHLY);
    await typeSymbol(page, "Symbol", "sample:IBM-MONTHLY");
    const asked = { ...MSFT, portfolio: { symbol: "sample:IBM-MONTHLY" } };
    await expectNumbers(asked);
    expect(await headingOf(page).textContent()).toBe("IBM-MONTHLY hedged with ^GSPC");
    await expectWalk({ ...asked, lookback: 36, rebalanceEvery: 1, costs: COSTS });
    await expectOrder({ ...asked, lookback: 36, value: 1e6 });
  });

  test("a benchmark more, and again without it", async () => {
    await at(MONTHLY);
    await typeSymbol(page, "Add a benchmark", "sample:IBM-MONTHLY");
    const both = { ...MSFT, benchmarks: ["sample:^GSPC", "sample:IBM-MONTHLY"] };
    const { regression } = (await suite.hedgeql.hedgedPortfolio(both)).hedgedPortfolio;
    const [, index, ibm] = regression.coefficients;
    await expectFigures(page, IN_SAMPLE, {
      "Beta to ^GSPC": four(index.estimate),
      "Beta to IBM-MONTHLY": four(ibm.estimate),
      "Hedge ratio": "2 legs",
    });
    await expectNumbers(both);
    await page.getByRole("button", { name: "Remove sample:IBM-MONTHLY" }).click();
    await expectNumbers(MSFT);
  });

  test("no benchmark: the page says what is missing, asks nothing, and goes on with the next", async () => {
    await at(MONTHLY);
    const before = asksOf(opened).length;
    await page.getByRole("button", { name: "Remove sample:^GSPC" }).click();
    await answerOf(page).getByText("Add a benchmark, such as sample:^GSPC.").waitFor();
    await answerOf(page)
      .getByText(/of the question before/)
      .waitFor();
    await eventually(() => page.url()).toContain("benchmark=");
    expect(asksOf(opened).slice(before)).toEqual([]);
    await typeSymbol(page, "Add a benchmark", "sample:AAPL-MONTHLY");
    await expectNumbers({ ...MSFT, benchmarks: ["sample:AAPL-MONTHLY"] });
  });

  test("a period", async () => {
    await at("/");
    await page.getByLabel("First date").fill("2015-01-02");
    await page.getByLabel("Last date").fill("2017-12-29");
    const asked = { ...SAMPLE, period: { start: "2015-01-02", end: "2017-12-29" } };
    await expectNumbers(asked);
    expect(await headingOf(page).locator("..").textContent()).toContain("2 Jan 2015 to 29 Dec 2017");
    await expectWalk({ ...asked, costs: COSTS });
  });

  test("a period that ends before it begins is said beside the date, and not asked", async () => {
    await at("/");
    const before = asksOf(opened).length;
    await page.getByLabel("First date").fill("2017-01-02");
    await page.getByLabel("Last date").fill("2015-01-02");
    const fault = questionOf(page).getByText("The last date must be after the first.");
    await fault.waitFor();
    expect(await page.getByLabel("Last date").getAttribute("aria-invalid")).toBe("true");
    await answerOf(page)
      .getByText(/nothing is asked/i)
      .waitFor();
    const asked = asksOf(opened)
      .slice(before)
      .map(({ variables }) => variables.period);
    expect(asked).not.toContainEqual(expect.objectContaining({ end: "2015-01-02" }));
  });

  test("weeks, with their own lookback", async () => {
    await at("/");
    await page.getByRole("radio", { name: "Weeks" }).check();
    const asked = { ...SAMPLE, period: { interval: "WEEK" as const } };
    await expectNumbers(asked);
    await expectWalk({ ...asked, lookback: 104, rebalanceEvery: 4, costs: COSTS });
  });

  test("an estimator and a lookback, for the walk and the order alone", async () => {
    await at("/");
    const before = asksOf(opened).length;
    await page.getByLabel("Beta by").selectOption("EWMA");
    await page.getByLabel("Lookback").fill("120");
    await expectWalk({ ...SAMPLE, estimator: "EWMA", lookback: 120, costs: COSTS });
    await expectOrder({ ...SAMPLE, estimator: "EWMA", lookback: 120, value: 1e6 });
    const asked = asksOf(opened)
      .slice(before)
      .map(({ operationName }) => operationName);
    expect(new Set(asked)).toEqual(new Set(["WalkForward", "WalkForwardCharts", "Hedge"]));
  });

  test("costs, which change no beta", async () => {
    await at("/");
    const { "Beta realised": beta } = await figuresOf(page, OUT_OF_SAMPLE);
    await page.getByLabel("Trading cost").fill("25");
    await page.getByLabel("Borrow rate").fill("3");
    await expectWalk({ ...SAMPLE, costs: { tradingBps: 25, borrowRate: 0.03 } });
    expect((await figuresOf(page, OUT_OF_SAMPLE))["Beta realised"]).toBe(beta);
  });

  test("the portfolio's value, with commas between thousands", async () => {
    await at("/");
    await page.getByLabel("Portfolio value").fill("25,000,000");
    await expectOrder({ ...SAMPLE, lookback: 252, value: 25e6 });
    await sectionOf(page, ORDER).getByText("For 25,000,000").waitFor();
  });

  test("an instrument to hedge with", async () => {
    await at(MONTHLY);
    await typeSymbol(page, "Hedge with", "sample:AAPL-MONTHLY");
    const asked = { ...MSFT, hedgeWith: ["sample:AAPL-MONTHLY"] };
    const { ratios } = (await suite.hedgeql.hedgedPortfolio(asked)).hedgedPortfolio;
    await expectFigures(page, IN_SAMPLE, { "Hedge ratio": four(ratios[0].ratio) });
    expect(await headingOf(page).textContent()).toBe("MSFT-MONTHLY hedged with AAPL-MONTHLY");
  });

  test("standard errors, confidence and a risk-free rate", async () => {
    await at("/");
    await openGroup(page, "More settings");
    await page.getByLabel("Standard errors").selectOption("HC3");
    await page.getByLabel("Confidence").fill("90");
    await page.getByLabel("Risk-free rate").fill("2");
    const asked = {
      ...SAMPLE,
      inference: { covariance: "HC3" as const, confidence: 0.9 },
      riskFree: { annualRate: 0.02 },
    };
    await expectNumbers(asked);
    const [, beta] = (await suite.hedgeql.hedgedPortfolio(asked)).hedgedPortfolio.regression.coefficients;
    const interval = `90% interval ${four(beta.lower)} to ${four(beta.upper)}`;
    await sectionOf(page, IN_SAMPLE).getByText(interval).waitFor();
    await expectWalk({ ...asked, costs: { ...COSTS, cashRate: 0.02 } });
  });

  test("all estimators side by side, in the API's order", async () => {
    await at(MONTHLY);
    await page.getByRole("button", { name: "Compare all estimators" }).click();
    const rows = page.getByRole("table", { name: "Estimators compared" }).locator("tbody").getByRole("row");
    const { compareEstimators: scores } = (
      await suite.hedgeql.compareEstimators({ ...MSFT, lookbacks: [9, 18, 36], rebalanceEvery: 1, costs: COSTS })
    ).hedgedPortfolio;
    await eventually(() => rows.count()).toBe(scores.length);
    const shown = await rows.allInnerTexts();
    scores.forEach(({ reason, realizedBeta }, at) => {
      expect(shown[at]).toContain(reason ?? four(Number(realizedBeta)));
    });
  });
});
