import { ensurePage } from "../scripts/ensure-page.ts";

/** Before the first test, so that those in the browser see the page of the sources. */
export default function setup(): Promise<void> {
  return ensurePage(new URL("../", import.meta.url), console.error);
}
