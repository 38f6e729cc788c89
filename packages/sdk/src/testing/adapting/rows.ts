import type { Fields } from "./asset.ts";
import { listOf } from "./question.ts";

/**
 * A list that a question names the rows of: just these rows, in the order asked. Where a row was not recorded, one that
 * was stands for it. Undefined for any other list.
 */
export function rowsOf(name: string, list: readonly unknown[], variables: Fields): readonly Fields[] | undefined {
  const rows = list as readonly Fields[];
  if (name === "betaEstimates") return ofEstimators(rows, variables);
  if (name === "compareEstimators") return ranked(ofLookbacks(ofEstimators(rows, variables), variables), variables);
  if (name === "screen") return ofSymbols(rows, variables);
  return name === "matches" ? found(rows, variables) : undefined;
}

function ofEstimators(rows: readonly Fields[], { estimators }: Fields): readonly Fields[] {
  const asked = listOf(estimators);
  return asked.length === 0 ? rows : asked.flatMap((name) => rows.filter(({ estimator }) => estimator === name));
}

/** The rows of the first recorded lookback are those of the first asked, and so on, from the beginning again. */
function ofLookbacks(rows: readonly Fields[], { lookbacks }: Fields): readonly Fields[] {
  const recorded = [...new Set(rows.map(({ lookback }) => lookback as number))].toSorted((a, b) => a - b);
  const asked = listOf(lookbacks ?? recorded);
  return asked.flatMap((lookback, i) =>
    rows.filter((row) => row.lookback === recorded[i % recorded.length]).map((row) => ({ ...row, lookback })),
  );
}

const RANKS = {
  HEDGED_VARIANCE: "hedgedVariance",
  NET_RETURN: "netReturn",
  REALIZED_BETA: "realizedBeta",
  TURNOVER: "turnover",
} as const;

/** Ranks among the rows that are left, and the best first. */
function ranked(rows: readonly Fields[], { orderBy }: Fields): readonly Fields[] {
  const rankOf = (row: Fields, name: string) => Number(Object(row.ranks)[name]);
  const order = RANKS[(orderBy ?? "HEDGED_VARIANCE") as keyof typeof RANKS];
  const again = rows.map((row) => {
    const ranks = Object.values(RANKS).map((name) => {
      const better = rows.filter((other) => rankOf(other, name) < rankOf(row, name));
      return [name, 1 + better.length];
    });
    return { ...row, ranks: { ...Object(row.ranks), ...Object.fromEntries(ranks) } };
  });
  return again.toSorted((a, b) => rankOf(a, order) - rankOf(b, order));
}

function ofSymbols(rows: readonly Fields[], { symbols, benchmarks }: Fields): readonly Fields[] {
  const each = (value: unknown) => listOf(benchmarks).map(() => listOf(value)[0]);
  return listOf(symbols).map((symbol, i) => {
    const row = rows.find((recorded) => recorded.symbol === symbol) ?? rows[i % rows.length];
    return { ...row, symbol, betas: each(row.betas), standardErrors: each(row.standardErrors) };
  });
}

/** As the server searches: in symbols and names, in any case, and in one source alone where a prefix names it. */
function found(rows: readonly Fields[], { search, sources, limit }: Fields): readonly Fields[] {
  const text = `${search ?? ""}`.trim().toLowerCase();
  const wanted = sources == null || listOf(sources).includes("SAMPLE");
  const has = ({ symbol, name }: Fields) =>
    `${symbol}`.toLowerCase().includes(text) || `${name}`.toLowerCase().includes(text);
  return wanted ? rows.filter(has).slice(0, Number(limit ?? 10)) : [];
}
