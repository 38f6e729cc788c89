import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { type RunningServer, startServer } from "../running-server.ts";
import { createEmptyProject, type EmptyProject } from "./empty-project.ts";
import { packSdk } from "./packed-sdk.ts";

export interface InstalledSdk {
  /** A project that has the package and nothing else, and the file `report.mjs`. */
  readonly project: EmptyProject;
  readonly server: RunningServer;
  /** The package as a file. */
  readonly tarball: string;
}

/** One package, one project that has installed it, and one server, for the tests of a file. */
export function useInstalledSdk(
  env: (project: EmptyProject) => Promise<Readonly<Record<string, string>>> = async () => ({}),
): InstalledSdk {
  let folder: string | undefined;
  let tarball: string | undefined;
  let project: EmptyProject | undefined;
  let server: RunningServer | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "hedgeql-pack-"));
    project = await createEmptyProject();
    [tarball, server] = await Promise.all([packSdk(folder), startServer({ env: await env(project) })]);
    await install(project, tarball);
    await project.copy("report.mjs");
  });
  afterAll(async () => {
    await server?.close();
    await project?.remove();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });
  const present = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error("the package is installed only while tests run");
    return part;
  };
  return {
    get project() {
      return present(project);
    },
    get server() {
      return present(server);
    },
    get tarball() {
      return present(tarball);
    },
  };
}

/** As a user would who has the file and no network. */
export function install(project: EmptyProject, tarball: string): Promise<string> {
  return project.run("npm", "install", "--offline", "--no-audit", "--no-fund", tarball);
}
