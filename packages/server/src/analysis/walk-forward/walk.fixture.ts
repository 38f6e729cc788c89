import { HedgeAnalysis } from "../hedge/hedge-analysis.ts";
import type { JointReturns } from "../joining/joint-returns.ts";
import { type InferenceInput, readInference } from "../regression/inference.ts";
import { WorkBudget } from "../work-budget.ts";
import type { WalkRequest } from "./walk-request.ts";

/** Returns of up to ±2 % that look like chance and are the same every time; other seeds give others. */
export const column = (length: number, seed: number) =>
  Float64Array.from({ length }, (_, t) => 0.02 * Math.sin((t + 1) * (t + 3) * seed));

/** Least squares of 30 returns, a rebalance every 5, at no cost. */
export const WALK: WalkRequest = {
  estimator: "OLS",
  parameters: {},
  targetBeta: 0,
  minimumNorm: false,
  lookback: 30,
  rebalanceEvery: 5,
  holding: "SHARES",
  driftTrigger: null,
  costs: null,
};

export const analysisOf = (joint: JointReturns, inference?: InferenceInput) =>
  new HedgeAnalysis(joint, readInference(inference), { budget: new WorkBudget(), today: 0 });

export const walkOf = (joint: JointReturns, request: Partial<WalkRequest> = {}, inference?: InferenceInput) =>
  analysisOf(joint, inference).walkForward({ ...WALK, ...request });
