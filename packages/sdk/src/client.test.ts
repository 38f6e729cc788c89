import { type DocumentNode, parse, print } from "graphql";
import { describe, expect, expectTypeOf, test } from "vitest";
import { createClient } from "./client.ts";
import { answer, answered, failureOf, recordingFetch, url, variables } from "./failure.fixture.ts";
import { operations, Regression } from "./generated/operations.ts";
import { graphql, type Typed } from "./operation.ts";
import { createRequest, type Layer } from "./request.ts";

test("there is a method for each operation, and it sends that operation", async () => {
  const fetch = (_: unknown, init?: RequestInit) => {
    const name = /^query (\w+)/.exec(JSON.parse(String(init?.body)).query)?.[1];
    return answer({ data: { name } });
  };
  const { request: _, ...methods } = createClient({ url, fetch });
  expect(Object.keys(methods)).toHaveLength(operations.length);
  for (const [name, method] of Object.entries(methods) as [string, (variables: object) => Promise<object>][])
    expect(await method({})).toEqual({ name: name[0].toUpperCase() + name.slice(1) });
});

test("a client can be taken apart: its methods need no `this`", async () => {
  const { regression, request } = createClient({ url, fetch: answered });
  expect((await regression(variables)).regression.beta).toBe(1);
  expect((await request(Regression, variables)).regression.beta).toBe(1);
});

describe("`request` takes a document", () => {
  type Beta = Typed<{ regression: { beta: number } | null }, { symbol: string }>;
  const text =
    'query Beta($symbol: String!) { regression(portfolio: { symbol: $symbol }, benchmarks: ["B"]) { beta } }';
  const { loc: _, ...withoutSource } = parse(text);

  test.each<[string, Beta]>([
    ["as text", graphql(text)],
    ["as a TypedDocumentString", new String(text) as string & Beta],
    ["as a DocumentNode that kept its source", parse(text) as DocumentNode & Beta],
    ["as a DocumentNode without it, with the option `print`", withoutSource as object as Beta],
  ])("%s", async (_, document) => {
    const { fetch, bodies } = recordingFetch(answered);
    const { regression } = await createClient({ url, fetch, print }).request(document, { symbol: "A" });
    expectTypeOf(regression.beta).toEqualTypeOf<number>();
    expect(regression.beta).toBe(1);
    expect(print(parse(bodies[0].query!))).toBe(print(parse(text)));
  });

  test("and says what to do where it cannot read one", async () => {
    const hedgeql = createClient({ url, fetch: answered });
    for (const document of [withoutSource, {}, undefined, null, 5]) {
      const error = await failureOf(hedgeql.request(document as Beta, { symbol: "A" }));
      expect(error).toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining("`print`") });
    }
  });

  test("made of fragments, by the tag", async () => {
    const { fetch, bodies } = recordingFetch(answered);
    const Fields = graphql`fragment Fields on Regression { beta }`;
    const Beta = graphql<{ regression: { beta: number } | null }>`query Beta { regression { ...Fields } } ${Fields}`;
    expect((await createClient({ url, fetch }).request(Beta, {})).regression.beta).toBe(1);
    expect(bodies[0].query).toBe("query Beta { regression { ...Fields } } fragment Fields on Regression { beta }");
  });
});

test("a variable that the operation has not is refused: the server would ignore it", async () => {
  const { fetch, bodies } = recordingFetch(answered);
  const misspelt = { ...variables, perod: { start: "2018-01-01" } };
  const error = await failureOf(createClient({ url, fetch }).regression(misspelt));
  expect(error).toMatchObject({ code: "BAD_INPUT", message: 'Regression has no variable "perod"' });
  const odd = failureOf(createClient({ url, fetch }).regression({ ...variables, ...{ "perio(": 1 } }));
  expect(await odd).toMatchObject({ code: "BAD_INPUT", message: 'Regression has no variable "perio("' });
  expect(bodies).toEqual([]);
  expect(
    (await createClient({ url, fetch }).regression({ ...variables, ...{ window: undefined } })).regression.beta,
  ).toBe(1);
});

test("an operation without variables needs none at run time", async () => {
  const call = createClient({ url, fetch: answered }).request as (operation: string) => Promise<unknown>;
  expect(await call("{ regression { beta } }")).toEqual({ regression: { beta: 1 } });
});

test("layers stand between a call and each attempt, the first outermost", async () => {
  const passed: string[] = [];
  const layer =
    (name: string): Layer =>
    (next) =>
    (call) => {
      passed.push(name);
      return next(call);
    };
  await createClient({ url, fetch: answered, layers: [layer("a"), layer("b")] }).regression(variables);
  expect(passed).toEqual(["a", "b"]);
});

test("the small client gives what the wire has, and throws the same errors", async () => {
  const request = createRequest({ url, fetch: answered });
  expect((await request(Regression, variables)).regression.beta).toBe(1);
  const refused = createRequest({ url, fetch: () => answer("", { status: 503 }) });
  expect(await failureOf(refused(Regression, variables))).toMatchObject({ code: "HTTP_ERROR", status: 503 });
});
