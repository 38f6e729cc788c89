import { AnalysisError, type Interval, type Period, type ReturnKind } from "@hedgeql/core";
import type { PriceHistories, PriceHistory } from "../prices/price-history.ts";
import { HedgeAnalysis } from "./hedge-analysis.ts";
import { loadJointReturns } from "./joint-returns.ts";
import { LIMITS, refuseMoreThan } from "./limits.ts";
import { type PortfolioInput, readPortfolio } from "./portfolio.ts";

export interface PeriodInput {
  readonly start?: number | null | undefined;
  readonly end?: number | null | undefined;
  readonly interval?: Interval | null | undefined;
}

export interface HedgeInput {
  readonly portfolio: PortfolioInput;
  readonly benchmarks: readonly string[];
  readonly period?: PeriodInput | null | undefined;
  readonly returnKind?: ReturnKind | null | undefined;
}

/**
 * The work of one request. Histories and analyses are remembered for as long as it lasts: two fields that ask for the
 * same thing share one load and one computation.
 */
export class Analysis {
  readonly #prices: PriceHistories;
  readonly #signal: AbortSignal | undefined;
  readonly #histories = new Map<string, Promise<PriceHistory>>();
  readonly #analyses = new Map<string, Promise<HedgeAnalysis>>();
  readonly #returnsIds = new Map<object, number>();

  constructor(prices: PriceHistories, signal?: AbortSignal) {
    this.#prices = prices;
    this.#signal = signal;
  }

  history = async (symbol: string): Promise<PriceHistory> => {
    const id = this.#prices.identify(symbol);
    const known = this.#histories.get(id);
    if (known !== undefined) return known;
    refuseMoreThan(LIMITS.symbolsPerRequest, this.#histories.size + 1, "different symbols in one request");
    const history = this.#prices.load(id, this.#signal);
    this.#histories.set(id, history);
    return history;
  };

  /** One promise a symbol, in the order asked: a bad symbol rejects its own and no other. */
  histories(symbols: readonly string[]): Promise<PriceHistory>[] {
    refuseMoreThan(LIMITS.symbolsPerRequest, symbols.length, "symbols");
    return symbols.map(this.history);
  }

  hedge(input: HedgeInput): Promise<HedgeAnalysis> {
    const key = this.#keyOf(input);
    let analysis = this.#analyses.get(key);
    if (analysis === undefined) {
      analysis = this.#analyse(input);
      this.#analyses.set(key, analysis);
    }
    return analysis;
  }

  /** What an analysis is known by. Own returns may be long, so a list of them is known by its identity. */
  #keyOf({ portfolio, ...rest }: HedgeInput): string {
    const { returns, ...others } = portfolio;
    if (returns != null && !this.#returnsIds.has(returns)) this.#returnsIds.set(returns, this.#returnsIds.size);
    return JSON.stringify({ ...rest, ...others, returns: returns == null ? null : this.#returnsIds.get(returns) });
  }

  async #analyse({ portfolio, benchmarks, period, returnKind }: HedgeInput): Promise<HedgeAnalysis> {
    refuseMoreThan(LIMITS.benchmarks, benchmarks.length, "benchmarks");
    refuseMoreThan(LIMITS.holdings, portfolio.holdings?.length ?? 0, "holdings");
    refuseMoreThan(LIMITS.returns, portfolio.returns?.dates.length ?? 0, "returns");
    if (benchmarks.length === 0) throw new AnalysisError("BAD_INPUT", "benchmarks must not be empty");
    const joint = await loadJointReturns(this.history, {
      portfolio: readPortfolio(portfolio),
      benchmarks,
      period: readPeriod(period),
      interval: period?.interval ?? "DAY",
      returnKind: returnKind ?? "SIMPLE",
    });
    return new HedgeAnalysis(joint);
  }
}

/** A period as core takes it: `null` and a missing bound are the same. */
export function readPeriod(period: PeriodInput | null | undefined): Period {
  return { start: period?.start ?? undefined, end: period?.end ?? undefined };
}
