import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { type Client, createClient, HedgeQLError, type HedgeQLErrorCode } from "@hedgeql/sdk";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const variables = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

/** An HTTP server that is none of ours, for as long as the test runs. */
async function withServer(listener: RequestListener, run: (url: string) => Promise<void>): Promise<void> {
  const other = createServer(listener);
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  try {
    await run(`http://127.0.0.1:${(other.address() as AddressInfo).port}/graphql`);
  } finally {
    other.closeAllConnections();
    other.close();
  }
}

async function failure(call: Promise<unknown>): Promise<HedgeQLError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HedgeQLError);
  return error as HedgeQLError;
}

test("a method an operation, typed from end to end", async () => {
  const hedgeql = createClient({ url: new URL(server.url) });
  const { hedgedPortfolio } = await hedgeql.hedgedPortfolio(variables);
  expectTypeOf(hedgedPortfolio.regression.beta).toEqualTypeOf<number>();
  expectTypeOf(hedgedPortfolio.regression.rSquared).toEqualTypeOf<number | null>();
  expectTypeOf(hedgedPortfolio.provenance.interval).toEqualTypeOf<"DAY" | "WEEK" | "MONTH">();
  expectTypeOf<Client["hedgedPortfolio"]>().parameter(0).toHaveProperty("benchmarks");
  // @ts-expect-error: a portfolio is one of three things.
  hedgeql.regression({ portfolio: { symbol: "X", holdings: [] }, benchmarks: [] }).catch(() => {});
  // @ts-expect-error: no benchmarks.
  hedgeql.regression({ portfolio: { symbol: "X" } }).catch(() => {});
  expect((await hedgeql.asset({ symbol: "sample:^GSPC" })).asset).toMatchObject({ source: "SAMPLE", currency: "USD" });
  expect((await hedgeql.prices({ symbol: "sample:AAPL" })).asset.prices.adjustedCloses).toHaveLength(1260);
  expect((await hedgeql.returns({ symbol: "sample:AAPL" })).asset.returns.values).toHaveLength(1259);
});

test("what is asked of a hedge: the order, the walk, the estimators, the advice, performance", async () => {
  const hedgeql = createClient({ url: server.url });
  const { hedge } = (await hedgeql.hedge({ ...variables, value: 1_000_000, wholeShares: true })).hedgedPortfolio;
  expectTypeOf(hedge.legs[0].side).toEqualTypeOf<"SELL" | "BUY" | "NONE">();
  expect(hedge.legs).toMatchObject([{ symbol: "sample:^GSPC", side: "SELL", shares: 346 }]);

  const { walkForward } = (await hedgeql.walkForward({ ...variables, costs: { tradingBps: 2 } })).hedgedPortfolio;
  expectTypeOf(walkForward.realized.lower).toEqualTypeOf<number | null>();
  expectTypeOf(walkForward.rebalances.outcomes[0]).toEqualTypeOf<"TRADED" | "WITHIN_TRIGGER" | "NO_ESTIMATE">();
  expect(walkForward.netReturns.values).toHaveLength(1007);
  expect(walkForward.ratios.values).toHaveLength(1007);

  const few = { ...variables, estimators: ["OLS" as const, "HUBER" as const], lookbacks: [126, 252] };
  const { compareEstimators } = (await hedgeql.compareEstimators(few)).hedgedPortfolio;
  expectTypeOf(compareEstimators[0].realizedBeta).toEqualTypeOf<number | null>();
  expect(compareEstimators.map(({ ranks }) => ranks?.hedgedVariance)).toEqual([1, 2, 3, 4]);

  const held = { ...variables, value: 1_000_000, ratios: [1], since: "2017-05-11", lookback: 252 };
  const { rebalanceAdvice } = (await hedgeql.rebalanceAdvice(held)).hedgedPortfolio;
  expectTypeOf(rebalanceAdvice.beyondNoise).toEqualTypeOf<boolean | null>();
  expect(rebalanceAdvice).toMatchObject({ since: "2017-05-11", asOf: "2018-05-11", act: true });

  const { performance } = (await hedgeql.performance(variables)).hedgedPortfolio;
  expectTypeOf(performance.hedged.treynor).toEqualTypeOf<number | null>();
  expect(performance.hedged.undefinedQuantities).toContainEqual(expect.objectContaining({ quantity: "treynor" }));
  // @ts-expect-error: an order needs a value.
  hedgeql.hedge(variables).catch(() => {});
});

