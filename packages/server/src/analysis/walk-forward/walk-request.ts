import type { HedgeCosts, Holding } from "@hedgeql/core";
import type { RatioRequest } from "../hedge/hedge-ratios.ts";

/** How a hedge is to be walked forward. */
export interface WalkRequest extends RatioRequest {
  /** How many returns each estimate is made of. */
  readonly lookback: number;
  /** How many periods lie between two looks at the ratio. */
  readonly rebalanceEvery: number;
  /** The index of the first hedged return, where it is to be later than the lookback allows. */
  readonly first?: number | undefined;
  readonly holding: Holding;
  readonly driftTrigger: number | null;
  readonly costs: HedgeCosts | null;
}
