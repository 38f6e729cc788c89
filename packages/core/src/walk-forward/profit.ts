import { AnalysisError } from "../errors.ts";

/**
 * What a hedge and its portfolio earned in money, of 1.00 of the portfolio that was bought at the beginning and left
 * alone: Σ worthₜ₋₁ · hedgedₜ, where worth is that of the portfolio alone. The hedge's gains and losses are kept aside and
 * earn nothing. Compounded returns, on the other hand, suppose that they are put into the portfolio.
 *
 * @param portfolio the portfolio's simple total returns
 * @param hedged the hedged ones, over the same periods, in parts of the portfolio's value
 * @throws AnalysisError `BAD_INPUT` when lengths differ.
 */
export function profit(portfolio: Float64Array, hedged: Float64Array): number {
  if (portfolio.length !== hedged.length) {
    const lengths = { portfolio: portfolio.length, hedged: hedged.length };
    const message = `a profit needs returns of one length, got ${portfolio.length} and ${hedged.length}`;
    throw new AnalysisError("BAD_INPUT", message, lengths);
  }
  let worth = 1;
  let earned = 0;
  for (let t = 0; t < portfolio.length; t++) {
    earned += worth * hedged[t];
    worth *= 1 + portfolio[t];
  }
  return earned;
}
