import { AnalysisError } from "@hedgeql/core";
import { type Chart, type PictureSize, paperSpecOf, type SpecPart } from "./chart.ts";
import { wrapText } from "./svg/text-width.ts";
import { type ChartTheme, PADDING, SUBTITLE_SIZE, TITLE_SIZE, themeConfig } from "./theme.ts";

/** How small a picture can still be read, and how large one may be. */
export const PICTURE_SIZES = { width: { from: 320, to: 4000 }, height: { from: 240, to: 4000 } } as const;

/** A picture of one size in one theme, ready to be drawn: throws `BAD_INPUT` for a size that is none. */
export function onPaper(chart: Chart, size: PictureSize, theme: ChartTheme): SpecPart {
  for (const side of ["width", "height"] as const) {
    const { from, to } = PICTURE_SIZES[side];
    if (size[side] >= from && size[side] <= to) continue;
    const message = `the ${side} of a picture must be from ${from} to ${to} pixels, got ${size[side]}`;
    throw new AnalysisError("BAD_INPUT", message, { [side]: size[side], from, to });
  }
  const room = size.width - 2 * PADDING;
  return paperSpecOf(chart, size, themeConfig(theme), {
    title: wrapText(chart.title, room, TITLE_SIZE, true),
    subtitle: wrapText(chart.subtitle, room, SUBTITLE_SIZE),
  });
}
