import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import {
  type Asked,
  createGate,
  eventually,
  expectFigures,
  figuresOf,
  four,
  headingOf,
  IN_SAMPLE,
  intercept,
  OUT_OF_SAMPLE,
  passOn,
  settled,
  typeSymbol,
  usePageSuite,
  withoutPictures,
} from "./page-driver.ts";

const address = (name: string) => `/?symbol=sample:${name}-MONTHLY&benchmark=sample:^GSPC&interval=MONTH`;
const NAMES = ["MSFT", "IBM", "GOOG"] as const;

const isOf = ({ variables }: Asked, name: string) => JSON.stringify(variables).includes(`sample:${name}-MONTHLY`);
const ask = (page: Page, name: string) => typeSymbol(page, "Symbol", `sample:${name}-MONTHLY`);

describe.skipIf(skipBrowser)("answers that come late, or in another order than they were asked for", () => {
  const suite = usePageSuite();
  const betas = new Map<string, string>();
  const realized = new Map<string, string>();
  beforeAll(async () => {
    for (const name of NAMES) {
      const asked = {
        portfolio: { symbol: `sample:${name}-MONTHLY` },
        benchmarks: ["sample:^GSPC"],
        period: { interval: "MONTH" as const },
      };
      const [{ hedgedPortfolio: numbers }, { hedgedPortfolio: walked }] = await Promise.all([
        suite.hedgeql.hedgedPortfolio(asked),
        suite.hedgeql.walkForward({ ...asked, lookback: 36, rebalanceEvery: 1 }),
      ]);
      betas.set(name, four(numbers.regression.beta));
      realized.set(name, four(Number(walked.walkForward.realized.beta)));
    }
  });
  const opened = async (name: string) => {
    const { page } = await suite.open(address(name), { before: withoutPictures });
    await settled(page);
    return page;
  };

  test("an answer that was overtaken is never shown", async () => {
    const page = await opened("MSFT");
    const late = createGate();
    const asked = createGate();
    await intercept(page, ["HedgedPortfolio", "WalkForward", "Hedge"], async (route, ask) => {
      if (!isOf(ask, "IBM")) return passOn(route);
      asked.open();
      await late.opened;
      return passOn(route);
    });
    await ask(page, "IBM");
    await asked.opened;
    await ask(page, "GOOG");
    await expectFigures(page, IN_SAMPLE, { Beta: betas.get("GOOG") ?? "" });
    const seen = await watch(page);
    late.open();
    await settled(page);
    // The server's own way of saying that all that was sent has come.
    await page.evaluate(() => fetch("/health").then((response) => response.text()));
    expect(await headingOf(page).textContent()).toContain("GOOG-MONTHLY");
    expect(await figuresOf(page, IN_SAMPLE)).toMatchObject({ Beta: betas.get("GOOG") });
    for (const { heading } of await seen()) expect(heading).toContain("GOOG-MONTHLY");
  });

  test("the numbers come before the walk: no figure of another portfolio stands under the heading", async () => {
    const page = await opened("MSFT");
    const late = createGate();
    await intercept(page, "WalkForward", async (route) => {
      await late.opened;
      return passOn(route);
    });
    const seen = await watch(page);
    await ask(page, "IBM");
    await expectFigures(page, IN_SAMPLE, { Beta: betas.get("IBM") ?? "" });
    late.open();
    await expectFigures(page, OUT_OF_SAMPLE, { "Beta realised": realized.get("IBM") ?? "" });
    expectCoherent(await seen());
  });

  test("the walk comes before the numbers: no figure of another portfolio stands under the heading", async () => {
    const page = await opened("MSFT");
    const late = createGate();
    await intercept(page, "HedgedPortfolio", async (route) => {
      await late.opened;
      return passOn(route);
    });
    const seen = await watch(page);
    await ask(page, "IBM");
    // All but the numbers.
    const progress = page.getByRole("progressbar", { name: "Parts of the answer" });
    await eventually(() => progress.evaluate((bar: HTMLProgressElement) => bar.max - bar.value)).toBe(1);
    late.open();
    await expectFigures(page, IN_SAMPLE, { Beta: betas.get("IBM") ?? "" });
    await settled(page);
    expectCoherent(await seen());
  });

  test("while an answer is on its way, the one that stands keeps its own heading, and is busy", async () => {
    const page = await opened("MSFT");
    const late = createGate();
    await intercept(page, ["HedgedPortfolio", "WalkForward", "Hedge"], async (route) => {
      await late.opened;
      return passOn(route);
    });
    await ask(page, "IBM");
    await page.getByRole("progressbar", { name: "Parts of the answer" }).waitFor();
    expect(await headingOf(page).textContent()).toContain("MSFT-MONTHLY");
    const busy = page.locator("[aria-busy=true]").filter({ has: page.getByRole("heading", { level: 2 }) });
    expect(await busy.count()).toBe(1);
    late.open();
    await expectFigures(page, IN_SAMPLE, { Beta: betas.get("IBM") ?? "" });
    expect(await busy.count()).toBe(0);
  });

  test("keys that follow each other fast are one question", async () => {
    const page = await opened("MSFT");
    const lookbacks: unknown[] = [];
    await intercept(page, "WalkForward", (route, { variables }) => {
      lookbacks.push(variables.lookback);
      return passOn(route);
    });
    await page.getByLabel("Lookback").pressSequentially("48");
    await eventually(() => lookbacks.at(-1)).toBe(48);
    await settled(page);
    expect(lookbacks).toEqual([48]);
  });

  interface Sight {
    readonly heading: string;
    readonly beta: string;
    readonly realized: string;
    /** Whether the section says in words that its figures are of another question. */
    readonly isSaid: boolean;
  }

  /** Notes what the page shows after each change of it; gives all sights so far. */
  async function watch(page: Page): Promise<() => Promise<Sight[]>> {
    await page.evaluate(
      ({ inSample, outOfSample }) => {
        const sights: unknown[] = [];
        const section = (name: string) => document.querySelector(`section[aria-label="${name}"]`);
        const figure = (name: string, label: string) => {
          const terms = [...(section(name)?.querySelectorAll("dt") ?? [])];
          const term = terms.find((term) => term.textContent === label && term.closest("[aria-hidden]") === null);
          return term?.nextElementSibling?.firstElementChild?.textContent ?? "";
        };
        const look = () =>
          sights.push({
            heading: document.querySelector("h2:not(summary h2)")?.textContent ?? "",
            beta: figure(inSample, "Beta"),
            realized: figure(outOfSample, "Beta realised"),
            isSaid: section(outOfSample)?.textContent?.includes("question before") ?? false,
          });
        Object.assign(window, { sights });
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
      },
      { inSample: IN_SAMPLE, outOfSample: OUT_OF_SAMPLE },
    );
    return () => page.evaluate(() => Reflect.get(window, "sights") as Sight[]);
  }

  function expectCoherent(sights: readonly Sight[]): void {
    expect(sights.length).toBeGreaterThan(0);
    const mixed = sights.filter(({ heading, beta, realized: walked, isSaid }) => {
      const name = NAMES.find((name) => heading.includes(name)) ?? "";
      return beta !== betas.get(name) || !(walked === "" || walked === realized.get(name) || isSaid);
    });
    expect(mixed).toEqual([]);
  }
});
