/** Pictures in both themes, and in two widths: a wide one scaled down to a phone could not be read. */
import { type ChartImagesResult, type ChartTheme, HedgeQLError } from "@hedgeql/sdk";
import type { PictureKind } from "./report-pictures.ts";

export type ChartImage = NonNullable<ChartImagesResult["hedgedPortfolio"]["charts"]["regression"]>;

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
 * @param ask for all of them, on one kind of paper
 * @param chartsOf what of them came with an error, by `partialData`
 */
export async function drawPictures<Name extends string>(
  kinds: readonly PictureKind<Name>[],
  ask: (paper: Paper) => Promise<Charts<Name>>,
  chartsOf: (error: HedgeQLError) => Charts<Name> | undefined,
): Promise<Picture[]> {
  const papers = [WIDE, NARROW].flatMap((size) =>
    (["LIGHT", "DARK"] as const).map((theme) => withReasons(ask({ ...size, theme }), chartsOf)),
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

const NONE: Readonly<Partial<Record<string, never>>> = {};

/** Where only some fields failed, what did answer is in the error. Where the server gave no answer, there is no report. */
async function withReasons<Name extends string>(
  asked: Promise<Charts<Name>>,
  chartsOf: (error: HedgeQLError) => Charts<Name> | undefined,
): Promise<Answered<Name>> {
  try {
    return { charts: await asked, reasons: {} };
  } catch (error) {
    if (!(error instanceof HedgeQLError) || error.errors.length === 0) throw error;
    const reasons: Record<string, string> = {};
    for (const { path = [], message } of error.errors) {
      // The name of the picture that failed, or in which something did.
      const name = path.includes("charts") ? path[path.indexOf("charts") + 1] : undefined;
      if (typeof name === "string") reasons[name] ??= message;
    }
    return { charts: chartsOf(error) ?? NONE, reasons, reason: error.message };
  }
}
