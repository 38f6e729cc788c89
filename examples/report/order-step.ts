/** The hedge as an order, and what a hedge that is held needs to be brought back. */
import type { HedgeResult, RebalanceAdviceResult } from "@hedgeql/sdk";
import { confidenceOf, grouped, percent, percentOrDash, rounded } from "./numbers.ts";
import type { Page } from "./page.ts";

type Sized = HedgeResult["hedgedPortfolio"];
type Advice = RebalanceAdviceResult["hedgedPortfolio"]["rebalanceAdvice"];
type Beta = Sized["hedge"]["neutrality"][number]["beta"];

const SIDES = { SELL: "sell short", BUY: "buy", NONE: "nothing" } as const;
/** Of a trade: to sell more of what is short, or to buy it back. */
const TRADES = { SELL: "sell", BUY: "buy", NONE: "nothing" } as const;

const ORDER = [12, 9, 13, 12, 16, 10];
const ADVICE = [9, 9, 11, 10, 9, 16];

export function orderTable(page: Page, { hedge: order }: Sized, currency: string, confidence: number): void {
  page.row("", ["", "shares", "price", "of", "notional", "ratio"], ORDER);
  for (const { symbol, side, shares, price, priceDate, notional, ratio, currency: own } of order.legs) {
    const [count, worth] = [Math.abs(shares), Math.abs(notional)];
    const priced = own === null || own === currency ? grouped(price, 2) : `${own} ${grouped(price, 2)}`;
    const cells = [SIDES[side], grouped(count, 0), priced, priceDate, grouped(worth, 2), rounded(ratio, 4)];
    page.row(symbol, cells, ORDER);
  }
  page.blank();
  for (const { benchmark, beta, hedgedBeta, residualBeta, residualValue } of order.neutrality) {
    page.wrappedLine(
      "Beta",
      `to ${benchmark} ${betaWithBounds(beta, confidence)}; with the hedge ${rounded(hedgedBeta, 4)}`,
    );
    const moves = grouped(residualValue, 0);
    page.wrappedLine(
      "Left over",
      `${rounded(residualBeta, 4)} of beta: ${moves} ${currency} still move with ${benchmark}`,
    );
  }
  const { grossExposure, netExposure, effectiveness } = order;
  page.wrappedLine("Exposure", `${grouped(grossExposure, 0)} ${currency} gross, ${grouped(netExposure, 0)} net`);
  page.line("Promise", `${percentOrDash(effectiveness, 1)} of the variance removed, in the sample of the fit`);
  for (const { message } of order.warnings) page.warning(message);
}

export function adviceTable(page: Page, advice: Advice, currency: string, confidence: number): void {
  page.row("", ["then", "now", "estimate", "trade", "shares", "notional"], ADVICE);
  for (const { symbol, ratioThen, ratioNow, estimate, side, tradeShares, tradeNotional } of advice.legs) {
    const ratios = [ratioThen, ratioNow, estimate].map((ratio) => rounded(ratio, 4));
    const traded = [grouped(Math.abs(tradeShares), 0), grouped(Math.abs(tradeNotional), 2)];
    page.row(symbol, [...ratios, TRADES[side], ...traded], ADVICE);
  }
  page.blank();
  page.wrappedLine("Act", `${advice.act ? "yes" : "no"}: ${advice.reason}`);
  for (const { benchmark, beta, hedgedBeta } of advice.neutrality) {
    page.wrappedLine(
      "Beta",
      `to ${benchmark} ${betaWithBounds(beta, confidence)}; as hedged now ${rounded(hedgedBeta, 4)}`,
    );
  }
  const { cost, costValue, volatilityNow, volatilityAfter, volatilityRemoved } = advice;
  const price =
    cost === null ? "not given" : `${grouped(costValue ?? 0, 2)} ${currency}, ${percent(cost, 4)} of the portfolio`;
  page.wrappedLine("Cost", price);
  const [now, after] = [percent(volatilityNow, 2), percent(volatilityAfter, 2)];
  page.wrappedLine(
    "Volatility a year",
    `${now} as it stands, ${after} after the trade: ${(100 * volatilityRemoved).toFixed(2)} points less`,
  );
  for (const { message } of advice.warnings) page.warning(message);
}

function betaWithBounds({ value, lower, upper }: Beta, confidence: number): string {
  if (value === null) return "not defined";
  if (lower === null || upper === null) return rounded(value, 4);
  return `${rounded(value, 4)} (${confidenceOf(confidence)}: ${rounded(lower, 4)} to ${rounded(upper, 4)})`;
}
