import { DomainError } from "@hedgeql/core";

/** Why a price history could not be had. */
export type PriceErrorCode = "UNKNOWN_SYMBOL" | "SOURCE_UNAVAILABLE" | "RATE_LIMITED" | "BAD_INPUT";

/** An expected failure of a price source: the message names the symbol and what went wrong. */
export class PriceError extends DomainError<PriceErrorCode> {
  constructor(code: PriceErrorCode, message: string, details: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(code, message, details, options);
  }

  /** True when the source, not the symbol, is at fault: a stored history may still serve. */
  get isOutage(): boolean {
    return this.code === "SOURCE_UNAVAILABLE" || this.code === "RATE_LIMITED";
  }
}
