import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, skipBrowser } from "./browser.ts";
import { runExample } from "./example-run.ts";
import { type RunningServer, startServer } from "./running-server.ts";

// Several benchmarks have the longest names, and the tables with the most rows.
const TWO = "--symbol sample:MSFT-MONTHLY --benchmark sample:^GSPC --benchmark sample:IBM-MONTHLY --interval month";
const REPORTS = { one: [], two: TWO.split(" "), exact: ["--benchmark", "sample:AAPL"] };

describe.skipIf(skipBrowser)("the report file in a browser", () => {
  let server: RunningServer;
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    folder = mkdtempSync(join(tmpdir(), "hedgeql-report-"));
    for (const [name, args] of Object.entries(REPORTS)) {
      const { code } = await runExample(["hedge-report", ...args, "--out", join(folder, name)], server.url);
      expect(code).toBe(0);
    }
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(
    name: string,
    width: number,
    colorScheme: "light" | "dark",
    look: (page: Page, problems: string[]) => Promise<void>,
  ) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("console", (message) => problems.push(message.text()));
    page.on("request", (request) => {
      if (!request.isNavigationRequest()) problems.push(request.url());
    });
    await page.goto(pathToFileURL(join(folder, name, "report.html")).href);
    await look(page, problems);
    await page.close();
  }

  test.each(Object.keys(REPORTS))(
    "%s: fits a phone and a wide window, in both themes, without a complaint",
    async (name) => {
      for (const width of [360, 1400]) {
        for (const theme of ["light", "dark"] as const) {
          await opened(name, width, theme, async (page, problems) => {
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
            expect(problems).toEqual([]);
          });
        }
      }
    },
  );

  test.each(Object.keys(REPORTS))("%s: on a phone no figure of a table is off to the right", async (name) => {
    await opened(name, 360, "light", async (page) => {
      const cells = page.locator(".table td, .table tbody th");
      expect(await cells.count()).toBeGreaterThan(30);
      const hidden = await cells.evaluateAll((all) =>
        all
          .filter((cell) => {
            const room = cell.closest(".table")?.getBoundingClientRect().right ?? 0;
            return cell.scrollWidth > cell.clientWidth || cell.getBoundingClientRect().right > room + 0.5;
          })
          .map(({ textContent }) => textContent),
      );
      expect(hidden).toEqual([]);
      const promise = page.locator(".out-of-sample table").first();
      for (const column of ["unhedged", "promised", "realised"]) {
        const box = await promise.getByRole("columnheader", { name: column }).boundingBox();
        expect((box?.x ?? 360) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
      }
    });
  });

  test.each(Object.keys(REPORTS))("%s: axe finds nothing, on a phone and in the dark", async (name) => {
    for (const [width, theme] of [
      [360, "light"],
      [1400, "dark"],
    ] as const) {
      await opened(name, width, theme, async (page) => {
        await page.evaluate(axe.source);
        const violations = await page.evaluate(async () => {
          // What axe leaves on the page is known to the page alone.
          const { run } = (window as unknown as { axe: typeof import("axe-core") }).axe;
          const found = await run(document, {
            runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
          });
          return found.violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" ")}`,
          );
        });
        expect(violations).toEqual([]);
      });
    }
  });

  test("each picture is there once: the wide one, or on a phone the narrow one, as large as its room", async () => {
    for (const [width, kind] of [
      [1400, "wide"],
      [360, "narrow"],
    ] as const) {
      await opened("one", width, "light", async (page) => {
        const images = page.getByRole("img");
        expect(await images.count()).toBe(13);
        expect(await page.locator(`.${kind} > svg:visible`).count()).toBe(13);
        const [svg, room] = await Promise.all([
          images.first().boundingBox(),
          page.locator("figure").first().boundingBox(),
        ]);
        expect(svg?.width).toBeCloseTo(Math.min(kind === "wide" ? 800 : 500, room?.width ?? 0), 1);
      });
    }
  });

  test("the pictures have the colours of their theme, and those of light paper in print", async () => {
    const paint = (page: Page) =>
      page
        .locator(".wide svg > rect")
        .first()
        .evaluate((rect) => getComputedStyle(rect).fill);
    const [light, dark] = [".svg", "-dark.svg"].map((ending) => {
      const svg = readFileSync(join(folder, "one", `regression${ending}`), "utf8");
      const [, red, green, blue] = /<rect [^>]*fill="#(..)(..)(..)"/.exec(svg) ?? [];
      return `rgb(${[red, green, blue].map((part) => Number.parseInt(part, 16)).join(", ")})`;
    });
    await opened("one", 1400, "light", async (page) => expect(await paint(page)).toBe(light));
    await opened("one", 1400, "dark", async (page) => {
      expect(await paint(page)).toBe(dark);
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      expect(await paint(page)).toBe(light);
    });
  });

  test("the page and each picture are well-formed", async () => {
    await opened("one", 1400, "light", async (page) => {
      const files = ["report.html", "regression.svg", "walk-promise-and-fact-dark.svg", "residuals.svg"];
      for (const file of files) {
        const text = readFileSync(join(folder, "one", file), "utf8");
        const error = await page.evaluate(
          (xml) => new DOMParser().parseFromString(xml, "application/xml").querySelector("parsererror")?.textContent,
          text,
        );
        expect(error, file).toBeUndefined();
      }
    });
  });

  test("no two things have one id", async () => {
    await opened("one", 1400, "light", async (page) => {
      const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    });
  });
});
