import { HedgeQLError, type HedgeQLErrorCode } from "@hedgeql/sdk";
import type { Chart } from "./chart-names.ts";
import type { ErrorFacts } from "./error-words.ts";

/** Pictures that came, and why others did not. */
export interface Pictures<Name extends string, Picture = Chart> {
  readonly charts: Readonly<Partial<Record<Name, Picture | null>>>;
  readonly failures: Readonly<Partial<Record<Name, ErrorFacts>>>;
}

const NONE: Readonly<Partial<Record<string, never>>> = {};

/**
 * The pictures of an answer. Where some of them failed the SDK throws, with what did answer in its error: then these
 * are the answer, and the others have their reason.
 *
 * @param path where in the data the pictures stand
 */
export async function withFailures<Name extends string, Picture>(
  charts: Promise<Pictures<Name, Picture>["charts"]>,
  path: readonly string[],
): Promise<Pictures<Name, Picture>> {
  try {
    return { charts: await charts, failures: NONE };
  } catch (error) {
    if (!(error instanceof HedgeQLError)) throw error;
    const answered = path.reduce<unknown>((data, key) => fieldOf(data, key), error.data);
    if (typeof answered !== "object" || answered === null) throw error;
    const failures: Record<string, ErrorFacts> = {};
    for (const { path: at, message, extensions } of error.errors) {
      const name = at?.[path.length];
      if (typeof name !== "string") continue;
      const { code = "INTERNAL_ERROR", ...details } = extensions ?? {};
      // The server's codes are of the SDK's list, or of a later one, which counts as a defect.
      failures[name] ??= { message, code: code as HedgeQLErrorCode, details };
    }
    // What answered is typed by the operation, as is an answer without errors.
    return { charts: answered, failures } as Pictures<Name, Picture>;
  }
}

function fieldOf(data: unknown, key: string): unknown {
  return typeof data === "object" && data !== null ? (data as Record<string, unknown>)[key] : undefined;
}
