import { adapted, type Recorded } from "./adapting/adapted.ts";
import type { Fields } from "./adapting/asset.ts";
import { ignoredOf } from "./adapting/ignored.ts";
import { RECORDED } from "./recorded/index.ts";

/** A recorded answer as the answer to a question. */
export interface RecordedAnswer {
  readonly data: Fields;
  /** The variables that it does not follow. */
  readonly ignored: readonly string[];
}

/** What is recorded for an operation, as the answer to these variables; undefined for an operation of a test's own. */
export function recordedAnswer(operation: string, variables: Fields): RecordedAnswer | undefined {
  if (!Object.hasOwn(RECORDED, operation)) return undefined;
  const recorded = readRecorded(operation);
  const assets = readRecorded("Assets").data.assets as readonly Fields[];
  return { data: adapted(recorded, variables, assets), ignored: ignoredOf(variables, recorded.variables) };
}

function readRecorded(operation: string): Recorded {
  return JSON.parse(RECORDED[operation]) as Recorded;
}
