import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

/** A folder of somebody else's, outside of the workspace, in which a program is written and run. */
export interface EmptyProject {
  readonly folder: string;
  /** Puts a file there; of an object, its JSON. */
  write(file: string, content: string | object): Promise<void>;
  /** Puts a file of this folder there, under its own name or another one. */
  copy(file: string, as?: string): Promise<void>;
  /** Runs a program there, and gives what it printed; throws with it where the program fails. */
  run(command: string, ...args: readonly string[]): Promise<string>;
  remove(): Promise<void>;
}

export async function createEmptyProject(): Promise<EmptyProject> {
  const folder = await mkdtemp(join(tmpdir(), "hedgeql-project-"));
  // Nothing of the user's or of the test runner's: settings, caches, NODE_ENV.
  const env = { PATH: process.env.PATH, HOME: join(folder, ".home") };
  return {
    folder,
    async write(file, content) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), typeof content === "string" ? content : JSON.stringify(content, null, 2));
    },
    copy: (file, as = file) => cp(join(import.meta.dirname, file), join(folder, as)),
    async run(command, ...args) {
      try {
        const { stdout, stderr } = await promisify(execFile)(command, args, { cwd: folder, env });
        // A warning is something that a user would have to read.
        if (stderr !== "" && command !== "npm") throw Object.assign(new Error("it warns"), { stdout, stderr });
        return stdout;
      } catch (error) {
        const { message, stdout, stderr } = error as Error & { stdout?: string; stderr?: string };
        throw new Error([message, stdout, stderr].join("\n"), { cause: error });
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
