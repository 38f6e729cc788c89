import { HedgeQLError, type ServerError } from "@hedgeql/sdk";
import type { Chart } from "./chart-names.ts";

/** Pictures that came, and why others did not. */
export interface Pictures<Name extends string, Picture = Chart> {
  readonly charts: Readonly<Partial<Record<Name, Picture | null>>>;
  readonly failures: Readonly<Partial<Record<Name, ServerError>>>;
}

const NONE: Readonly<Partial<Record<string, never>>> = {};

/**
 * The pictures of an answer. Where some of them failed the SDK throws, with what did answer in its error: then these
 * are the answer, and the others have their reason.
 *
 * @param chartsOf what of the pictures came with an error, by `partialData`
 */
export async function withFailures<Name extends string, Picture>(
  charts: Promise<Pictures<Name, Picture>["charts"]>,
  chartsOf: (error: HedgeQLError) => Pictures<Name, Picture>["charts"] | undefined,
): Promise<Pictures<Name, Picture>> {
  try {
    return { charts: await charts, failures: NONE };
  } catch (error) {
    if (!(error instanceof HedgeQLError)) throw error;
    const answered = chartsOf(error);
    if (answered === undefined) throw error;
    const failures: Partial<Record<string, ServerError>> = {};
    for (const one of error.errors) {
      const name = pictureAt(one.path);
      if (name !== undefined) failures[name] ??= one;
    }
    // A path names fields of the answer, whose names are those of the pictures.
    return { charts: answered, failures: failures as Pictures<Name>["failures"] };
  }
}

/** The picture that a path leads to or into: what stands after `charts`. */
function pictureAt(path: ServerError["path"] = []): string | undefined {
  const at = path.indexOf("charts");
  const name = at < 0 ? undefined : path[at + 1];
  return typeof name === "string" ? name : undefined;
}
