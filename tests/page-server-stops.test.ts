import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { skipBrowser } from "./browser.ts";
import {
  answerOf,
  eventually,
  expectFigures,
  figuresOf,
  four,
  headingOf,
  IN_SAMPLE,
  settled,
  typeSymbol,
  usePageSuite,
  withoutPictures,
} from "./page-driver.ts";
import { startServer } from "./running-server.ts";

/** A port that was free a moment ago: a server that comes back must be where it was. */
async function freePort(): Promise<string> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return String(port);
}

describe.skipIf(skipBrowser)("a server that stops and comes back", () => {
  const suite = usePageSuite();

  test("the last answer stays and is said to be that; when it is back the page goes on by itself", async () => {
    const env = { PORT: await freePort() };
    const first = await startServer({ env });
    onTestFinished(() => first.close());
    const { page } = await suite.open("/", { origin: new URL(first.url).origin, before: withoutPictures });
    await settled(page);
    const figures = await figuresOf(page, IN_SAMPLE);
    await first.end("SIGKILL");

    // What was answered needs no server.
    expect(await figuresOf(page, IN_SAMPLE)).toEqual(figures);
    await page.getByRole("radio", { name: "Weeks" }).check();
    await answerOf(page).getByText("The server does not answer.").first().waitFor();
    await answerOf(page)
      .getByText(/last answer/)
      .first()
      .waitFor();
    await answerOf(page)
      .getByText(/Asking again/)
      .first()
      .waitFor();
    expect(await headingOf(page).locator("..").textContent()).toContain("daily returns");
    expect(await figuresOf(page, IN_SAMPLE)).toEqual(figures);

    // The form works meanwhile, and what is asked last is what is answered.
    await typeSymbol(page, "Symbol", "sample:^GSPC");
    await typeSymbol(page, "Symbol", "sample:AAPL");
    await page.getByLabel("Last date").fill("2016-12-30");
    const second = await startServer({ env });
    onTestFinished(() => second.close());
    const asked = {
      portfolio: { symbol: "sample:AAPL" },
      benchmarks: ["sample:^GSPC"],
      period: { end: "2016-12-30", interval: "WEEK" as const },
    };
    const { regression } = (await suite.hedgeql.hedgedPortfolio(asked)).hedgedPortfolio;
    await eventually(() => figuresOf(page, IN_SAMPLE)).toMatchObject({ Beta: four(regression.beta) });
    await settled(page);
    expect(await answerOf(page).getByText("The server does not answer.").count()).toBe(0);
    expect(await headingOf(page).locator("..").textContent()).toContain("weekly returns");
  });

  test("a page that opens without its API waits, and Try now asks at once", async () => {
    let isDown = true;
    const { page } = await suite.open("/", {
      before: (page) =>
        page.route("**/graphql", (route) => (isDown ? route.abort("connectionrefused") : route.fallback())),
    });
    await answerOf(page).getByText("The server does not answer.").first().waitFor();
    expect(await figuresOf(page, IN_SAMPLE)).toEqual({});
    isDown = false;
    await page.getByRole("button", { name: "Try now" }).click();
    await expectFigures(page, IN_SAMPLE, { Beta: "0.9934" });
  });
});
