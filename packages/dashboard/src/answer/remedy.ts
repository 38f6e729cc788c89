import { DEFAULT_WALK, type Question } from "../question/question.ts";

/** The question with another symbol wherever one stands. */
export function replaceSymbol(question: Question, symbol: string, other: string): Partial<Question> {
  const swap = (one: string) => (one === symbol ? other : one);
  const swapAll = (symbols: readonly string[]) => [...new Set(symbols.map(swap))];
  return {
    symbol: question.portfolio === "symbol" ? swap(question.symbol) : question.symbol,
    holdings: question.holdings.map((row) => ({ ...row, symbol: swap(row.symbol) })),
    benchmarks: swapAll(question.benchmarks),
    hedgeWith: swapAll(question.hedgeWith),
  };
}

/** A lookback that leaves half of the returns to prove the hedge on; undefined where there is none that helps. */
export function shorterLookback(question: Question, observations: number): number | undefined {
  const lookback = Number(question.lookback) || DEFAULT_WALK[question.interval].lookback;
  const half = Math.floor(observations / 2);
  return half >= 10 && half < lookback ? half : undefined;
}