describe("every failure is a HedgeQLError with a code", () => {
  test("of the server, with its path, its details, and the data that did come", async () => {
    const hedgeql = createClient({ url: server.url });
    const error = await failure(hedgeql.assets({ symbols: ["sample:AAPL", "sample:NOBODY"] }));
    expect(error).toMatchObject({
      code: "UNKNOWN_SYMBOL",
      path: ["assets", 1],
      details: { symbol: "sample:NOBODY" },
      status: 200,
      data: { assets: [{ symbol: "sample:AAPL" }, null] },
    });
    expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(error.message).toContain("NOBODY");
  });

  test("of an estimator that has no answer, with its name and the reason", async () => {
    const call = createClient({ url: server.url }).hedge({
      ...variables,
      benchmarks: [...variables.benchmarks, "sample:IBM-MONTHLY"],
      portfolio: { symbol: "sample:MSFT-MONTHLY" },
      period: { interval: "MONTH" },
      estimator: "THEIL_SEN",
      value: 1,
    });
    expect(await failure(call)).toMatchObject({
      code: "UNDEFINED_ESTIMATE",
      details: { estimator: "THEIL_SEN", reason: "defined for one benchmark only, and there are 2" },
    });
  });

  test("of values that the server refuses", async () => {
    const call = createClient({ url: server.url }).regression({ ...variables, period: { start: "yesterday" } });
    expect(await failure(call)).toMatchObject({ code: "BAD_INPUT" });
  });

  test.each<[string, RequestListener, HedgeQLErrorCode, number]>([
    ["a proxy's error page", (_, response) => response.writeHead(502).end("<html>Bad gateway"), "HTTP_ERROR", 502],
    ["an empty answer", (_, response) => response.writeHead(200).end(), "HTTP_ERROR", 200],
    ["JSON that is no GraphQL", (_, response) => response.writeHead(200).end("[1]"), "HTTP_ERROR", 200],
    ["JSON that is null", (_, response) => response.writeHead(200).end("null"), "HTTP_ERROR", 200],
  ])("of another server: %s", async (_name, listener, code, status) => {
    await withServer(listener, async (url) => {
      expect(await failure(createClient({ url }).regression(variables))).toMatchObject({ code, status });
    });
  });

  test("of the network, with the address", async () => {
    const url = "http://127.0.0.1:9/graphql";
    const error = await failure(createClient({ url }).regression(variables));
    expect(error).toMatchObject({ code: "NETWORK_ERROR", message: `${url} cannot be reached` });
    expect(error.cause).toBeInstanceOf(Error);
  });

  test("of the network, in the middle of an answer", async () => {
    const breakOff: RequestListener = (_, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write('{"data":');
      setImmediate(() => response.destroy());
    };
    await withServer(breakOff, async (url) => {
      const error = await failure(createClient({ url }).regression(variables));
      expect(error).toMatchObject({ code: "NETWORK_ERROR", status: 200, message: `${url} broke off its answer` });
    });
  });

  test("of time, before an answer and in the middle of it", async () => {
    await withServer(
      () => {},
      async (url) => {
        expect((await failure(createClient({ url, timeout: 30 }).regression(variables))).code).toBe("TIMEOUT");
        const patient = createClient({ url, timeout: Number.POSITIVE_INFINITY });
        expect((await failure(patient.regression(variables, { timeout: 30 }))).code).toBe("TIMEOUT");
      },
    );
    await withServer(
      (_, response) => void response.writeHead(200).write("{"),
      async (url) => {
        expect((await failure(createClient({ url, timeout: 50 }).regression(variables))).code).toBe("TIMEOUT");
      },
    );
  });

  test("of the caller, by the client's signal or the call's, before or during the call", async () => {
    await withServer(
      () => {},
      async (url) => {
        const during = new AbortController();
        setTimeout(() => during.abort(), 20);
        const clients = [
          createClient({ url, signal: AbortSignal.abort() }).regression(variables),
          createClient({ url }).regression(variables, { signal: AbortSignal.abort() }),
          createClient({ url, signal: during.signal }).regression(variables),
          createClient({ url }).regression(variables, { signal: during.signal }),
        ];
        for (const call of clients) expect((await failure(call)).code).toBe("ABORTED");
      },
    );
  });
});

