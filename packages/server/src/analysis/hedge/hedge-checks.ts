import { AnalysisError } from "@hedgeql/core";
import type { JointReturns } from "../joining/joint-returns.ts";

/** Anything beyond is a slip, and its hedge would be a bet. */
const MOST_TARGET = 10;

export function refuseTarget(targetBeta: number): void {
  if (Math.abs(targetBeta) <= MOST_TARGET) return;
  throw new AnalysisError(
    "BAD_INPUT",
    `targetBeta must be a number from -${MOST_TARGET} to ${MOST_TARGET}, got ${targetBeta}`,
    { targetBeta: String(targetBeta) },
  );
}

/** @param what needs simple returns, for the message */
export function refuseLogReturns({ returnKind }: JointReturns, what: string): void {
  if (returnKind === "SIMPLE") return;
  const message = `${what} needs simple returns (returnKind: SIMPLE), got LOG: what positions earn adds up, and logs do not`;
  throw new AnalysisError("BAD_INPUT", message, { returnKind });
}
