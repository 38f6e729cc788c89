import { type Client, createClient } from "@hedgeql/sdk";
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page, Request, Route } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type RunningServer, startServer } from "./running-server.ts";

/** The parts of the answer, by the names that a screen reader has for them. */
export const IN_SAMPLE = "In sample: what the regression says";
export const OUT_OF_SAMPLE = "Out of sample: what the hedge did";
export const ORDER = "The order";

/** What the page opens with. */
export const SAMPLE = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

/** A page in a profile of its own, and what it did that a user would not see. */
export interface OpenedPage {
  readonly page: Page;
  readonly profile: BrowserContext;
  /** Errors and warnings of the console, breaches of the Content-Security-Policy among them. */
  readonly complaints: readonly string[];
  /** Every request that left the page, with what it carried. */
  readonly requests: readonly Request[];
}

export interface Suite {
  readonly server: RunningServer;
  readonly browser: Browser;
  readonly hedgeql: Client;
  /** Opens the page at an address after the host, in a fresh profile that ends with the test. */
  open(address?: string, options?: OpenOptions): Promise<OpenedPage>;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Where another server is. */
  readonly origin?: string;
  /** What is to be there before the page is: routes, scripts. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** For a page that several tests use: it ends with the browser. */
  readonly isShared?: boolean;
}

/** One server and one browser for the tests of a file. */
export function usePageSuite(env: () => Promise<Readonly<Record<string, string>>> = async () => ({})): Suite {
  let server: RunningServer | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ env: await env() }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const running = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error("the server and the browser run only while tests do");
    return part;
  };
  return {
    get server() {
      return running(server);
    },
    get browser() {
      return running(browser);
    },
    get hedgeql() {
      return createClient({ url: running(server).url });
    },
    async open(
      address = "/",
      { before, isShared = false, origin = new URL(running(server).url).origin, ...options } = {},
    ) {
      const profile = await running(browser).newContext({ viewport: { width: 1280, height: 900 }, ...options });
      if (!isShared) onTestFinished(() => profile.close());
      const page = await profile.newPage();
      // A test that waits for what does not come says so long before its own end.
      page.setDefaultTimeout(15_000);
      const complaints: string[] = [];
      const requests: Request[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => requests.push(request));
      await before?.(page);
      await page.goto(origin + address);
      return { page, profile, complaints, requests };
    },
  };
}

export const questionOf = (page: Page): Locator => page.getByRole("region", { name: "Question" });
export const answerOf = (page: Page): Locator => page.getByRole("region", { name: "Answer", exact: true });
export const sectionOf = (page: Page, name: string): Locator => page.getByRole("region", { name, exact: true });
/** What the answer is of: "AAPL hedged with ^GSPC". */
export const headingOf = (page: Page): Locator => answerOf(page).getByRole("heading", { level: 2 });

/** Figures that a section shows, by their labels: the number alone, without its interval and its words. */
export async function figuresOf(page: Page, section: string): Promise<Record<string, string>> {
  const pairs = await sectionOf(page, section)
    .getByRole("term")
    .evaluateAll((terms) =>
      terms.map((term) => [term.textContent, term.nextElementSibling?.firstElementChild?.textContent ?? ""]),
    );
  return Object.fromEntries(pairs);
}

/** Expects what the page will show in a moment, on a busy machine too. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });

/** Waits until a section shows these figures. */
export async function expectFigures(page: Page, section: string, figures: Record<string, string>): Promise<void> {
  await eventually(() => figuresOf(page, section)).toMatchObject(figures);
}

/** Waits until nothing is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await headingOf(page).getByText("hedged with").waitFor();
  await page.getByRole("progressbar", { name: "Parts of the answer" }).waitFor({ state: "detached" });
}

const MINUS = "−";

/** A beta or a ratio as the page writes it. */
export const four = (value: number): string => value.toFixed(4).replace("-", MINUS);

/** A share or a rate as the page writes it. */
export function percent(value: number | null, digits = 1): string {
  if (value === null) return "not defined";
  return `${(value * 100).toFixed(digits).replace("-", MINUS)}%`;
}

/** The box of a symbol, by its label. */
export const symbolBox = (page: Page, name: string): Locator => page.getByRole("combobox", { name, exact: true });

/** Types a symbol, or several with commas, and presses Enter. */
export async function typeSymbol(page: Page, box: string, symbol: string): Promise<void> {
  await symbolBox(page, box).fill(symbol);
  await symbolBox(page, box).press("Enter");
}

/** Opens a group of the form that is closed. */
export async function openGroup(page: Page, title: string): Promise<void> {
  const group = page.getByRole("group").filter({ has: page.getByRole("heading", { name: title }) });
  if ((await group.getAttribute("open")) === null) await group.locator("summary").click();
}

/** Turns to own returns; gives the box that they are pasted into. */
export async function openReturns(page: Page): Promise<Locator> {
  await page.getByRole("radio", { name: "Own returns" }).check();
  return page.getByRole("textbox", { name: "Own returns" });
}

export interface Asked {
  readonly operationName: string;
  readonly variables: Record<string, unknown>;
}

/** What a request to the API asks; undefined for any other request. */
export function askedBy(request: Request): Asked | undefined {
  if (!request.url().endsWith("/graphql") || request.method() !== "POST") return undefined;
  // GraphiQL names its operation. The SDK sends one alone, whose text has its name.
  const { query, operationName, variables } = request.postDataJSON();
  return { operationName: operationName ?? /^query (\w+)/.exec(query)?.[1], variables };
}

/** What a page has asked the API so far, oldest first. */
export const asksOf = ({ requests }: Pick<OpenedPage, "requests">): Asked[] =>
  requests.flatMap((request) => askedBy(request) ?? []);

/** Lets a test answer some operations itself; the others go to the server. */
export async function intercept(
  page: Page,
  operations: string | readonly string[],
  handle: (route: Route, asked: Asked) => Promise<unknown>,
): Promise<void> {
  const names = [operations].flat();
  await page.route("**/graphql", (route) => {
    const asked = askedBy(route.request());
    return asked !== undefined && names.includes(asked.operationName) ? handle(route, asked) : route.fallback();
  });
}

/** For tests that are not about pictures: they are half of the work, and each says in its place that there is none. */
export async function withoutPictures(page: Page): Promise<void> {
  await intercept(page, ["Charts", "WalkForwardCharts"], (route) => {
    const charts = {};
    const json = { data: { hedgedPortfolio: { charts, walkForward: { charts } } } };
    return route.fulfill({ json });
  });
}

/** Holds answers back until the test releases them. */
export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export function createGate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  // What still waits when a test ends must not wait for ever.
  onTestFinished(() => resolve());
  return { opened: promise, open: resolve };
}

/** Sends on what may have been given up meanwhile: a request that the page aborted cannot be answered. */
export async function passOn(route: Route): Promise<void> {
  await route.fallback().catch(() => {});
}
