import { clip } from "@hedgeql/core";
import { digest } from "../digest.ts";
import type { AnalysisRequest, JointReturns } from "./joint-returns.ts";

/**
 * Stands for a question, with its defaults filled in and its symbols as their sources spell them, and for the data that
 * were joined for it: whatever follows from the returns, or is said of where they come from, follows from these.
 */
export function jointDigest(request: AnalysisRequest, joint: JointReturns): string {
  const { joined, riskFree, benchmarkSymbols, instrumentSymbols, warnings } = joint;
  const labels = joined.inputs.map(({ label }) => label);
  const clipped = joined.inputs.map(({ prices }) => clip(prices, joined.period));
  const { symbols, ...held } = withoutReturns(request.portfolio);
  const question = {
    portfolio: { ...held, symbols: labels.slice(0, symbols.length) },
    benchmarks: benchmarkSymbols,
    hedgeWith: request.hedgeWith && instrumentSymbols,
    period: request.period,
    interval: request.interval,
    returnKind: request.returnKind,
    riskFree: { ...withoutReturns(request.riskFree), symbol: riskFree?.symbol },
  };
  const given = [request.portfolio, request.riskFree].flatMap((one) => (one.kind === "returns" ? [one.returns] : []));
  return digest(
    // Warnings tell of more than the period: how old prices are, where a series begins and ends.
    [question, labels, warnings],
    [
      ...given.flatMap(({ dates, values }) => [dates, values]),
      joint.dates,
      joint.portfolio,
      ...joint.benchmarks,
      ...joint.instruments,
      ...(riskFree === null ? [] : [riskFree.rates]),
      // Dates that not all series have are told of, and holdings are looked at one by one.
      joined.dates,
      ...clipped.flatMap(({ dates, adjustedCloses }) => [dates, adjustedCloses]),
    ],
  );
}

/** Long columns are no facts. */
function withoutReturns<T extends object>(given: T): Omit<T, "returns"> {
  return { ...given, returns: undefined };
}
