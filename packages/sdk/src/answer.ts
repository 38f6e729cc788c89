import { HedgeQLError, type HedgeQLErrorCode, type ServerError } from "./error.ts";

/** The `data` of an answer; throws what the answer says went wrong, or that it is no answer to a query. */
export function readAnswer(response: Response, text: string): object {
  const { status, headers } = response;
  const told = { status, headers, requestId: headers.get("x-request-id") ?? undefined };
  const answer = parseObject(text);
  const data = answer?.data;
  const errors = Array.isArray(answer?.errors) ? answer.errors.flatMap(readError) : [];
  if (errors.length > 0) {
    const code = errors[0].extensions?.code;
    throw new HedgeQLError(errors[0].message, {
      ...told,
      code: typeof code === "string" ? (code as HedgeQLErrorCode) : "INTERNAL_ERROR",
      errors,
      data,
    });
  }
  const fault = findFault(status, answer);
  if (fault !== undefined || !isObject(data)) {
    throw new HedgeQLError(`the server answered ${status} ${fault}`, { ...told, code: "HTTP_ERROR", data });
  }
  return data;
}

/** Why an answer without errors is no result: a caller that goes on with it would fail far from the cause. */
function findFault(status: number, answer: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const { data, errors } = answer ?? {};
  if (!isObject(data)) return "without a GraphQL result";
  if (status < 200 || status > 299) return "without an error that says why";
  // An empty list says that there are none, though GraphQL would leave it out.
  const isErrors = errors == null || (Array.isArray(errors) && errors.length === 0);
  if (!isErrors) return "with errors that are not GraphQL's";
  const missing = Object.entries(data).find(([, value]) => value === null);
  return missing && `with null for ${missing[0]}, and without an error that says why`;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** One error, or none where a server sends something else in its place. */
function readError(error: unknown): ServerError[] {
  if (!isObject(error) || typeof error.message !== "string") return [];
  const { extensions, path, ...rest } = error;
  return [
    {
      ...rest,
      message: error.message,
      ...(Array.isArray(path) && { path }),
      ...(isObject(extensions) && { extensions }),
    },
  ];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
