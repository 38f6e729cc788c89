/** The hedge report as files: asks for what the terminal does not show, and writes it. */
import { resolve } from "node:path";
import { ChartImages, type Client, HedgeQLError, partialData, WalkForwardChartImages } from "@hedgeql/sdk";
import { drawPictures, type Picture } from "./drawn-pictures.ts";
import { hedgeDocument } from "./hedge-document.ts";
import type { FiledWalkQuestion } from "./hedge-options.ts";
import type { Question } from "./options.ts";
import type { OutOfSample } from "./out-of-sample-section.ts";
import { spanOf } from "./regression-steps.ts";
import { writeReportFolder } from "./report-folder.ts";
import { IN_SAMPLE, OUT_OF_SAMPLE } from "./report-pictures.ts";
import type { Hedged } from "./tutorial-steps.ts";

const REPORT_FILE = "report.html";

export interface FiledReport {
  /** Of the report, absolute. */
  readonly path: string;
  readonly pictures: number;
}

export async function fileHedgeReport(
  hedgeql: Client,
  question: Question,
  { folder, walk }: { readonly folder: string; readonly walk: FiledWalkQuestion },
  { title, hedged }: { readonly title: string; readonly hedged: Hedged },
): Promise<FiledReport> {
  const [pictures, outOfSample] = await Promise.all([
    drawPictures(
      IN_SAMPLE,
      async (paper) => (await hedgeql.chartImages({ ...question, ...paper })).hedgedPortfolio.charts,
      (error) => partialData(ChartImages, error)?.hedgedPortfolio?.charts,
    ),
    walked(hedgeql, walk, hedged),
  ]);
  const walkPictures = outOfSample.walk === undefined ? [] : outOfSample.pictures;
  const drawn = new Map([...IN_SAMPLE, ...OUT_OF_SAMPLE].flatMap(({ file }) => filesOf(file, undefined)));
  for (const picture of [...pictures, ...walkPictures]) {
    for (const [name, svg] of filesOf(picture.file, picture)) drawn.set(name, svg);
  }
  // Where the user stands: `pnpm` runs scripts in the folder of their package.
  const target = resolve(process.env.INIT_CWD ?? ".", folder);
  const html = hedgeDocument({ title, hedged, pictures, outOfSample });
  writeReportFolder(target, new Map<string, string | null>([[REPORT_FILE, html], ...drawn]));
  const written = [...drawn.values()].filter((svg) => svg !== null);
  return { path: resolve(target, REPORT_FILE), pictures: written.length };
}

function filesOf(file: string, picture: Picture | undefined): [name: string, svg: string | null][] {
  return [
    [`${file}.svg`, picture?.wide?.light ?? null],
    [`${file}-dark.svg`, picture?.wide?.dark ?? null],
  ];
}

async function walked(hedgeql: Client, question: FiledWalkQuestion, { provenance }: Hedged): Promise<OutOfSample> {
  const { unit, sparse } = spanOf(provenance);
  // Costs and volatilities are by the year: of returns that are farther apart they would be wrong.
  if (sparse) {
    const reason = `the returns are farther apart than a ${unit}, so that figures a year would be wrong`;
    return { question, walk: undefined, reason, remedy: "A longer --interval makes them even." };
  }
  try {
    const [{ hedgedPortfolio }, pictures] = await Promise.all([
      hedgeql.walkForward(question),
      drawPictures(
        OUT_OF_SAMPLE,
        async (paper) =>
          (await hedgeql.walkForwardChartImages({ ...question, ...paper })).hedgedPortfolio.walkForward.charts,
        (error) => partialData(WalkForwardChartImages, error)?.hedgedPortfolio?.walkForward.charts,
      ),
    ]);
    return { question, walk: hedgedPortfolio.walkForward, pictures };
  } catch (error) {
    if (!(error instanceof HedgeQLError) || error.errors.length === 0) throw error;
    const remedy =
      error.code === "INSUFFICIENT_DATA"
        ? `Each ratio is fitted on the ${question.lookback} returns before it: a smaller --lookback or a longer period may do.`
        : "";
    return { question, walk: undefined, reason: error.message, remedy };
  }
}
