import type { Stats } from "node:fs";
import { opendir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { priceSeries } from "@hedgeql/core";
import { PriceError } from "../price-error.ts";
import type { Instrument, PriceSource, SymbolMatch } from "../price-source.ts";
import { PriceCsvError, parsePriceCsv } from "./price-csv.ts";
import { rankMatches } from "./rank-matches.ts";

/** A file name without folders: a symbol must not lead out of the data folder. */
const FILE_NAME = /^[A-Za-z0-9^][A-Za-z0-9^._-]{0,63}$/;

const ENDING = ".csv";

/** A search runs at every keystroke, and a folder may hold anything. */
const MAX_ENTRIES = 10_000;

export interface CsvOptions {
  /** How many entries of the folder a search looks at; 10,000 when left out. */
  readonly maxEntries?: number;
}

/** Files that the user put in the data folder: `csv:myfund` is `myfund.csv` there. Read again when they change. */
export function createCsvSource(folder: string, { maxEntries = MAX_ENTRIES }: CsvOptions = {}): PriceSource {
  const read = new Map<string, { version: string; instrument: Instrument }>();

  async function missing(symbol: string): Promise<PriceError> {
    const hasEnding = symbol.toLowerCase().endsWith(".csv") && (await fileAt(join(folder, symbol))) !== undefined;
    const hint = hasEnding ? `: leave out ${symbol.slice(-4)}` : "";
    const message = `no file ${basename(folder)}/${symbol}.csv in the data folder${hint}`;
    return new PriceError("UNKNOWN_SYMBOL", message, { symbol: `csv:${symbol}`, source: "CSV" });
  }

  return {
    name: "CSV",
    prefix: "csv",
    remote: false,
    canonical(symbol) {
      if (FILE_NAME.test(symbol)) return symbol;
      const rule = "a csv symbol is a file name without folders: up to 64 letters, digits and . ^ _ -";
      const got = symbol.slice(0, 80);
      throw new PriceError("UNKNOWN_SYMBOL", `${rule}, got ${got}`, { symbol: `csv:${got}`, source: "CSV" });
    },
    async fetch(symbol) {
      const path = join(folder, `${symbol}.csv`);
      const file = await fileAt(path);
      if (file === undefined) throw await missing(symbol);
      const version = `${file.mtimeMs} ${file.size}`;
      const known = read.get(symbol);
      if (known?.version === version) return known.instrument;
      const instrument = parseInstrument(symbol, await readFile(path, "utf8"));
      read.set(symbol, { version, instrument });
      return instrument;
    },
    search: async (text, { limit }) => rankMatches((await symbolsIn(folder, maxEntries)).map(named), text, limit),
  };
}

/**
 * The symbols that the folder has, by the names of its files alone; those in subfolders and behind links are not
 * listed. A folder that does not exist or cannot be read has none.
 */
async function symbolsIn(folder: string, maxEntries: number): Promise<string[]> {
  const symbols: string[] = [];
  let entries = 0;
  try {
    for await (const entry of await opendir(folder, { bufferSize: 512 })) {
      if (++entries > maxEntries) break;
      const symbol = entry.name.slice(0, -ENDING.length);
      if (entry.isFile() && entry.name.endsWith(ENDING) && FILE_NAME.test(symbol)) symbols.push(symbol);
    }
  } catch {
    // Most servers have no such folder; whoever asks for a file by name is told what is wrong.
  }
  return symbols.sort();
}

/** What is known of a file without reading it. */
function named(symbol: string): SymbolMatch {
  return { symbol, name: symbol, exchange: null, kind: null, firstDate: null, lastDate: null };
}

async function fileAt(path: string): Promise<Stats | undefined> {
  const file = await stat(path).catch(() => undefined);
  return file?.isFile() ? file : undefined;
}

function parseInstrument(symbol: string, text: string): Instrument {
  try {
    const { dates, adjustedCloses } = parsePriceCsv(text);
    return { symbol, name: symbol, currency: null, exchange: null, prices: priceSeries(dates, adjustedCloses) };
  } catch (error) {
    if (!(error instanceof PriceCsvError)) throw error;
    const details = { symbol: `csv:${symbol}`, line: error.line };
    throw new PriceError("BAD_INPUT", `${symbol}.csv, ${error.message}`, details);
  }
}
