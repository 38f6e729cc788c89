import { readFile } from "node:fs/promises";
import { parseDate, priceSeries } from "@hedgeql/core";
import { PriceError } from "../price-error.ts";
import type { Instrument, InstrumentKind, PriceSource, SymbolMatch } from "../price-source.ts";
import { parsePriceCsv } from "./price-csv.ts";
import { rankMatches } from "./rank-matches.ts";

const FOLDER = new URL("../../../sample-data/", import.meta.url);

interface Manifest {
  readonly assets: readonly {
    readonly symbol: string;
    readonly file: string;
    readonly name: string;
    readonly kind: InstrumentKind;
    readonly currency: string;
    readonly exchange: string;
    readonly firstDate: string;
    readonly lastDate: string;
  }[];
}

/** The bundled sample: real prices of past years, which need no network. `SOURCES.md` beside them says whose. */
export function createSampleSource(): PriceSource {
  let manifest: Promise<Manifest> | undefined;
  const read = new Map<string, Promise<Instrument>>();

  function readManifest(): Promise<Manifest> {
    manifest ??= readFile(new URL("manifest.json", FOLDER), "utf8").then((text) => JSON.parse(text) as Manifest);
    return manifest;
  }

  async function load(symbol: string): Promise<Instrument> {
    const { assets } = await readManifest();
    const asset = assets.find((candidate) => candidate.symbol === symbol);
    if (asset === undefined) {
      const symbols = assets.map((candidate) => `sample:${candidate.symbol}`);
      const message = `the bundled sample has no ${symbol}; it has ${symbols.join(", ")}`;
      throw new PriceError("UNKNOWN_SYMBOL", message, { symbol: `sample:${symbol}`, source: "SAMPLE", symbols });
    }
    const { file, name, currency, exchange } = asset;
    const { dates, adjustedCloses } = parsePriceCsv(await readFile(new URL(file, FOLDER), "utf8"));
    return { symbol, name, currency, exchange, prices: priceSeries(dates, adjustedCloses) };
  }

  /** Made anew for each search, and cheap: the manifest has seven assets. */
  async function listAll(): Promise<SymbolMatch[]> {
    const { assets } = await readManifest();
    return assets.map(({ symbol, name, exchange, kind, firstDate, lastDate }) => {
      return { symbol, name, exchange, kind, firstDate: parseDate(firstDate), lastDate: parseDate(lastDate) };
    });
  }

  return {
    name: "SAMPLE",
    prefix: "sample",
    remote: false,
    // ASCII only: other letters have upper cases among ours too, a long ſ an S.
    canonical: (symbol) => symbol.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()),
    fetch(symbol) {
      let instrument = read.get(symbol);
      if (instrument === undefined) {
        instrument = load(symbol);
        // Only what exists is kept: made-up symbols must not fill the memory.
        instrument.then(
          () => read.set(symbol, instrument as Promise<Instrument>),
          () => {},
        );
      }
      return instrument;
    },
    search: async (text, { limit }) => rankMatches(await listAll(), text, limit),
  };
}
