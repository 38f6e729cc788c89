import { badInput } from "../error.ts";
import type { Answered, Typed, Unpacked } from "../index.ts";
import type { Fields } from "./adapting/asset.ts";
import type { Answer, Answers, Method, MethodAnswer } from "./answer.ts";
import { fail } from "./fail.ts";
import { type GraphQLRequest, operationNameOf, readGraphQLRequest } from "./graphql-request.ts";
import { httpAnswer } from "./http-answer.ts";
import { outcomeOf, type Positions } from "./outcome.ts";
import { recordedAnswer } from "./recorded-answer.ts";
import { refusalOf } from "./refusal.ts";
import { createRegistry } from "./registry.ts";
import { scripted } from "./scripted.ts";
import { type Selection, selectionOf } from "./selection.ts";
import type { TestCall } from "./test-call.ts";
import { wholeAnswer } from "./whole-answer.ts";

/** What a test sees of an in-memory server, and what it tells it. */
export interface TestControls {
  /** What was asked so far: each attempt is one. */
  readonly calls: readonly TestCall[];
  /** From now on an operation is answered so: one of the SDK by its method, any other by its name or its document. */
  answer<Name extends Method>(method: Name, answer: MethodAnswer<Name>): void;
  answer(operation: Capitalize<string>, answer: Answer<Fields, Fields>): void;
  answer<Result, Variables>(
    operation: Typed<Result, Variables>,
    answer: NoInfer<Answer<Answered<Unpacked<Result>>, Variables>>,
  ): void;
  /** As it was made: no calls, the answers that it was given then, and every sequence at its beginning. */
  reset(): void;
}

/** What `createTestFetch` takes. */
export interface TestFetchOptions {
  /** In place of the recorded answers, or laid over them. */
  readonly answers?: Answers | undefined;
}

/** A `fetch` that reaches an in-memory server, whatever the address. */
export interface TestFetch extends TestControls {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
}

/**
 * The in-memory server of `createTestClient` as a `fetch`, for tests that go through urql, Apollo or the like. Series are
 * packed, as on the wire, and objects have a `__typename` where the operation asks for it.
 *
 * @example
 * ```ts
 * import { createRequest, Regression } from "@hedgeql/sdk";
 * import { createTestFetch } from "@hedgeql/sdk/testing";
 *
 * const fetch = createTestFetch({ answers: { regression: { regression: { beta: 1.2 } } } });
 * const request = createRequest({ url: "http://hedgeql.test/graphql", fetch });
 * const { regression } = await request(Regression, { portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"] });
 * console.log(regression.beta, regression.coefficients[1].term); // 1.2 SPY
 * ```
 */
export function createTestFetch({ answers }: TestFetchOptions = {}): TestFetch {
  const registry = createRegistry(answers);
  const positions: Positions = new Map();
  const texts = new Map<string, string>();
  const calls: TestCall[] = [];
  let responses = 0;

  const testFetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = withText(await readGraphQLRequest(input, init));
    request.signal?.throwIfAborted();
    responses += 1;
    const id = `00000000-0000-4000-8000-${responses.toString().padStart(12, "0")}`;
    if (request.query === undefined)
      return httpAnswer({}, undefined, [fail("PERSISTED_QUERY_NOT_FOUND")[scripted]], id);
    return answered(request, request.query, id);
  };

  /** Remembers texts by their hash, as the server does. */
  function withText(request: GraphQLRequest): GraphQLRequest {
    const { hash, query } = request;
    if (hash === undefined) return request;
    if (query !== undefined) texts.set(hash, query);
    return { ...request, query: texts.get(hash) };
  }

  async function answered(request: GraphQLRequest, text: string, id: string): Promise<Response> {
    const { operationName, variables, headers, signal } = request;
    const operation = operationNameOf(request);
    if (operation === undefined)
      throw badInput("an operation is answered by its name: name it, as in `query Beta { … }`");
    const selection = selectionOf(text, operationName);
    const recorded = recordedAnswer(operation, variables);
    const given = registry.get(operation);
    calls.push({ operation, variables, headers, ignored: recorded?.ignored ?? [] });
    if (recorded === undefined && given === undefined) throw nothingGiven(operation);
    const refusal = refusalOf(text, variables);
    const { part, failures } = refusal ?? (await outcomeOf(given, { variables, signal, positions }));
    const isWhole = failures.some(({ path }) => path === undefined);
    const data = isWhole ? undefined : dataOf(operation, selection, recorded?.data, part);
    return httpAnswer(selection, data, failures, id);
  }

  return Object.assign(testFetch, {
    calls,
    answer: registry.set,
    reset() {
      calls.length = 0;
      responses = 0;
      positions.clear();
      texts.clear();
      registry.reset();
    },
  });
}

function nothingGiven(operation: string): Error {
  const answers = `answers: { ${operation}: { … } }`;
  return badInput(
    `nothing is recorded for the operation ${operation}: give its answer, as in createTestClient({ ${answers} })`,
  );
}

function dataOf(operation: string, selection: Selection, recorded: unknown, part: unknown): object {
  try {
    return wholeAnswer(selection, recorded, part);
  } catch (cause) {
    throw badInput(`${operation}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
