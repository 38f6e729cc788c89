import type { ChartsResult, WalkForwardChartsResult } from "@hedgeql/sdk";

type Charts = ChartsResult["hedgedPortfolio"]["charts"];
type WalkCharts = WalkForwardChartsResult["hedgedPortfolio"]["walkForward"]["charts"];

/** The pictures in sample, by the API's names. */
export type ChartName = keyof Charts;
/** The pictures of the walk, which are out of sample. */
export type WalkChartName = keyof WalkCharts;

/** A picture as the API describes it. */
export type Chart = NonNullable<Charts[ChartName]>;