test("headers of the client and of the call are sent, the call's in place of the client's", async () => {
  const seen: unknown[] = [];
  const listener: RequestListener = (request, response) => {
    seen.push(request.headers.authorization, request.headers["x-team"], request.headers["content-type"]);
    response.writeHead(200, { "content-type": "application/json" }).end('{"data":{"regression":{}}}');
  };
  await withServer(listener, async (url) => {
    const hedgeql = createClient({ url, headers: { authorization: "Bearer a", "x-team": "desk" } });
    await hedgeql.regression(variables, { headers: { Authorization: "Bearer b" } });
    expect(seen).toEqual(["Bearer b", "desk", "application/json"]);
  });
});

test("a fetch of the caller's own is used", async () => {
  const urls: unknown[] = [];
  const hedgeql = createClient({
    url: "http://nowhere.invalid/graphql",
    fetch: (url, init) => {
      urls.push(url);
      return fetch(server.url, init);
    },
  });
  expect((await hedgeql.regression(variables)).regression.observations).toBe(1259);
  expect(urls).toEqual(["http://nowhere.invalid/graphql"]);
});

/** An operation's name begins with a capital, its method's does not. */
const methodOf = (operation: string) => operation[0].toLowerCase() + operation.slice(1);

describe("the README", () => {
  const readme = readFileSync(new URL("../packages/sdk/README.md", import.meta.url), "utf8");
  const programs = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, text]) => text);

  test.each(programs)("%#: its program prints what it says", async (program) => {
    const promised = [...program.matchAll(/console\.log\(.*\/\/ (.*)$/gm)].map(([, value]) => value);
    const text = program.replaceAll("http://localhost:4000/graphql", server.url);
    const args = ["--input-type=module-typescript", "--eval", text];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname });
    const digits = (value: string) => Number(value).toPrecision(13);
    expect(promised).toEqual(["0.9933917187878432"]);
    expect(stdout.trim().split("\n").map(digits)).toEqual(promised.map(digits));
  });

  test("its table of methods has every operation, and the client a method for each", () => {
    const folder = new URL("../packages/sdk/operations/", import.meta.url);
    const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));
    const operations = texts.flatMap((text) => /^query (\w+)/m.exec(text)?.slice(1) ?? []);
    const section = readme.slice(readme.indexOf("## Methods"), readme.indexOf("`createClient({"));
    const told = [...section.matchAll(/^\| (`.+?`) +\|/gm)].flatMap(([, cell]) => cell.match(/\w+/g) ?? []);
    expect(told.toSorted()).toEqual([...operations.map(methodOf), "request"].toSorted());
    const client = createClient({ url: server.url });
    for (const name of told) expect(client).toHaveProperty(name, expect.any(Function));
  });

  test("its table of errors has every code", () => {
    const schema = readFileSync(new URL("../packages/server/schema.graphql", import.meta.url), "utf8");
    const codes = /^enum ErrorCode {\n(.*?)^}/ms.exec(schema)?.[1].match(/^ {2}[A-Z_]+$/gm) ?? [];
    const own = ["NETWORK_ERROR", "TIMEOUT", "ABORTED", "HTTP_ERROR"];
    const told = [...readme.matchAll(/^\| (`[A-Z_`, ]+`) +\|/gm)].flatMap(([, cell]) => cell.match(/[A-Z_]+/g) ?? []);
    expect(told.toSorted()).toEqual([...codes.map((code) => code.trim()), ...own].toSorted());
  });
});
