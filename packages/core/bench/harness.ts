// Times contestants in turn, round by round, so that the load of a shared machine falls on all alike: what counts is
// the ratio of each contestant's time to ours within a round, its median over the rounds and its range.

import { type Answer, disagreements } from "./agreement.ts";
import { report } from "./report.ts";

/** One way to do a job. */
export interface Contestant {
  readonly name: string;
  /** How many times as long as ours it should take at least. */
  readonly reach?: number;
  /** What share of the job one run does; its time is scaled up. Default 1. */
  readonly share?: number;
  /** It does other work, as a measure: it has no beta to compare. */
  readonly yardstick?: boolean;
  answer(): Promise<Answer>;
  /** The mean over enough runs to fill {@link BATCH_SECONDS}. */
  secondsPerRun(): Promise<number>;
}

/** A contestant that cannot run here. */
export interface Missing {
  readonly name: string;
  readonly missing: string;
}

export interface Job {
  readonly title: string;
  readonly ours: Contestant;
  readonly others: readonly (Contestant | Missing)[];
}

/** Seconds a run, one a round. */
export interface Timing {
  readonly contestant: Contestant;
  readonly seconds: readonly number[];
}

/** What a contestant is besides its work. */
export type Terms = Pick<Contestant, "reach" | "share" | "yardstick">;

export const BATCH_SECONDS = 0.04;
/** A compiler that optimises as it runs takes this long to settle. */
const WARM_UP_SECONDS = 1.5;
const ROUNDS = 9;

/** Checks that all contestants agree, times them and prints a table. False when they disagree: nothing is timed then. */
export async function race({ title, ours, others }: Job): Promise<boolean> {
  console.log(`\n${title}`);
  const contestants = [ours];
  for (const other of others) {
    if ("missing" in other) console.log(`  ${other.name}: skipped, ${other.missing}`);
    else contestants.push(other);
  }
  const faults = await disagreements(contestants);
  for (const fault of faults) console.log(`  FAILED: ${fault}`);
  if (faults.length > 0) return false;
  for (const contestant of contestants) await contestant.secondsPerRun(); // warms up
  const timings = contestants.map((contestant) => ({ contestant, seconds: [] as number[] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { contestant, seconds } of timings) {
      seconds.push((await contestant.secondsPerRun()) / (contestant.share ?? 1));
    }
  }
  for (const line of report(timings)) console.log(line);
  return true;
}

/** A contestant that runs in this process. */
export function local(name: string, run: () => Answer, terms: Terms = {}): Contestant {
  let last: Answer = {};
  let runs = 0;
  const batch = (count: number) => {
    const start = performance.now();
    for (let i = 0; i < count; i++) last = run();
    return (performance.now() - start) / 1_000;
  };
  const enough = () => {
    for (let spent = 0; spent < WARM_UP_SECONDS; ) spent += batch(1);
    let count = 1;
    while (batch(count) < BATCH_SECONDS) count *= 2;
    return count;
  };
  return {
    name,
    ...terms,
    answer: async () => {
      batch(1);
      return last;
    },
    secondsPerRun: async () => {
      runs ||= enough();
      return batch(runs) / runs;
    },
  };
}

/** A package that may not be installed: undefined then. */
export async function optionalPackage<Package>(load: () => Promise<Package>): Promise<Package | undefined> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}
