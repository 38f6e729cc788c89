/** The schema as it was released with the SDK, and which versions tell what has changed since. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { buildSchema, type GraphQLSchema } from "graphql";
import { schemaChanges } from "./schema-changes.ts";

const FOLDER = new URL("../released/", import.meta.url);

export type Version = readonly [major: number, minor: number, patch: number];

export interface Release {
  readonly version: string;
  readonly schema: GraphQLSchema;
}

/** The newest release: a file of the folder is called by its version. */
export function newestRelease(folder: URL = FOLDER): Release {
  const versions = readdirSync(folder)
    .flatMap((file) => /^(\d+\.\d+\.\d+)\.graphql$/.exec(file)?.[1] ?? [])
    .toSorted((a, b) => compareVersions(readVersion(a), readVersion(b)));
  const version = versions.at(-1);
  if (version === undefined) throw new Error(`${folder.pathname} must hold the schema of the newest release`);
  return { version, schema: readSchema(new URL(`${version}.graphql`, folder)) };
}

/** Keeps a schema as that of a version. What was released stays as it is, and a version must tell what changed before it. */
export function keepRelease(version: string, text: string, folder: URL = FOLDER): void {
  const file = new URL(`${version}.graphql`, folder);
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  const release = newestRelease(folder);
  const { least } = judge(release, buildSchema(text));
  if (existsSync(file)) {
    throw new Error(
      `${version} is released already, with another schema: it must stay, and this one takes a new version`,
    );
  }
  if (!isTold(version, least)) {
    throw new Error(`what changed since ${release.version} takes ${least} or more, got ${version}`);
  }
  writeFileSync(file, text);
}

export function readSchema(file: URL): GraphQLSchema {
  return buildSchema(readFileSync(file, "utf8"));
}

export function readVersion(text: string): Version {
  const parts = /^(\d+)\.(\d+)\.(\d+)$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined) throw new Error(`a version must be three numbers, such as 1.2.3, got "${text}"`);
  return parts as unknown as Version;
}

export interface Verdict {
  /** What makes a program fail that was written for the release. */
  readonly breaking: readonly string[];
  /** What such a program may not expect, such as a new value of an enum. */
  readonly dangerous: readonly string[];
  /** The least version that these changes may be released as. */
  readonly least: string;
}

/**
 * What changed since a release. By semantic versioning a breaking change takes a new major version, and before 1.0.0 a
 * new minor one; an addition takes a new minor version, and before 1.0.0 a new patch.
 */
export function judge({ version, schema }: Release, current: GraphQLSchema): Verdict {
  const { breaking, dangerous, safe } = schemaChanges(schema, current);
  const [major, minor, patch] = readVersion(version);
  const [afterBreaking, afterAddition] =
    major > 0 ? [`${major + 1}.0.0`, `${major}.${minor + 1}.0`] : [`0.${minor + 1}.0`, `0.${minor}.${patch + 1}`];
  const hasAdditions = dangerous.length + safe.length > 0;
  const least = breaking.length > 0 ? afterBreaking : hasAdditions ? afterAddition : version;
  return { breaking, dangerous, least };
}

/** Whether a version is at least the one that the changes take. */
export function isTold(version: string, least: string): boolean {
  return compareVersions(readVersion(version), readVersion(least)) >= 0;
}

export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
