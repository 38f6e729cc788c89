import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

// An example as its user runs it, and its report as tests read it.

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL("../scripts/example.ts", import.meta.url));

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs an example against the server at `url`. */
export function runExample(args: string[], url: string): Promise<Outcome> {
  const env = { PATH: process.env.PATH, HEDGEQL_URL: url };
  return run(process.execPath, [SCRIPT, ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: Outcome) => ({ code, stdout, stderr }),
  );
}

/** The text from one step's heading to the next one's. */
export function stepOf(report: string, number: number): string {
  return report.split(/^(?=\d\. [A-Z])/m)[number];
}

/** The cells of a row: what is at least two spaces apart; a row is known by its beginning. */
export function cellsOf(text: string, label: string): string[] {
  const line = text.split("\n").find((one) => one.trimStart().startsWith(label));
  if (line === undefined) throw new Error(`no row begins with "${label}" in\n${text}`);
  return line.trim().split(/ {2,}/);
}

/** Without the breaks between lines. */
export function flowing(text: string): string {
  return text.replace(/\s+/g, " ");
}

export function widest(report: string): number {
  return Math.max(...report.split("\n").map((line) => line.length));
}

export const percent = (value: number | null) => `${((value ?? Number.NaN) * 100).toFixed(2)} %`;
