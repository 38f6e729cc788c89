import { assetOf, type Fields } from "./asset.ts";
import { identityOf } from "./identity.ts";
import { amountOf, factorOf } from "./money.ts";
import { namesIn, renamed } from "./names.ts";
import { type Question, questionOf, RECORDED_BENCHMARK, RECORDED_PORTFOLIO } from "./question.ts";
import { rowsOf } from "./rows.ts";

/** What was asked and answered when it was recorded. */
export interface Recorded {
  readonly variables: Fields;
  readonly data: Fields;
}

/**
 * A recorded answer as the answer to another question: it names what the question names, has a row for each benchmark,
 * instrument, holding, estimator and symbol of it, and amounts for its value. Figures and dates stay those recorded.
 */
export function adapted({ data, variables: recorded }: Recorded, variables: Fields, assets: readonly Fields[]): Fields {
  const question = questionOf(variables);
  const factor = factorOf(variables, recorded);
  return readObject(data, "", question);

  function readObject(object: Fields, path: string, asked: Question): Fields {
    const read: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(object)) read[name] = readField(name, value, path, asked);
    if ("retrievedAt" in object) Object.assign(read, assetOf(asked.assets[0], assets));
    if (Array.isArray(read.coefficients)) {
      read.degreesOfFreedom = Number(read.observations) - read.coefficients.length;
    }
    return read;
  }

  function readField(name: string, value: unknown, path: string, asked: Question): unknown {
    const here = path ? `${path}.${name}` : name;
    if (Array.isArray(value)) return readList(name, value, here, asked);
    if (typeof value === "object" && value !== null) return readObject(value as Fields, here, partOf(name, asked));
    if (typeof value === "number") return amountOf(name, value, path, factor);
    if (typeof value !== "string") return value;
    if (name === "id") return identityOf(value, path, variables);
    if (name === "symbol") return symbolOf(value, asked);
    return renamed(value, asked);
  }

  function readList(name: string, list: readonly unknown[], path: string, asked: Question): readonly unknown[] {
    if (name === "assets") return asked.assets.map((symbol) => assetOf(symbol, assets));
    if (name === "betas" || name === "standardErrors") {
      // Some are lists of objects, which name their benchmark.
      if (typeof list[0] === "number") return asked.benchmarks.map(() => list[0]);
    }
    const rows = rowsOf(name, list, variables);
    if (rows !== undefined) return rows;
    return list.flatMap((item) => {
      if (typeof item === "string") return [renamed(item, asked)];
      if (typeof item !== "object" || item === null) return [item];
      if (name === "warnings") return holds(item as Fields, asked) ? [item] : [];
      return eachOf(name, item as Fields, asked).map((each) => readObject(item as Fields, path, each));
    });
  }
}

/** The ratios of a walk, and the picture of them, are of what is sold. */
function partOf(name: string, asked: Question): Question {
  return name === "ratios" ? { ...asked, benchmarks: asked.instruments } : asked;
}

/** Series have the symbols of the question; one of holdings, or of own returns, has none. */
function symbolOf(symbol: string, { portfolio, instruments }: Question): string | null {
  if (symbol === RECORDED_PORTFOLIO) return portfolio;
  return symbol === RECORDED_BENCHMARK ? instruments[0] : symbol;
}

/** The question for each item that stands for one of a list: one for each benchmark, or each instrument. */
function eachOf(list: string, { term, benchmark, symbol }: Fields, asked: Question): readonly Question[] {
  const isOfBenchmark = [term, benchmark, list === "benchmarks" ? symbol : null].includes(RECORDED_BENCHMARK);
  if (!isOfBenchmark && symbol !== RECORDED_BENCHMARK) return [asked];
  const names = isOfBenchmark ? asked.benchmarks : asked.instruments;
  return names.map((name) => ({ ...asked, benchmarks: [name], instruments: [name] }));
}

/** What is said of the recorded index, such as that nobody can sell it, need not hold of another instrument. */
function holds({ message }: Fields, { assets }: Question): boolean {
  return namesIn(`${message}`).every((name) => assets.includes(name));
}
