import { describe, expect, test } from "vitest";
import { createClient } from "./client.ts";
import { HedgeQLError } from "./error.ts";
import { answer, failureOf, url, variables } from "./failure.fixture.ts";
import { Assets } from "./generated/operations.ts";
import { partialData } from "./partial-data.ts";

const clientOf = (...of: Parameters<typeof answer>) => createClient({ url, retries: 0, fetch: () => answer(...of) });

describe("an answer that is no result is HTTP_ERROR", () => {
  test.each<[string, number, string]>([
    ["no data and no error", 200, '{"data":null,"errors":[]}'],
    ["data that is a list", 200, '{"data":[1]}'],
    ["data that is a text", 200, '{"data":"yes"}'],
    ["a status of failure without errors", 503, '{"data":{"regression":{"beta":1}}}'],
    ["a field that is null without an error", 200, '{"data":{"regression":null}}'],
    ["an error that is null", 200, '{"data":{"regression":{"beta":1}},"errors":[null]}'],
    ["errors that are none of GraphQL's", 200, '{"data":{"regression":{"beta":1}},"errors":["no",{"code":1}]}'],
    ["errors that are a text", 200, '{"data":{"regression":{"beta":1}},"errors":"no"}'],
    ["errors that are an object", 200, '{"data":{"regression":{"beta":1}},"errors":{}}'],
    ["a page of a proxy", 502, "<html>Bad gateway</html>"],
    ["nothing", 200, ""],
    ["null", 200, "null"],
    ["a series that was cut", 200, '{"data":{"regression":{"packed":{"length":2,"values":"AAAAAAAA8D8="}}}}'],
    ["a series that is not base64", 200, '{"data":{"regression":{"packed":{"length":1,"values":"?"}}}}'],
  ])("%s", async (_, status, text) => {
    const error = await failureOf(clientOf(text, { status }).regression(variables));
    expect(error.code).toBe("HTTP_ERROR");
    expect(error.message).not.toContain("undefined");
    if (!text.includes("packed"))
      expect(error).toMatchObject({ status, message: expect.stringContaining(`${status}`) });
  });
});

test("errors that are none of GraphQL's do not hide one that is", async () => {
  const text = '{"errors":[null,{"message":"busy","extensions":{"code":"RATE_LIMITED","retryAfterSeconds":3}}]}';
  const error = await failureOf(clientOf(text, { status: 429, headers: { "retry-after": "3" } }).regression(variables));
  expect(error).toMatchObject({ code: "RATE_LIMITED", message: "busy", details: { retryAfterSeconds: 3 } });
  expect(error.errors).toHaveLength(1);
  expect(error.headers?.get("retry-after")).toBe("3");
});

test("an error without a code is none of HedgeQL's, and HTTP_ERROR with its words", async () => {
  const error = await failureOf(clientOf({ errors: [{ message: "no code" }] }).regression(variables));
  expect(error).toMatchObject({ code: "HTTP_ERROR", message: "no code" });
});

test("a code that is no text is none", async () => {
  for (const code of [null, 5, {}]) {
    const errors = [{ message: "odd", extensions: { code } }];
    expect((await failureOf(clientOf({ errors }).regression(variables))).code).toBe("HTTP_ERROR");
  }
});

test("a series that cannot be read does not hide an error, nor which answer it was", async () => {
  const data = { regression: { packed: { dates: "?" } } };
  const init = { status: 200, headers: { "x-request-id": "r1" } };
  const errors = [{ message: "none", path: ["x"], extensions: { code: "UNKNOWN_SYMBOL", symbol: "X" } }];
  const both = await failureOf(clientOf({ data, errors }, init).regression(variables));
  expect(both).toMatchObject({ code: "UNKNOWN_SYMBOL", details: { symbol: "X" }, requestId: "r1" });
  expect(both.data).toBeUndefined();
  const unreadable = await failureOf(clientOf({ data }, init).regression(variables));
  expect(unreadable).toMatchObject({ code: "HTTP_ERROR", status: 200, requestId: "r1", cause: expect.any(Error) });
});

test("every error is there, and the first is the one that the error is of", async () => {
  const errors = ["UNKNOWN_SYMBOL", "RATE_LIMITED"].map((code, i) => ({
    message: code.toLowerCase(),
    path: ["assets", i],
    extensions: { code, symbol: "X" },
  }));
  const init = { headers: { "x-request-id": "r1" } };
  const call = clientOf({ data: { assets: [null, null] }, errors }, init).assets({ symbols: ["X", "Y"] });
  expect(await failureOf(call)).toMatchObject({
    code: "UNKNOWN_SYMBOL",
    message: "unknown_symbol",
    path: ["assets", 0],
    details: { symbol: "X" },
    requestId: "r1",
    errors: [
      { code: "UNKNOWN_SYMBOL", path: ["assets", 0] },
      { code: "RATE_LIMITED", path: ["assets", 1] },
    ],
  });
});

test("what did answer is reachable with its type; of another error there is nothing", async () => {
  const errors = [{ message: "none", path: ["assets", 1], extensions: { code: "UNKNOWN_SYMBOL", symbol: "Y" } }];
  const hedgeql = clientOf({ data: { assets: [{ currency: "USD" }, null] }, errors });
  const error = await failureOf(hedgeql.assets({ symbols: ["X", "Y"] }));
  expect(partialData(Assets, error)?.assets.map((asset) => asset?.currency)).toEqual(["USD", undefined]);
  expect(partialData(Assets, new HedgeQLError("no", { code: "TIMEOUT" }))).toBeUndefined();
  expect(partialData(Assets, new Error("no"))).toBeUndefined();
});

test("no answer is NETWORK_ERROR, with its cause", async () => {
  const error = await failureOf(
    createClient({ url, retries: 0, fetch: () => Promise.reject("no") }).regression(variables),
  );
  expect(error).toMatchObject({ code: "NETWORK_ERROR", message: `${url} cannot be reached`, cause: "no" });
  expect([error.status, error.headers]).toEqual([undefined, undefined]);
});
