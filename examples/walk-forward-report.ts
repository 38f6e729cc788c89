/**
 * A hedge from the order to the proof: what to trade now, what the same hedge would have done on dates that it had not
 * seen and what that would have cost, which estimator would have done better, and whether to trade today.
 *
 *     pnpm example walk-forward-report --symbol sample:AAPL --benchmark sample:^GSPC
 *
 * HEDGEQL_URL names another server than the one on this computer.
 */
import { parseArgs } from "node:util";
import { createClient, HedgeQLError } from "@hedgeql/sdk";
import { grouped } from "./report/numbers.ts";
import { decimal, readOptions, URL_BY_DEFAULT } from "./report/options.ts";
import { adviceTable, orderTable } from "./report/order-step.ts";
import { performanceTable } from "./report/performance-step.ts";
import { assetLines, sampleLines, spanOf, standardErrorsOf } from "./report/regression-steps.ts";
import { scoresReading, scoresTable } from "./report/scores-step.ts";
import { TerminalPage } from "./report/terminal-page.ts";
import { WALK_OPTIONS, WALK_REPORT, walkQuestionOf } from "./report/walk-options.ts";
import {
  costTable,
  promiseReading,
  promiseTable,
  ratioLines,
  type Walk,
  walkLines,
  walkRule,
} from "./report/walk-step.ts";

const options = readOptions(WALK_REPORT, () => parseArgs({ options: WALK_OPTIONS }).values);
const question = walkQuestionOf(options);
const value = decimal(WALK_REPORT, "value", options.value);
const hedgeql = createClient({ url: process.env.HEDGEQL_URL ?? URL_BY_DEFAULT });

try {
  const { estimator, lookback, rebalanceEvery, costs, ...sample } = question;
  const { benchmarks, hedgeWith } = sample;
  const { provenance } = (await hedgeql.hedgedPortfolio(sample)).hedgedPortfolio;
  const span = spanOf(provenance);
  // Costs and volatilities are by the year: of returns that are farther apart they would be wrong.
  if (span.sparse) {
    console.error(`The returns are farther apart than a ${span.unit}: --interval must be longer`);
    process.exit(1);
  }
  const { walkForward: walk } = (await hedgeql.walkForward(question)).hedgedPortfolio;
  const [{ hedgedPortfolio: sized }, { hedgedPortfolio: compared }] = await Promise.all([
    // As the walk would trade after the last close: on the latest returns, not on all.
    hedgeql.hedge({ ...sample, estimator, lookback, value, wholeShares: true }),
    hedgeql.compareEstimators({ ...sample, rebalanceEvery, costs, lookbacks: lookbacksTo(lookback) }),
  ]);
  const { confidence } = walk.verification;
  const held = yearAgo(walk);
  const { hedgedPortfolio: advised } = await hedgeql.rebalanceAdvice({
    ...sample,
    ...held,
    estimator,
    lookback,
    value,
    wholeShares: true,
    tradingBps: costs.tradingBps,
  });
  const symbols = provenance.assets.map(({ symbol }) => symbol);
  const currency = provenance.assets[0].currency ?? "";
  const page = new TerminalPage(["Volatility a year", ...symbols]);

  page.heading(`${symbols[0]} hedged with ${(hedgeWith ?? benchmarks).join(" and ")}, and walked forward`);
  assetLines(page, provenance);
  page.blank();
  sampleLines(page, provenance);
  page.line("Estimator", `${estimator}; benchmark ${benchmarks.join(" and ")}`);

  page.step(1, `The order, for ${grouped(value, 0)} ${currency}`.trimEnd());
  page.paragraph(`Fitted on the latest ${lookback} returns, as the walk below would trade next.`);
  page.blank();
  orderTable(page, sized, currency, confidence);

  page.step(2, "The walk: promise and fact");
  page.paragraph(walkRule(question));
  page.blank();
  walkLines(page, walk);
  page.line("Standard errors", standardErrorsOf(walk.verification));
  page.blank();
  promiseTable(page, walk);
  page.blank();
  promiseReading(page, walk);
  ratioLines(page, walk);

  page.step(3, "What it cost");
  costTable(page, walk, question);

  page.step(4, "Performance over the walk");
  performanceTable(page, walk, span.unit);

  page.step(5, "Estimators side by side, over the same dates");
  scoresTable(page, compared.compareEstimators, confidence);
  page.blank();
  scoresReading(page, compared.compareEstimators, question);

  page.step(6, "When to act: the ratio of a year ago, left alone since");
  page.paragraph(`Set by the walk on ${held.since}, its shares kept, looked at on ${advised.rebalanceAdvice.asOf}.`);
  page.blank();
  adviceTable(page, advised.rebalanceAdvice, currency, confidence);
  page.blank();
} catch (error) {
  if (!(error instanceof HedgeQLError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}

/** A quarter of the lookback, half of it, and all; 3 at least, which is as few as an estimate takes. */
function lookbacksTo(lookback: number): number[] {
  return [4, 2, 1].map((part) => Math.max(3, Math.ceil(lookback / part)));
}

/** The last trade that is a year old, or else the first of all. */
function yearAgo({ rebalances, provenance }: Walk): { since: string; ratios: number[] } {
  const { dates, outcomes, legs } = rebalances;
  const then = `${Number(provenance.lastDate.slice(0, 4)) - 1}${provenance.lastDate.slice(4)}`;
  const index = Math.max(
    0,
    dates.findLastIndex((date, i) => date <= then && outcomes[i] === "TRADED"),
  );
  return { since: dates[index], ratios: legs.map(({ estimates }) => estimates[index] ?? 0) };
}
