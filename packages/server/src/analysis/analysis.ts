import { AnalysisError, type Interval, type Period, type ReturnKind } from "@hedgeql/core";
import type { FoundSymbols, PriceHistories, PriceHistory } from "../prices/price-history.ts";
import { HedgeAnalysis } from "./hedge/hedge-analysis.ts";
import { type JointReturns, loadJointReturns } from "./joining/joint-returns.ts";
import { type PortfolioInput, readPortfolio } from "./joining/portfolio.ts";
import { type RiskFreeInput, readRiskFree } from "./joining/risk-free.ts";
import { LIMITS, refuseMoreThan } from "./limits.ts";
import { type InferenceInput, readInference } from "./regression/inference.ts";
import { type ScreenRow, screen } from "./regression/screen.ts";
import { remembered } from "./remembered.ts";
import type { RequestTerms } from "./request-terms.ts";
import { readSymbolQuery, type SymbolSearchInput } from "./symbol-search.ts";
import { WorkBudget } from "./work-budget.ts";

export interface PeriodInput {
  readonly start?: number | null | undefined;
  readonly end?: number | null | undefined;
  readonly interval?: Interval | null | undefined;
}

export interface HedgeInput {
  readonly portfolio: PortfolioInput;
  readonly benchmarks: readonly string[];
  readonly hedgeWith?: readonly string[] | null | undefined;
  readonly period?: PeriodInput | null | undefined;
  readonly returnKind?: ReturnKind | null | undefined;
  readonly inference?: InferenceInput | null | undefined;
  readonly riskFree?: RiskFreeInput | null | undefined;
}

const DAY_MS = 86_400_000;

export interface ScreenInput extends Omit<HedgeInput, "portfolio" | "inference" | "hedgeWith"> {
  readonly symbols: readonly string[];
}

/**
 * The work of one request. Histories and analyses are remembered for as long as it lasts: two fields that ask for the
 * same thing share one load and one computation.
 */
export class Analysis {
  readonly #prices: PriceHistories;
  readonly #signal: AbortSignal | undefined;
  readonly #histories = new Map<string, Promise<PriceHistory>>();
  readonly #joints = new Map<string, Promise<JointReturns>>();
  readonly #hedges = new Map<string, Promise<HedgeAnalysis>>();
  readonly #terms: RequestTerms;
  readonly #returnsIds = new Map<object, number>();

  constructor(prices: PriceHistories, signal?: AbortSignal, now = Date.now()) {
    this.#prices = prices;
    this.#signal = signal;
    this.#terms = { budget: new WorkBudget(signal), today: Math.floor(now / DAY_MS) };
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

  /** Not remembered: what people type is not asked for twice in one request. */
  searchSymbols(input: SymbolSearchInput): Promise<FoundSymbols> {
    const query = readSymbolQuery(input);
    return this.#prices.search(input.search, this.#signal === undefined ? query : { ...query, signal: this.#signal });
  }

  hedge(input: HedgeInput): Promise<HedgeAnalysis> {
    const { inference, ...joined } = input;
    const key = this.#keyOf(joined);
    const joint = remembered(this.#joints, key, () => this.#join(joined));
    return remembered(this.#hedges, `${key} ${JSON.stringify(inference)}`, async () => {
      return new HedgeAnalysis(await joint, readInference(inference), this.#terms);
    });
  }

  /** One row a symbol, in the order asked. */
  screen({ symbols, benchmarks, period, returnKind, riskFree }: ScreenInput): Promise<ScreenRow[]> {
    refuseMoreThan(LIMITS.screenSymbols, symbols.length, "symbols");
    refuseBenchmarks(benchmarks);
    if (symbols.length === 0) throw new AnalysisError("BAD_INPUT", "symbols must not be empty");
    const loads = {
      benchmark: this.history,
      // Not remembered: thousands of histories are more than a request should hold.
      symbol: async (symbol: string) => this.#prices.load(this.#prices.identify(symbol), this.#signal),
      signal: this.#signal,
    };
    return screen(loads, { symbols, benchmarks, ...conventions({ period, returnKind, riskFree }) });
  }

  /** What joined returns are known by. Own returns may be long, so a list of them is known by its identity. */
  #keyOf({ portfolio, riskFree, ...rest }: HedgeInput): string {
    const withIdentity = <T extends { readonly returns?: object | null | undefined }>({ returns, ...others }: T) => {
      if (returns != null && !this.#returnsIds.has(returns)) this.#returnsIds.set(returns, this.#returnsIds.size);
      return { ...others, returns: returns == null ? null : this.#returnsIds.get(returns) };
    };
    return JSON.stringify([rest, withIdentity(portfolio), riskFree == null ? null : withIdentity(riskFree)]);
  }

  async #join({ portfolio, benchmarks, hedgeWith, ...rest }: HedgeInput): Promise<JointReturns> {
    refuseBenchmarks(benchmarks);
    refuseMoreThan(LIMITS.holdings, portfolio.holdings?.length ?? 0, "holdings");
    refuseMoreThan(LIMITS.hedgeInstruments, hedgeWith?.length ?? 0, "hedge instruments");
    if (hedgeWith?.length === 0) {
      throw new AnalysisError("BAD_INPUT", "hedgeWith must not be empty: leave it out to hedge with the benchmarks");
    }
    return loadJointReturns(this.history, {
      portfolio: readPortfolio(portfolio),
      benchmarks,
      hedgeWith: hedgeWith ?? undefined,
      ...conventions(rest),
    });
  }
}

function refuseBenchmarks(benchmarks: readonly string[]): void {
  refuseMoreThan(LIMITS.benchmarks, benchmarks.length, "benchmarks");
  if (benchmarks.length === 0) throw new AnalysisError("BAD_INPUT", "benchmarks must not be empty");
}

/** What regressions and screens take alike, with the defaults filled in. */
function conventions({ period, returnKind, riskFree }: Pick<HedgeInput, "period" | "returnKind" | "riskFree">) {
  return {
    period: readPeriod(period),
    interval: period?.interval ?? "DAY",
    returnKind: returnKind ?? "SIMPLE",
    riskFree: readRiskFree(riskFree),
  } as const;
}

/** A period as core takes it: `null` and a missing bound are the same. */
export function readPeriod(period: PeriodInput | null | undefined): Period {
  return { start: period?.start ?? undefined, end: period?.end ?? undefined };
}
