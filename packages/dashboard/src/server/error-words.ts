import type { ErrorDetails, HedgeQLErrorCode, ServerError } from "@hedgeql/sdk";

/** What an error says and lets one do. */
export interface ErrorWords {
  /** What happened. */
  readonly title: string;
  /** What to do next. */
  readonly next: string;
  /** Whether asking again can help: by itself when the server is back, after a wait, by a button, or not at all. */
  readonly retry: "reconnect" | "wait" | "button" | "no";
}

/** An error, as far as its words go. */
interface OneOf<Code extends HedgeQLErrorCode> {
  readonly code: Code;
  readonly details: ErrorDetails[Code];
}

/** How long to wait before a source is asked again, where it does not say so itself. */
const SOURCE_WAIT_SECONDS = 30;

const WORDS: { readonly [Code in HedgeQLErrorCode]: (details: ErrorDetails[Code]) => ErrorWords } = {
  UNKNOWN_SYMBOL: ({ symbol }) => ({
    title: `No source has the symbol ${symbol}.`,
    next: "Check its spelling, or choose one of those below.",
    retry: "no",
  }),
  INSUFFICIENT_DATA: ({ observations, needed }) => ({
    title: `There are ${observations} returns, and ${needed} are needed.`,
    next: "Choose a longer period, a shorter interval, or a shorter lookback.",
    retry: "no",
  }),
  NO_OVERLAP: () => ({
    title: "The series share no dates in this period.",
    next: "Clear the first and last date, or choose series of the same years.",
    retry: "no",
  }),
  SINGULAR_BENCHMARKS: ({ terms }) => ({
    title: "These benchmarks or instruments cannot be told apart, or do not vary.",
    next: `Leave out one of ${terms.join(", ")}.`,
    retry: "no",
  }),
  UNDEFINED_ESTIMATE: ({ estimator }) => ({
    title: `The estimator ${estimator} has no beta for these data.`,
    next: "Choose another estimator, a longer lookback, or a longer period.",
    retry: "no",
  }),
  NOTHING_TO_DRAW: () => ({
    title: "There is nothing to draw.",
    next: "The numbers say why; other data have this picture.",
    retry: "no",
  }),
  BAD_INPUT: () => ({
    title: "A value breaks a rule of the server.",
    next: "Change the value that the message names.",
    retry: "no",
  }),
  SOURCE_UNAVAILABLE: () => ({
    title: "The source of the prices does not answer.",
    next: "It is asked again in a moment. Symbols that begin with sample: are always there.",
    retry: "wait",
  }),
  RATE_LIMITED: () => ({
    title: "The source of the prices limits how often it is asked.",
    next: "It is asked again when it allows.",
    retry: "wait",
  }),
  LIMIT_EXCEEDED: () => ({
    title: "This asks for more than the server does at once.",
    next: "Shorten the period, rebalance less often, or choose a simpler estimator.",
    retry: "no",
  }),
  NETWORK_ERROR: () => ({
    title: "The server does not answer.",
    next: "The page asks again by itself, and goes on when the server is back.",
    retry: "reconnect",
  }),
  HTTP_ERROR: () => ({
    title: "What answered is not HedgeQL.",
    next: "A proxy may stand in between. The page asks again by itself.",
    retry: "reconnect",
  }),
  TIMEOUT: () => ({
    title: "The answer took too long.",
    next: "Try again, or ask for less: a shorter period, fewer symbols.",
    retry: "button",
  }),
  ABORTED: () => ({ title: "The question was cancelled.", next: "Ask again when you like.", retry: "button" }),
  CANCELLED: () => ({ title: "The question was cancelled.", next: "Ask again when you like.", retry: "button" }),
  GRAPHQL_PARSE_FAILED: ofAnotherVersion,
  GRAPHQL_VALIDATION_FAILED: ofAnotherVersion,
  BAD_REQUEST: ofAnotherVersion,
  PERSISTED_QUERY_NOT_FOUND: ofAnotherVersion,
  INTERNAL_ERROR: ({ id }) => ({
    title: "The server failed, and the fault is its own.",
    // An error without a code, and one of the page itself, count as defects and have none.
    next: id ? `Report it with the id ${id}.` : "Try again; report it if it stays.",
    retry: "button",
  }),
};

function ofAnotherVersion(): ErrorWords {
  return {
    title: "The server does not understand this page.",
    next: "They may be of different versions: load the page again.",
    retry: "button",
  };
}

/** What an error means to the one who asked, for each code there is; a code that is not known yet is as a defect. */
export function explainError<Code extends HedgeQLErrorCode>({ code, details }: OneOf<Code>): ErrorWords {
  return Object.hasOwn(WORDS, code) ? WORDS[code](details) : WORDS.INTERNAL_ERROR({ id: "" });
}

/** In how many seconds to ask again, for errors with `retry: "wait"`. */
export function secondsToWait(error: ServerError): number {
  return error.code === "RATE_LIMITED" ? Math.max(1, Math.ceil(error.details.retryAfterSeconds)) : SOURCE_WAIT_SECONDS;
}
