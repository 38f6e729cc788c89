import { expect } from "vitest";
import { HedgeQLError } from "./error.ts";

/** The error that a call fails with; a call that does not fail fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<HedgeQLError> {
  const error: unknown = await call.then(
    (value) => expect.fail(`gave ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HedgeQLError);
  return error as HedgeQLError;
}

export const url = "http://hedgeql.invalid/graphql";
export const variables = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

/** An answer as a server sends it. */
export function answer(body: unknown, init?: ResponseInit): Promise<Response> {
  return Promise.resolve(new Response(typeof body === "string" ? body : JSON.stringify(body), init));
}

/** An answer with an error of a code, in place of a regression. */
export function refusal(code: string, details: object = {}): Promise<Response> {
  const error = { message: `it is ${code}`, path: ["regression"], extensions: { ...details, code } };
  return answer({ data: { regression: null }, errors: [error] });
}

export const answered = (): Promise<Response> => answer({ data: { regression: { beta: 1 } } });

/** A `fetch` that keeps what it was asked, and gives the answers in turn, the last one again and again. */
export function recordingFetch(...answers: readonly (() => Promise<Response>)[]) {
  const bodies: { readonly query?: string }[] = [];
  const fetch = (_: unknown, init?: RequestInit) => {
    bodies.push(JSON.parse(String(init?.body)));
    return (answers[bodies.length - 1] ?? answers.at(-1) ?? answered)();
  };
  return { fetch, bodies };
}
