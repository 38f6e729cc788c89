import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** A Chromium that is on this machine; the tests bring none of their own. */
export const browserPath = CANDIDATES.find((path) => path !== undefined && existsSync(path));

/** Where everything must run, a browser that is missing is a failure and not a reason to skip. */
export const skipBrowser = browserPath === undefined && process.env.REQUIRE_ALL !== "1";

export function launchBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error("no Chromium: install one, or name it in CHROMIUM_PATH");
  return chromium.launch({
    executablePath: browserPath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
