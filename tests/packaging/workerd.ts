import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { EmptyProject } from "./empty-project.ts";

export interface RunningWorker {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a worker, a module in one file, by workerd, at a free port. It may reach this machine. */
export async function startWorkerd(program: string, project: EmptyProject, module: string): Promise<RunningWorker> {
  await project.write(
    "workerd.capnp",
    `using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (
      services = [
        (name = "worker", worker = (
          modules = [(name = "worker.js", esModule = embed "${module}")],
          compatibilityDate = "2025-01-01",
          globalOutbound = "outside",
        )),
        (name = "outside", network = (allow = ["local"])),
      ],
      sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")],
    );`,
  );
  const args = ["serve", "--control-fd=3", join(project.folder, "workerd.capnp")];
  const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit", "pipe"] });
  const exit = once(child, "exit");
  // It says by the fourth stream where it listens.
  const said = once(child.stdio[3] as Readable, "data").then(([line]) => JSON.parse(`${line}`) as { port: number });
  const ended = exit.then(([code]) => {
    throw new Error(`workerd ended with ${code}`);
  });
  const { port } = await Promise.race([said, ended]);
  ended.catch(() => {});
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      child.kill();
      await exit;
    },
  };
}
