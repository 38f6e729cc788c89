/** `pnpm start`: the page is built where it must be, then this process is the server. */
import { ensurePage } from "./ensure-page.ts";

await ensurePage(new URL("../", import.meta.url), console.error);
await import("../packages/server/src/main.ts");
