import { createClient, type HedgedPortfolioResult, HedgeQLError } from "@hedgeql/sdk";
import { weekdays } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createQueryClient, hedgedPortfolioOptions } from "../examples/recipes/tanstack-query.tsx";
import { compounded, randomReturns, writePrices } from "./price-files.ts";
import { type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const question = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

describe("a question asked again", () => {
  const dates = weekdays("2022-01-03", 61);
  const write = (count: number) => {
    writePrices(server.dataDir, "asset", dates.slice(0, count), compounded(randomReturns(60, 1)));
    writePrices(server.dataDir, "index", dates.slice(0, count), compounded(randomReturns(60, 7919)));
  };
  const csv = { portfolio: { symbol: "csv:asset" }, benchmarks: ["csv:index"] };

  test("gives the same objects while the answer is the same, series and all, and new ones when the data change", async () => {
    const hedgeql = createClient({ url: server.url, retries: 0 });
    const queryClient = createQueryClient();
    const { queryKey, ...options } = hedgedPortfolioOptions(hedgeql, csv);
    // What a page is given is what the cache has; `fetchQuery` gives what came.
    const ask = async () => {
      await queryClient.fetchQuery({ queryKey, ...options, staleTime: 0 });
      return queryClient.getQueryData(queryKey) as HedgedPortfolioResult;
    };
    write(60);
    const first = await ask();
    expect(await ask()).toBe(first);
    write(61);
    const changed = await ask();
    expect(changed.hedgedPortfolio.id).not.toBe(first.hedgedPortfolio.id);
    expect(changed.hedgedPortfolio.returns.length).toBe(first.hedgedPortfolio.returns.length + 1);
  });

  test("keeps its series where only the age of the prices moved on", async () => {
    const hedgeql = createClient({ url: server.url, retries: 0 });
    const { structuralSharing } = hedgedPortfolioOptions(hedgeql, question);
    if (typeof structuralSharing !== "function") throw new Error("the recipe shares by a function");
    const [old, fresh] = await Promise.all([hedgeql.hedgedPortfolio(question), hedgeql.hedgedPortfolio(question)]);
    const [asset, ...others] = fresh.hedgedPortfolio.provenance.assets;
    const assets = [{ ...asset, stale: "the source failed" }, ...others];
    const provenance = { ...fresh.hedgedPortfolio.provenance, assets };
    const shared = structuralSharing(old, { hedgedPortfolio: { ...fresh.hedgedPortfolio, provenance } }) as typeof old;
    expect(shared.hedgedPortfolio.provenance.assets[0].stale).toBe("the source failed");
    expect(shared.hedgedPortfolio.returns).toBe(old.hedgedPortfolio.returns);
    expect(shared.hedgedPortfolio.regression).toBe(old.hedgedPortfolio.regression);
    // By itself the library takes every series for a new one.
    const bare = createQueryClient();
    for (const answer of [old, fresh]) bare.setQueryData(["bare"], answer);
    const byItself = bare.getQueryData<HedgedPortfolioResult>(["bare"])?.hedgedPortfolio;
    expect(byItself?.regression).toBe(old.hedgedPortfolio.regression);
    expect(byItself?.returns).toBe(fresh.hedgedPortfolio.returns);
  });
});

describe("retries", () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  /** Asks a server that always answers so: how often it was asked, after how long, and what came of it. */
  async function asking(answer: () => Response | Promise<Response>) {
    vi.useFakeTimers();
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const times: number[] = [];
    const start = Date.now();
    const fetch = async () => {
      times.push(Date.now() - start);
      return answer();
    };
    const hedgeql = createClient({ url: "http://hedgeql.invalid/graphql", fetch, retries: 0 });
    const failure = createQueryClient()
      .fetchQuery(hedgedPortfolioOptions(hedgeql, question))
      .catch((reason: unknown) => reason);
    await vi.runAllTimersAsync();
    const error = await failure;
    expect(error).toBeInstanceOf(HedgeQLError);
    return { code: (error as HedgeQLError).code, times };
  }

  const failing = (extensions: object) => () =>
    Response.json({
      data: { hedgedPortfolio: null },
      errors: [{ message: "no", path: ["hedgedPortfolio"], extensions }],
    });

  test("a server that cannot be reached is asked three times, and not three times three", async () => {
    const refused = () => Promise.reject(new TypeError("fetch failed"));
    expect(await asking(refused)).toEqual({ code: "NETWORK_ERROR", times: [0, 300, 900] });
  });

  test("a proxy that has no server behind it just now is asked again, one that finds nothing is not", async () => {
    const busy = () => new Response("busy", { status: 503 });
    expect(await asking(busy)).toEqual({ code: "HTTP_ERROR", times: [0, 300, 900] });
    const missing = () => new Response("not here", { status: 404 });
    expect(await asking(missing)).toEqual({ code: "HTTP_ERROR", times: [0] });
  });

  test("a limited source is asked again when it says", async () => {
    const limited = failing({ code: "RATE_LIMITED", retryAfterSeconds: 30 });
    expect(await asking(limited)).toEqual({ code: "RATE_LIMITED", times: [0, 30_300, 60_900] });
  });

  test("what would fail again is asked once", async () => {
    for (const code of ["UNKNOWN_SYMBOL", "BAD_INPUT", "INSUFFICIENT_DATA", "INTERNAL_ERROR"]) {
      expect(await asking(failing({ code }))).toEqual({ code, times: [0] });
    }
  });
});

test("a question that nobody waits for any more is aborted", async () => {
  let aborted: AbortSignal | undefined;
  const fetch = (_: unknown, init?: RequestInit) => {
    aborted = init?.signal ?? undefined;
    return new Promise<Response>(() => {});
  };
  const hedgeql = createClient({ url: "http://hedgeql.invalid/graphql", fetch, retries: 0 });
  const queryClient = createQueryClient();
  const { queryKey, ...options } = hedgedPortfolioOptions(hedgeql, question);
  const pending = queryClient.fetchQuery({ queryKey, ...options });
  pending.catch(() => {});
  await vi.waitUntil(() => aborted !== undefined, 15_000);
  expect(aborted?.aborted).toBe(false);
  await queryClient.cancelQueries({ queryKey });
  expect(aborted?.aborted).toBe(true);
});
