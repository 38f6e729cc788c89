import type { HedgeQLErrorCode } from "@hedgeql/sdk";

/** What an error says and lets one do. */
export interface ErrorWords {
  /** What happened. */
  readonly title: string;
  /** What to do next. */
  readonly next: string;
  /** Whether asking again can help: by itself when the server is back, after a wait, by a button, or not at all. */
  readonly retry: "reconnect" | "wait" | "button" | "no";
}

export interface ErrorFacts {
  readonly code: HedgeQLErrorCode;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** How long to wait before a source is asked again, where it does not say so itself. */
const SOURCE_WAIT_SECONDS = 30;

const WORDS: Record<HedgeQLErrorCode, (facts: ErrorFacts) => ErrorWords> = {
  UNKNOWN_SYMBOL: ({ details }) => ({
    title: `No source has the symbol ${text(details.symbol)}.`,
    next: "Check its spelling, or choose one of those below.",
    retry: "no",
  }),
  INSUFFICIENT_DATA: ({ details: { observations, needed } }) => ({
    title:
      typeof observations === "number" && typeof needed === "number"
        ? `There are ${observations} returns, and ${needed} are needed.`
        : "There are too few returns.",
    next: "Choose a longer period, a shorter interval, or a shorter lookback.",
    retry: "no",
  }),
  NO_OVERLAP: () => ({
    title: "The series share no dates in this period.",
    next: "Clear the first and last date, or choose series of the same years.",
    retry: "no",
  }),
  SINGULAR_BENCHMARKS: ({ details }) => ({
    title: "These benchmarks or instruments cannot be told apart, or do not vary.",
    next: Array.isArray(details.terms) ? `Leave out one of ${details.terms.join(", ")}.` : "Leave one of them out.",
    retry: "no",
  }),
  UNDEFINED_ESTIMATE: ({ details }) => ({
    title: `The estimator ${text(details.estimator)} has no beta for these data.`,
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
  INTERNAL_ERROR: ({ details }) => ({
    title: "The server failed, and the fault is its own.",
    next: typeof details.id === "string" ? `Report it with the id ${details.id}.` : "Try again; report it if it stays.",
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
export function explainError(facts: ErrorFacts): ErrorWords {
  return (Object.hasOwn(WORDS, facts.code) ? WORDS[facts.code] : WORDS.INTERNAL_ERROR)(facts);
}

/** In how many seconds to ask again, for errors with `retry: "wait"`. */
export function secondsToWait({ details }: ErrorFacts): number {
  const seconds = details.retryAfterSeconds;
  return typeof seconds === "number" && Number.isFinite(seconds)
    ? Math.max(1, Math.ceil(seconds))
    : SOURCE_WAIT_SECONDS;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "that was asked for";
}
