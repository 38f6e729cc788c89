import type { Page, Route } from "playwright-core";
import { describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import {
  answerOf,
  createGate,
  eventually,
  expectFigures,
  figuresOf,
  headingOf,
  IN_SAMPLE,
  intercept,
  ORDER,
  OUT_OF_SAMPLE,
  passOn,
  sectionOf,
  settled,
  symbolBox,
  typeSymbol,
  usePageSuite,
  withoutPictures,
} from "./page-driver.ts";

const BETA = { Beta: "0.9934" };

describe.skipIf(skipBrowser)("an answer that fails, or does not come at once", () => {
  const suite = usePageSuite();
  const open = (address = "/", before: (page: Page) => Promise<unknown> = async () => {}) =>
    suite.open(address, {
      before: async (page) => {
        await withoutPictures(page);
        await before(page);
      },
    });
  const failing = (code: string, message: string, details: Record<string, unknown> = {}) => ({
    data: { hedgedPortfolio: null },
    errors: [{ message, path: ["hedgedPortfolio"], extensions: { code, ...details } }],
  });

  test("while the first answer is on its way, its places are kept, and progress says what is missing", async () => {
    const gate = createGate();
    const { page } = await open("/", (page) =>
      intercept(page, ["HedgedPortfolio", "WalkForward", "Hedge"], async (route) => {
        await gate.opened;
        return passOn(route);
      }),
    );
    const progress = page.getByRole("progressbar", { name: "Parts of the answer" });
    await progress.waitFor();
    expect(await answerOf(page).textContent()).toMatch(/waiting for .*numbers/);
    expect(await figuresOf(page, IN_SAMPLE)).toEqual({});
    const place = await sectionOf(page, IN_SAMPLE).boundingBox();
    expect(place?.height).toBeGreaterThan(150);
    gate.open();
    await expectFigures(page, IN_SAMPLE, BETA);
    const filled = await sectionOf(page, IN_SAMPLE).boundingBox();
    expect(filled?.y).toBe(place?.y);
  });

  test("a slow answer counts its seconds; Cancel stops it, and asking again answers", async () => {
    const gate = createGate();
    let held = 0;
    const { page } = await open("/", (page) =>
      intercept(page, "WalkForward", async (route) => {
        held++;
        if (held === 1) await gate.opened;
        return passOn(route);
      }),
    );
    await expectFigures(page, IN_SAMPLE, BETA);
    await answerOf(page)
      .getByText(/waiting for out of sample, 2 s/)
      .waitFor();
    const aborted = page.waitForEvent("requestfailed");
    await page.getByRole("button", { name: "Cancel" }).click();
    expect((await aborted).postData()).toContain("WalkForward");
    await sectionOf(page, OUT_OF_SAMPLE)
      .getByText(/Cancelled/)
      .waitFor();
    expect(await figuresOf(page, IN_SAMPLE)).toMatchObject(BETA);
    await page.getByRole("button", { name: "Ask again" }).click();
    await expectFigures(page, OUT_OF_SAMPLE, { "Beta realised": "0.0097" });
    expect(held).toBe(2);
  });

  test("a symbol that there is not: which one, what it may have been, and a button that takes it", async () => {
    const { page } = await open("/?symbol=sample:AAPLE&benchmark=sample:^GSPC");
    await answerOf(page).getByText("No source has the symbol sample:AAPLE.").waitFor();
    const suggestion = page.getByRole("button", { name: "Use sample:", exact: false }).first();
    await suggestion.waitFor();
    await page.getByRole("button", { name: "Use sample:AAPL", exact: true }).click();
    await expectFigures(page, IN_SAMPLE, BETA);
    expect(await symbolBox(page, "Symbol").inputValue()).toBe("sample:AAPL");
    expect(await answerOf(page).getByText("No source has").count()).toBe(0);
  });

  test("after a good answer, a symbol that there is not never stands over the figures of the other", async () => {
    const { page } = await open();
    await settled(page);
    await typeSymbol(page, "Symbol", "sample:NOPE");
    await answerOf(page).getByText("No source has the symbol sample:NOPE.").waitFor();
    expect(await headingOf(page).textContent()).not.toContain("NOPE");
    await typeSymbol(page, "Symbol", "sample:AAPL");
    await expectFigures(page, IN_SAMPLE, BETA);
  });

  test("a lookback that is too long fails the walk and the order alone, and a button shortens it", async () => {
    const { page } = await open("/?symbol=sample:AAPL&benchmark=sample:^GSPC&lookback=5000");
    await expectFigures(page, IN_SAMPLE, BETA);
    await sectionOf(page, OUT_OF_SAMPLE).getByText("There are 1259 returns, and 5001 are needed.").waitFor();
    await sectionOf(page, ORDER)
      .getByText(/needed|same reason/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Use a lookback of 629" }).first().click();
    await eventually(() => figuresOf(page, OUT_OF_SAMPLE)).toHaveProperty("Beta realised");
    expect(await page.getByLabel("Lookback").inputValue()).toBe("629");
  });

  test("dates that no series has: what it says, and a button that takes all dates", async () => {
    const { page } = await open("/?symbol=sample:AAPL&benchmark=sample:^GSPC&start=1990-01-01&end=1990-12-31");
    await answerOf(page)
      .getByText(/share no dates|too few returns|returns, and/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Use all dates" }).first().click();
    await expectFigures(page, IN_SAMPLE, BETA);
    expect(await page.getByLabel("First date").inputValue()).toBe("");
  });

  test("one picture that fails says why in its place, and the others stand", async () => {
    const { page } = await suite.open("/?symbol=sample:MSFT-MONTHLY&benchmark=sample:^GSPC&interval=MONTH", {
      before: (page) =>
        intercept(page, "Charts", async (route) => {
          const response = await route.fetch();
          const { data } = await response.json();
          data.hedgedPortfolio.charts.rollingBeta = null;
          const path = ["hedgedPortfolio", "charts", "rollingBeta"];
          const errors = [{ message: "the window is too long", path, extensions: { code: "INSUFFICIENT_DATA" } }];
          return route.fulfill({ response, json: { data, errors } });
        }),
    });
    await page.getByText("the window is too long").waitFor();
    await page.getByRole("heading", { name: "No picture of the rolling beta" }).waitFor();
    await eventually(() => page.getByRole("img").count()).toBe(12);
  });

  const answering = async (page: Page, answer: (route: Route) => Promise<void>) => {
    let asked = 0;
    await intercept(page, ["HedgedPortfolio", "WalkForward", "Hedge"], (route) => {
      asked++;
      return asked <= 3 ? answer(route) : passOn(route);
    });
  };

  test("a fault of the server's own is told with its id, and Try again answers", async () => {
    const { page } = await open("/", (page) =>
      answering(page, (route) =>
        route.fulfill({ json: failing("INTERNAL_ERROR", "Unexpected error", { id: "0c4f-8a1b" }) }),
      ),
    );
    await answerOf(page).getByText("Report it with the id 0c4f-8a1b.").first().waitFor();
    await page.getByRole("button", { name: "Try again" }).first().click();
    await expectFigures(page, IN_SAMPLE, BETA);
  });

  test("a source that cannot be reached is named, and a button shows what is always there", async () => {
    const { page } = await open("/?symbol=TSLA&benchmark=SPY");
    await answerOf(page).getByText("The source of the prices does not answer.").first().waitFor();
    await page.getByRole("button", { name: "Show the bundled sample" }).first().click();
    await expectFigures(page, IN_SAMPLE, BETA);
    expect(await symbolBox(page, "Symbol").inputValue()).toBe("sample:AAPL");
  });

  test("a source that limits how often it is asked is asked again when it allows, by itself", async () => {
    const { page } = await open("/", (page) =>
      answering(page, (route) =>
        route.fulfill({
          status: 429,
          headers: { "retry-after": "2" },
          json: failing("RATE_LIMITED", "Yahoo limits how often it is asked", { retryAfterSeconds: 2 }),
        }),
      ),
    );
    await answerOf(page)
      .getByText(/Asking again in [12] s/)
      .first()
      .waitFor();
    expect(await page.getByRole("button", { name: "Show the bundled sample" }).count()).toBeGreaterThan(0);
    await expectFigures(page, IN_SAMPLE, BETA);
    expect(
      await answerOf(page)
        .getByText(/Asking again/)
        .count(),
    ).toBe(0);
  });

  test("a proxy that answers with its own page is said to be that, and the page goes on behind it", async () => {
    const { page } = await open("/", (page) =>
      answering(page, (route) =>
        route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad Gateway</h1>" }),
      ),
    );
    await answerOf(page)
      .getByText(/What answered is not HedgeQL|server does not answer/)
      .first()
      .waitFor();
    await expectFigures(page, IN_SAMPLE, BETA);
  });
});
