import type { RequestListener } from "node:http";
import { createClient, HedgeQLError, type ResponseEvent } from "@hedgeql/sdk";
import { rateLimited, startYahooStandIn, type YahooStandIn } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withServer } from "./other-server.ts";
import { type RunningServer, startServer } from "./running-server.ts";

let yahoo: YahooStandIn;
let server: RunningServer;
beforeAll(async () => {
  yahoo = await startYahooStandIn();
  yahoo.respond("BUSY", rateLimited(2));
  server = await startServer({ env: { YAHOO_BASE_URL: yahoo.url } });
});
afterAll(async () => {
  await server.close();
  await yahoo.close();
});

const variables = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

async function failureOf(call: Promise<unknown>): Promise<HedgeQLError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HedgeQLError);
  return error as HedgeQLError;
}

describe("retries", () => {
  test("carry a call over a server that is away for a moment", async () => {
    let asked = 0;
    const recovering: RequestListener = (request, response) => {
      if (++asked === 1) return void request.socket.destroy();
      if (asked === 2) return void response.writeHead(503, { "retry-after": "0" }).end("starting");
      request.resume();
      fetch(server.url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          query: '{ regression(portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"]) { beta } }',
        }),
      }).then(async (answer) => response.writeHead(answer.status).end(await answer.text()));
    };
    await withServer(recovering, async (url) => {
      const events: ResponseEvent[] = [];
      const onResponse = (event: ResponseEvent) => void events.push(event);
      const { regression } = await createClient({ url, onResponse }).regression(variables);
      expect(regression.beta).toBeCloseTo(0.993391718788, 12);
      expect(events.map(({ attempt, error }) => [attempt, error?.code, error?.status])).toEqual([
        [1, "NETWORK_ERROR", undefined],
        [2, "HTTP_ERROR", 503],
        [3, undefined, undefined],
      ]);
    });
  });

  test("wait as long as a price source asks, and no longer than the call may take", async () => {
    const start = Date.now();
    const short = await failureOf(createClient({ url: server.url, timeout: 900 }).asset({ symbol: "BUSY" }));
    expect(short.code).toBe("RATE_LIMITED");
    if (short.code === "RATE_LIMITED") expect(short.details.retryAfterSeconds).toBeGreaterThan(0);
    const attempts: number[] = [];
    const onRequest = () => void attempts.push(Date.now() - start);
    const patient = createClient({ url: server.url, onRequest, retries: 1 });
    const asked = await failureOf(createClient({ url: server.url, retries: 0 }).asset({ symbol: "BUSY" }));
    const seconds = asked.code === "RATE_LIMITED" ? asked.details.retryAfterSeconds : Number.NaN;
    await failureOf(patient.asset({ symbol: "BUSY" }));
    // A timer may fire up to a millisecond before the clock says so.
    expect(attempts[1] - attempts[0]).toBeGreaterThanOrEqual((seconds - 1) * 1000 - 2);
  });
});
