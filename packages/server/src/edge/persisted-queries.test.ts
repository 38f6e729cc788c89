import { createHash } from "node:crypto";
import { buildSchema } from "graphql";
import { createYoga } from "graphql-yoga";
import { describe, expect, test } from "vitest";
import { usePersistedQueries } from "./persisted-queries.ts";
import { useQueryLimits } from "./query-limits.ts";

const SCHEMA = buildSchema("type Query { greeting: String }");
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
/** Texts of one length that are all the same query. */
const numbered = (number: number) => `{ greeting } # ${String(number).padStart(1_000, "0")}`;

function server(maxCharacters?: number) {
  const plugin = usePersistedQueries(maxCharacters === undefined ? {} : { maxCharacters });
  const yoga = createYoga({
    schema: SCHEMA,
    logging: false,
    maskedErrors: false,
    plugins: [useQueryLimits(), plugin],
  });
  return async (body: object) => {
    const response = await yoga.fetch("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const { data, errors } = (await response.json()) as {
      data?: unknown;
      errors?: { extensions?: { code: string } }[];
    };
    return errors === undefined ? data : errors[0].extensions?.code;
  };
}

const named = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: sha256(text) } } });
const both = (text: string) => ({ query: text, ...named(text) });
const ANSWER = { greeting: null };
const UNKNOWN = "PERSISTED_QUERY_NOT_FOUND";

describe("a text that came with its hash", () => {
  test("is known by the hash from then on, and by no other server", async () => {
    const [ask, other] = [server(), server()];
    const text = "{ greeting }";
    expect(await ask(named(text))).toBe(UNKNOWN);
    expect(await ask(both(text))).toEqual(ANSWER);
    expect(await ask(named(text))).toEqual(ANSWER);
    expect(await other(named(text))).toBe(UNKNOWN);
  });

  test("is known by its bytes in UTF-8", async () => {
    const ask = server();
    const text = "{ greeting } # α, β, 𝛼";
    expect(await ask(both(text))).toEqual(ANSWER);
    expect(await ask(named(text))).toEqual(ANSWER);
  });

  test("is not remembered if it came without", async () => {
    const ask = server();
    expect(await ask({ query: "{ greeting }" })).toEqual(ANSWER);
    expect(await ask(named("{ greeting }"))).toBe(UNKNOWN);
  });

  test.each([
    ["is no GraphQL", "{ greeting"],
    ["does not fit the schema", "{ farewell }"],
    ["is too deep", `${"{ a ".repeat(21)}${"}".repeat(21)}`],
    ["is too long", `{ greeting } # ${"x".repeat(100_000)}`],
    ["has too many fields", `{ ${"greeting ".repeat(501)} }`],
  ])("is not remembered if it %s", async (_, text) => {
    const ask = server();
    expect(await ask(both(text))).not.toEqual(ANSWER);
    expect(await ask(named(text))).toBe(UNKNOWN);
  });
});

describe("the memory is bounded by the size of all texts", () => {
  test("the least recently used go first", async () => {
    const ask = server(4_000);
    for (const number of [1, 2, 3]) expect(await ask(both(numbered(number)))).toEqual(ANSWER);
    expect(await ask(named(numbered(1)))).toEqual(ANSWER);
    // Three have room, and the fourth takes that of the second.
    await ask(both(numbered(4)));
    const known = await Promise.all([1, 2, 3, 4].map((number) => ask(named(numbered(number)))));
    expect(known).toEqual([ANSWER, UNKNOWN, ANSWER, ANSWER]);
  });

  test("a text that alone is larger is answered, and not remembered, and takes nobody's place", async () => {
    const ask = server(5_000);
    const large = `{ greeting } # ${"x".repeat(5_000)}`;
    await ask(both(numbered(1)));
    expect(await ask(both(large))).toEqual(ANSWER);
    expect([await ask(named(large)), await ask(named(numbered(1)))]).toEqual([UNKNOWN, ANSWER]);
  });

  test("very many short texts fill no more than it", async () => {
    const ask = server(20_000);
    const short = (number: number) => `{greeting}#${number}`;
    for (let number = 0; number < 500; number++) await ask(both(short(number)));
    let known = 0;
    for (let number = 0; number < 500; number++) known += (await ask(named(short(number)))) === UNKNOWN ? 0 : 1;
    // An entry costs more than its text has characters.
    expect(known).toBeGreaterThan(50);
    expect(known).toBeLessThanOrEqual(100);
  });
});
