import type { HedgeQLErrorCode } from "@hedgeql/sdk";

/** What to do about it, where the server's message, which names the rule and the value, does not say it already. */
const ADVICE: Partial<Record<HedgeQLErrorCode, string>> = {
  UNKNOWN_SYMBOL: "Check the spelling.",
  NO_OVERLAP: "Choose series of the same years.",
  SOURCE_UNAVAILABLE: "Try again later.",
  NETWORK_ERROR: "Is the server running?",
  HTTP_ERROR: "Something on the way to the server answered in its place: try again later.",
};

interface FailureProps {
  /** A newer server may send codes that this page does not know. */
  readonly code: HedgeQLErrorCode | undefined;
  readonly message: string;
}

export function Failure({ code, message }: FailureProps) {
  return (
    <p role="alert">
      {message}. {code && ADVICE[code]}
    </p>
  );
}
