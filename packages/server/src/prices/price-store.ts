import type { Instrument, SourceName } from "./price-source.ts";

/** A stamp further ahead than this came from a wrong clock; nearer ones from clocks that differ a little. */
export const WRONG_CLOCK_MS = 3_600_000;

/** A history as it was stored: whole, and stamped with the moment when its source was last asked. */
export interface StoredInstrument extends Instrument {
  readonly source: SourceName;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly retrievedAt: number;
  /** The same, for when it was last fetched whole and not only extended. */
  readonly wholeAt: number;
}

/**
 * Keeps price histories. A series is the unit: `save` replaces it whole in one durable transaction, so that a reader
 * sees the old series or the new one and never a mixture, and an older answer never replaces a newer one
 * (unless that one is stamped more than an hour later: its clock was wrong).
 */
export interface PriceStore {
  load(source: SourceName, symbol: string): Promise<StoredInstrument | undefined>;
  save(instrument: StoredInstrument): Promise<void>;
  /** Rejects when the store cannot answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
