type Variables = Readonly<Record<string, unknown>>;

/** What the recorded questions ask of. */
export const RECORDED_PORTFOLIO = "sample:AAPL";
export const RECORDED_BENCHMARK = "sample:^GSPC";

/** The symbols of a question, and what the answer calls them. */
export interface Question {
  /** The portfolio's symbol; null where it has none: of holdings, and of own returns. */
  readonly portfolio: string | null;
  /** What it is measured against, at least one. */
  readonly benchmarks: readonly string[];
  /** What is sold short, at least one. */
  readonly instruments: readonly string[];
  /** Whose prices are asked for: of an analysis each once. */
  readonly assets: readonly string[];
}

export function questionOf(variables: Variables): Question {
  const { portfolio, symbol } = variables;
  const { holdings = [], symbol: held = symbol } = Object(portfolio) as Variables;
  const symbols = listOf(held).concat(listOf(holdings).map((holding) => (Object(holding) as Variables).symbol));
  const benchmarks = textsOf(variables.benchmarks, [RECORDED_BENCHMARK]);
  const instruments = textsOf(variables.hedgeWith, benchmarks);
  const each = new Set([...textsOf(symbols, []), ...benchmarks, ...instruments]);
  return {
    portfolio: typeof held === "string" ? held : null,
    benchmarks,
    instruments,
    assets: textsOf(variables.symbols, [...each]),
  };
}

/** As GraphQL reads a list: a value alone is a list of one, and null is none. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function textsOf(value: unknown, otherwise: readonly string[]): readonly string[] {
  const texts = listOf(value).filter((text) => typeof text === "string");
  return texts.length > 0 ? texts : otherwise;
}
