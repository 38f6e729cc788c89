// Our jobs and those of the programs that a user would otherwise pick, timed in turn in one run.
//
//   pnpm bench                      all jobs, about half a minute
//   pnpm bench tutorial rolling     some of them
//
// Each job first checks that all contestants give the same answer: if not, it says so and the run exits with 1. Python
// contestants need Debian's python3-pandas and python3-statsmodels, and are skipped without them.

import { setUp as fiveFactors } from "./five-factors.ts";
import { type Job, race } from "./harness.ts";
import { PythonWorker } from "./python-worker.ts";
import { setUp as rolling } from "./rolling.ts";
import { setUp as screen } from "./screen.ts";
import { setUp as tutorial } from "./tutorial.ts";
import { setUp as walk } from "./walk.ts";

const JOBS: Readonly<Record<string, (python?: PythonWorker) => Promise<Job[]>>> = {
  tutorial,
  rolling,
  "five-factors": fiveFactors,
  screen,
  walk,
};

const names = process.argv.slice(2).filter((argument) => argument !== "--");
const unknown = names.filter((name) => !(name in JOBS));
if (unknown.length > 0) {
  console.error(`a job must be one of ${Object.keys(JOBS).join(", ")}, got ${unknown.join(", ")}`);
  process.exit(1);
}

const python = await PythonWorker.start();
console.log(`Node ${process.versions.node}; ${python?.versions ?? "no python3 with pandas and statsmodels was found"}`);
try {
  for (const name of names.length > 0 ? names : Object.keys(JOBS)) {
    for (const job of await JOBS[name](python)) {
      if (!(await race(job))) process.exitCode = 1;
    }
  }
} finally {
  python?.stop();
}
