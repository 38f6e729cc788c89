import type { HedgeCosts } from "@hedgeql/core";
import type { WalkRequest } from "../analysis/walk-forward/walk-request.ts";
import { BetaEstimatorEnum } from "./beta-estimate.ts";
import { builder } from "./builder.ts";

const HedgeHolding = builder.enumType("HedgeHolding", {
  description: "What happens to a hedge between two rebalances.",
  values: {
    SHARES: { description: "Its shares are kept: the ratio drifts with the prices, as a position does." },
    RATIO: {
      description:
        "Its ratio is kept: it is traded back every period, and these trades count. The ratio of the textbook.",
    },
  } as const,
});

export const CostsInput = builder.inputType("CostsInput", {
  description: "What hedging costs. Rates are decimals a year, turned into (1 + R)^(1/s) − 1 a period.",
  fields: (t) => ({
    tradingBps: t.float({
      defaultValue: 0,
      description:
        "Basis points (1/10,000) of the notional traded, one way, 0 to 10,000: half the spread, fees, impact.",
    }),
    borrowRate: t.float({
      defaultValue: 0,
      description: "What lenders of shares take, on the notional sold short: 0.005 is half a per cent a year; 0 to 1.",
    }),
    cashRate: t.float({
      defaultValue: 0,
      description:
        "What the proceeds of short sales earn; instruments that are bought are financed at it. May be below 0. With a `riskFree` rate only the difference to it counts: leave `costs` out, or give that rate here, and the proceeds earn it; the default of 0 makes all of it a cost.",
    }),
  }),
});

interface CostsArguments {
  readonly tradingBps?: number | null | undefined;
  readonly borrowRate?: number | null | undefined;
  readonly cashRate?: number | null | undefined;
}

function costsOf(costs: CostsArguments | null | undefined): HedgeCosts | null {
  if (costs == null) return null;
  return { tradingBps: costs.tradingBps ?? 0, borrowRate: costs.borrowRate ?? 0, cashRate: costs.cashRate ?? 0 };
}

/** What walks and comparisons of walks take alike. */
export const walkArguments = builder.args((t) => ({
  costs: t.field({ type: CostsInput, description: "What hedging costs. Default: nothing." }),
  holding: t.field({
    type: HedgeHolding,
    defaultValue: "SHARES",
    description: "What happens between rebalances.",
  }),
  driftTrigger: t.float({
    description:
      "Trade only if a ratio is farther than this from its new estimate; looked at every `rebalanceEvery` periods. Default: always trade.",
  }),
}));

export function walkRequestOf({
  costs,
  holding,
  driftTrigger,
}: {
  readonly costs?: CostsArguments | null | undefined;
  readonly holding?: "SHARES" | "RATIO" | null | undefined;
  readonly driftTrigger?: number | null | undefined;
}) {
  return { costs: costsOf(costs), holding: holding ?? "SHARES", driftTrigger: driftTrigger ?? null } as const;
}

const HedgeCostsRef = builder.objectRef<HedgeCosts>("HedgeCosts").implement({
  description: "The costs that were counted, as `CostsInput` has them.",
  fields: (t) => ({
    tradingBps: t.exposeFloat("tradingBps", { description: "Basis points of the notional traded." }),
    borrowRate: t.exposeFloat("borrowRate", { description: "A year, on the notional sold short." }),
    cashRate: t.exposeFloat("cashRate", { description: "A year, on the proceeds." }),
  }),
});

export const WalkSettings = builder.objectRef<WalkRequest>("WalkSettings").implement({
  description: "How a walk was made, as given or by default.",
  fields: (t) => ({
    lookback: t.exposeInt("lookback", { description: "Returns an estimate." }),
    rebalanceEvery: t.exposeInt("rebalanceEvery", { description: "Periods between two looks at the ratio." }),
    estimator: t.expose("estimator", { type: BetaEstimatorEnum, description: "The estimator." }),
    targetBeta: t.exposeFloat("targetBeta", { description: "The beta that was wanted." }),
    holding: t.expose("holding", { type: HedgeHolding, description: "What happens between rebalances." }),
    driftTrigger: t.exposeFloat("driftTrigger", { nullable: true, description: "Null: every rebalance trades." }),
    costs: t.expose("costs", { type: HedgeCostsRef, nullable: true, description: "Null: none were counted." }),
  }),
});
