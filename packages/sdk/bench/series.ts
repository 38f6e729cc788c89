// What a series costs packed, as the client asks for it, beside plain columns: bytes on the wire, and milliseconds from
// the call to columns in hand, over HTTP on this machine, in turn, in one run.
//
//   pnpm bench:series
//
// Prices are made up: the digits of a random walk, which compress as those of a market do, that is, hardly.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient, graphql, Returns } from "../src/index.ts";

const LENGTHS = [2_520, 25_200];
const ROUNDS = 60;
const WARM_UP = 10;

interface PlainReturns {
  readonly asset: {
    readonly returns: { readonly dates: readonly string[]; readonly values: readonly number[] };
  } | null;
}
const Plain = graphql<PlainReturns, { readonly symbol: string }>(
  "query Returns($symbol: String!) { asset(symbol: $symbol) { id symbol source name currency exchange retrievedAt stale returns { symbol dates values } } }",
);

const folder = mkdtempSync(join(tmpdir(), "hedgeql-bench-"));
mkdirSync(join(folder, "csv"));
for (const length of LENGTHS) writeFileSync(join(folder, "csv", `walk${length}.csv`), prices(length));
const server = spawn(process.execPath, [fileURLToPath(new URL("../../server/src/main.ts", import.meta.url))], {
  env: { ...process.env, PORT: "0", DATA_DIR: folder, LOG_LEVEL: "info" },
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  const url = await addressOf(server);
  console.log(`Node ${process.versions.node}; medians of ${ROUNDS} calls, in turn\n`);
  console.log("points  form    bytes  gzip bytes    ms of a call   ms to read the answer");
  for (const length of LENGTHS) await compare(url, `csv:walk${length}`, length);
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function compare(url: string, symbol: string, length: number): Promise<void> {
  const hedgeql = createClient({ url });
  const calls = {
    packed: async () => {
      const { dates, values } = (await hedgeql.returns({ symbol })).asset.returns;
      return { length: values.length, last: values.at(-1), date: dates.at(-1) };
    },
    plain: async () => {
      const { dates, values } = (await hedgeql.request(Plain, { symbol })).asset.returns;
      return { length: values.length, last: values.at(-1), date: dates.at(-1) };
    },
  };
  const texts = { packed: await answer(url, Returns, symbol), plain: await answer(url, Plain, symbol) };
  const times = { packed: [] as number[], plain: [] as number[] };
  const reading = { packed: [] as number[], plain: [] as number[] };
  const seen = new Set<string>();
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const form of ["packed", "plain"] as const) {
      const start = performance.now();
      seen.add(JSON.stringify(await calls[form]()));
      const called = performance.now();
      const local = createClient({ url, fetch: () => Promise.resolve(new Response(texts[form].text)) });
      await (form === "packed" ? local.returns({ symbol }) : local.request(Plain, { symbol }));
      const read = performance.now();
      if (round < 0) continue;
      times[form].push(called - start);
      reading[form].push(read - called);
    }
  }
  if (seen.size !== 1) throw new Error(`the two forms must say the same, and they say ${[...seen].join(" and ")}`);
  for (const form of ["packed", "plain"] as const) {
    const { text, gzip } = texts[form];
    const cells = [text.length, gzip, median(times[form]).toFixed(2), median(reading[form]).toFixed(2)];
    const widths = [9, 12, 16, 24];
    console.log(`${length}`.padStart(6), form.padEnd(6), ...cells.map((cell, i) => `${cell}`.padStart(widths[i] - 1)));
  }
  const ratio = (of: (form: "packed" | "plain") => number) => `${(of("plain") / of("packed")).toFixed(1)} times`;
  console.log(
    `       plain takes ${ratio((form) => texts[form].text.length)} the bytes,`,
    `${ratio((form) => texts[form].gzip)} compressed,`,
    `${ratio((form) => median(times[form]))} the time, ${ratio((form) => median(reading[form]))} to read\n`,
  );
}

/** An answer's text, and how many bytes of it a client that takes gzip receives. */
async function answer(url: string, query: string, symbol: string): Promise<{ text: string; gzip: number }> {
  const body = JSON.stringify({ query, variables: { symbol } });
  const [plain, gzip] = await Promise.all(["identity", "gzip"].map((encoding) => post(url, body, encoding)));
  return { text: plain.toString(), gzip: gzip.length };
}

function post(url: string, body: string, encoding: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "accept-encoding": encoding };
    const message = httpRequest(url, { method: "POST", headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => resolve(Buffer.concat(chunks)));
    });
    message.on("error", reject).end(body);
  });
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk) => {
      output += chunk;
      const address = /"url":"([^"]+)"/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${output}`)));
  });
}

function prices(length: number): string {
  let seed = 1;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  let price = 100;
  const rows = Array.from({ length: length + 1 }, (_, i) => {
    price *= 1 + (random() + random() + random() - 1.5) * 0.01;
    return `${new Date(Date.UTC(1950, 0, 1 + i)).toISOString().slice(0, 10)},${price.toFixed(6)}`;
  });
  return `date,adjustedClose\n${rows.join("\n")}\n`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
