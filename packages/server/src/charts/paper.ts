import { AnalysisError } from "@hedgeql/core";
import { type Chart, type PictureSize, paperSpecOf, type SpecPart } from "./chart.ts";
import { firstLines, wrapText } from "./svg/text-width.ts";
import {
  type ChartTheme,
  PADDING,
  SUBTITLE_LINE,
  SUBTITLE_SIZE,
  TITLE_LINE,
  TITLE_SIZE,
  themeConfig,
} from "./theme.ts";

/** How small a picture can still be read, and how large one may be. */
export const PICTURE_SIZES = { width: { from: 320, to: 4000 }, height: { from: 240, to: 4000 } } as const;

/** How many lines a title may have, and how much of the height titles may take: long names must not displace the data. */
const TITLE_LINES = 3;
const TITLES_SHARE = 0.45;
/** About what the labels of an axis, the legend and the gaps take. */
const AXIS_ROOM = 70;

/** A picture of one size in one theme, ready to be drawn: throws `BAD_INPUT` for a size that is none. */
export function onPaper(chart: Chart, size: PictureSize, theme: ChartTheme): SpecPart {
  for (const side of ["width", "height"] as const) {
    const { from, to } = PICTURE_SIZES[side];
    if (size[side] >= from && size[side] <= to) continue;
    const message = `the ${side} of a picture must be from ${from} to ${to} pixels, got ${size[side]}`;
    throw new AnalysisError("BAD_INPUT", message, { [side]: size[side], from, to });
  }
  const room = size.width - 2 * PADDING;
  const title = firstLines(wrapText(chart.title, room, TITLE_SIZE, true), TITLE_LINES);
  const forTitles = TITLES_SHARE * size.height;
  const most = Math.floor((forTitles - title.length * TITLE_LINE) / SUBTITLE_LINE);
  const subtitle = firstLines(wrapText(chart.subtitle, room, SUBTITLE_SIZE), most);
  const titles = title.length * TITLE_LINE + subtitle.length * SUBTITLE_LINE;
  // A title that is longer than its axis would make room for itself until no plot is left.
  const config = {
    ...themeConfig(theme),
    axisX: { titleLimit: room - AXIS_ROOM },
    axisY: { titleLimit: size.height - titles - AXIS_ROOM - 2 * PADDING },
  };
  return paperSpecOf(chart, size, config, { title, subtitle });
}
