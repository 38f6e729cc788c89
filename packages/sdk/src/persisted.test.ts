import { createHash } from "node:crypto";
import { expect, test, vi } from "vitest";
import { createClient } from "./client.ts";
import { answered, failureOf, recordingFetch, refusal, url, variables } from "./failure.fixture.ts";
import { Regression } from "./generated/operations.ts";
import { graphql } from "./operation.ts";
import { persisted } from "./persisted.ts";

const sha256Hash = createHash("sha256").update(Regression).digest("hex");
const extensions = { persistedQuery: { version: 1, sha256Hash } };

test("the hash alone is sent where the server knows it", async () => {
  const { fetch, bodies } = recordingFetch(answered);
  await createClient({ url, fetch, layers: [persisted()] }).regression(variables);
  expect(bodies).toEqual([{ variables, extensions }]);
});

test("where it does not, the text is sent with it, once, and that is no retry", async () => {
  const { fetch, bodies } = recordingFetch(() => refusal("PERSISTED_QUERY_NOT_FOUND"), answered);
  await createClient({ url, fetch, retries: 0, layers: [persisted()] }).regression(variables);
  expect(bodies).toEqual([
    { variables, extensions },
    { query: Regression, variables, extensions },
  ]);
});

test("another failure is a failure, and a server that never learns it is one too", async () => {
  for (const code of ["UNKNOWN_SYMBOL", "PERSISTED_QUERY_NOT_FOUND"]) {
    const { fetch, bodies } = recordingFetch(() => refusal(code));
    expect((await failureOf(createClient({ url, fetch, layers: [persisted()] }).regression(variables))).code).toBe(
      code,
    );
    expect(bodies).toHaveLength(code === "UNKNOWN_SYMBOL" ? 1 : 2);
  }
});

test("a function of one's own may make the hash; where it fails nothing is sent", async () => {
  const { fetch, bodies } = recordingFetch(answered);
  const own = (text: string) => createHash("sha256").update(text).digest("hex");
  await createClient({ url, fetch, layers: [persisted(own)] }).regression(variables);
  expect(bodies).toEqual([{ variables, extensions }]);
  const broken = () => Promise.reject(new Error("no subtle crypto"));
  const error = await failureOf(createClient({ url, fetch, layers: [persisted(broken)] }).regression(variables));
  expect(error).toMatchObject({ code: "BAD_INPUT", cause: new Error("no subtle crypto") });
  expect(bodies).toHaveLength(1);
});

test("where the platform has no hash for a while, it says what to do, and later it works", async () => {
  const hedgeql = createClient({ url, fetch: answered, layers: [persisted()] });
  vi.stubGlobal("crypto", {});
  const unknown = graphql("query NobodyAskedThisBefore { __typename }");
  expect(await failureOf(hedgeql.request(unknown, {}))).toMatchObject({
    code: "BAD_INPUT",
    message: expect.stringContaining("a hash of your own"),
  });
  vi.unstubAllGlobals();
  expect(await hedgeql.request(unknown, {})).toEqual({ regression: { beta: 1 } });
});
