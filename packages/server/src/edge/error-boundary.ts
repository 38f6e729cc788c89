import { randomUUID } from "node:crypto";
import { DomainError } from "@hedgeql/core";
import { GraphQLError, type GraphQLErrorExtensions } from "graphql";
import { isAsyncIterable, type Plugin } from "graphql-yoga";
import type { Logger } from "pino";
import { LimitError } from "../analysis/limits.ts";
import { documentedDetails, ERROR_CODES, type ErrorCode } from "../schema/error-code.ts";
import { inOrder } from "./error-order.ts";

export interface ErrorBoundaryOptions {
  readonly logger: Logger;
  /** What Yoga refuses longer bodies by; it does not say so itself. */
  readonly maxBodyBytes: number;
  /** Called with the codes that a request's answer carries. */
  readonly onErrors: (request: Request, codes: string[]) => void;
}

/**
 * The one place where errors become GraphQL errors: what is expected gets its stable code and its data, what is not is
 * masked, and logged with an id that the answer carries.
 */
export function useErrorBoundary({ logger, maxBodyBytes, onErrors }: ErrorBoundaryOptions): Plugin {
  const translate = (error: GraphQLError) => translated(tooLargeBody(error, maxBodyBytes) ?? error, logger);
  return {
    onResultProcess({ request, result, setResult }) {
      if (isAsyncIterable(result) || Array.isArray(result) || result.errors === undefined) return;
      const errors = inOrder(result.errors, result.data).map(translate);
      onErrors(
        request,
        errors.map(({ extensions }) => String(extensions.code)),
      );
      setResult({ ...result, errors });
    },
  };
}

/** An expected failure as a GraphQL error, for where there is no field that could throw it. */
export function graphqlError(error: DomainError, http?: { readonly status: number }): GraphQLError {
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { ...error.details, code: error.code, ...(http && { http }) },
  });
}

function translated(error: GraphQLError, logger: Logger): GraphQLError {
  const place = { nodes: error.nodes, source: error.source, positions: error.positions, path: error.path };
  const answer = (code: ErrorCode, details: Readonly<Record<string, unknown>> = {}, message = error.message) => {
    const extensions = { ...documentedDetails(code, details), code, ...httpOf(error, code) };
    return new GraphQLError(message, { ...place, extensions });
  };

  const cause = rootCause(error);
  if (cause instanceof DomainError) return answer(cause.code as ErrorCode, cause.details);
  if (isAbort(cause)) return answer("CANCELLED", {}, "the request was cancelled");
  if (cause instanceof GraphQLError) {
    if (/^Could not determine what operation/.test(error.message)) {
      return answer(
        "BAD_REQUEST",
        {},
        "operationName must name one of the query's operations, or the query have just one",
      );
    }
    const code = codeOf(error);
    if (code !== undefined) return answer(code);
  }
  const id = randomUUID();
  logger.error({ id, err: cause, path: error.path }, "unexpected error");
  return answer("INTERNAL_ERROR", { id }, "an unexpected error; it is logged under this id");
}

/**
 * The HTTP status that goes with an error, if it has one. Yoga marks it `spec` where clients of the older media type
 * get 200 instead; a request that is no GraphQL at all is a 400 to everybody.
 */
function httpOf({ extensions: { http } }: GraphQLError, code: ErrorCode): GraphQLErrorExtensions {
  if (http === undefined) return {};
  return { http: code === "BAD_REQUEST" ? { ...http, spec: false } : http };
}

function tooLargeBody(error: GraphQLError, limit: number): GraphQLError | undefined {
  if (error.extensions.code !== "REQUEST_ENTITY_TOO_LARGE") return undefined;
  return graphqlError(new LimitError(limit, "bytes of request body"), { status: 413 });
}

function rootCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError != null) cause = cause.originalError;
  return cause;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

/** What graphql-js and Yoga complain about. They say it in words; only some of it carries a code. */
function codeOf({ message, extensions, path }: GraphQLError): ErrorCode | undefined {
  if (/^Syntax Error/.test(message)) return "GRAPHQL_PARSE_FAILED";
  if (VALUE_COMPLAINT.test(message)) return "BAD_INPUT";
  if (extensions.code === "GRAPHQL_VALIDATION_FAILED") return "GRAPHQL_VALIDATION_FAILED";
  if (typeof extensions.code === "string" && extensions.code in ERROR_CODES) return extensions.code as ErrorCode;
  // Whatever else is said of a request before a field runs, the request is at fault.
  return path === undefined ? "BAD_REQUEST" : undefined;
}

/** A value that does not fit its type, in a query or in its variables. */
const VALUE_COMPLAINT =
  /^Variable "\$\w+" (has invalid|got invalid|of required type|of non-null type)|^Argument "|cannot represent|does not exist in "|^Expected value of (non-null )?type|^Exactly one key|must specify exactly one key|^OneOf Input Object|must be non-null|^Field "\w+\.\w+" of required type/;
