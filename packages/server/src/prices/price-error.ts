import { DomainError } from "@hedgeql/core";

/** Why a price history could not be had. */
export type PriceErrorCode = "UNKNOWN_SYMBOL" | "SOURCE_UNAVAILABLE" | "RATE_LIMITED" | "BAD_INPUT";

export interface PriceErrorOptions extends ErrorOptions {
  /** False when nothing was sent to the source: it had told us before to wait. */
  readonly asked?: boolean;
}

/** An expected failure of a price source: the message names the symbol and what went wrong. */
export class PriceError extends DomainError<PriceErrorCode> {
  readonly asked: boolean;

  constructor(
    code: PriceErrorCode,
    message: string,
    details: Record<string, unknown> = {},
    options: PriceErrorOptions = {},
  ) {
    super(code, message, details, options);
    this.asked = options.asked ?? true;
  }

  /** True when the source, not the symbol, is at fault: a stored history may still serve. */
  get isOutage(): boolean {
    return this.code === "SOURCE_UNAVAILABLE" || this.code === "RATE_LIMITED";
  }
}
