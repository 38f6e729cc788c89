/** Pictures in both themes, and in two widths: a wide one scaled down to a phone could not be read. */
import { type ChartImagesQuery, type ChartTheme, HedgeQLError } from "@hedgeql/sdk";
import type { PictureKind } from "./report-pictures.ts";

export type ChartImage = NonNullable<NonNullable<ChartImagesQuery["hedgedPortfolio"]>["charts"]["regression"]>;

/** One of a kind: drawn, or why it is not. */
export type Picture = PictureKind<string> &
  (
    | { readonly wide: InBothThemes; readonly narrow: InBothThemes; readonly failure?: never }
    | { readonly failure: string; readonly wide?: never; readonly narrow?: never }
  );

export interface InBothThemes {
  readonly light: string;
  readonly dark: string;
}

export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly theme: ChartTheme;
}

const WIDE = { width: 800, height: 450 };
const NARROW = { width: 340, height: 400 };

type Charts<Name extends string> = Readonly<Partial<Record<Name, ChartImage | null>>>;

/**
 * @param path where in an answer the charts stand
 * @param ask for all of them, on one kind of paper
 */
export async function drawPictures<Name extends string>(
  kinds: readonly PictureKind<Name>[],
  path: readonly string[],
  ask: (paper: Paper) => Promise<Charts<Name>>,
): Promise<Picture[]> {
  const papers = [WIDE, NARROW].flatMap((size) =>
    (["LIGHT", "DARK"] as const).map((theme) => withReasons(ask({ ...size, theme }), path)),
  );
  const answers = await Promise.all(papers);
  return kinds.map((kind) => {
    const images = answers.map(({ charts }) => charts[kind.name]?.svg);
    const [light, dark, narrowLight, narrowDark] = images.filter((svg) => svg !== undefined);
    if (narrowDark !== undefined) {
      return { ...kind, wide: { light, dark }, narrow: { light: narrowLight, dark: narrowDark } };
    }
    const reasons = answers.map((answer) => answer.reasons[kind.name] ?? answer.reason);
    return { ...kind, failure: reasons.find((reason) => reason !== undefined) ?? "the server gave none" };
  });
}

/** Charts that came, and why others did not. */
interface Answered<Name extends string> {
  readonly charts: Charts<Name>;
  readonly reasons: Readonly<Partial<Record<string, string>>>;
  /** Of all that have none of their own. */
  readonly reason?: string;
}

/** Where only some fields failed, what did answer is in the error. Where the server gave no answer, there is no report. */
async function withReasons<Name extends string>(
  asked: Promise<Charts<Name>>,
  path: readonly string[],
): Promise<Answered<Name>> {
  try {
    return { charts: await asked, reasons: {} };
  } catch (error) {
    if (!(error instanceof HedgeQLError) || error.errors.length === 0) throw error;
    const reasons: Record<string, string> = {};
    for (const { path: at, message } of error.errors) {
      const name = at?.[path.length];
      if (typeof name === "string") reasons[name] ??= message;
    }
    // What answered has the type of an answer without errors.
    const charts = path.reduce<unknown>(fieldOf, error.data) as Charts<Name> | undefined | null;
    return { charts: charts ?? ({} as Charts<Name>), reasons, reason: error.message };
  }
}

function fieldOf(data: unknown, key: string): unknown {
  return typeof data === "object" && data !== null ? (data as Record<string, unknown>)[key] : undefined;
}
