/** The schema as it was released with the SDK, and what has changed since. */
import { readdirSync, readFileSync } from "node:fs";
import { BreakingChangeType, buildSchema, DangerousChangeType, findSchemaChanges, type GraphQLSchema } from "graphql";

const FOLDER = new URL("../released/", import.meta.url);

export type Version = readonly [major: number, minor: number, patch: number];

export interface Release {
  readonly version: string;
  readonly schema: GraphQLSchema;
}

/** The newest release: a file of this folder is called by its version. */
export function newestRelease(): Release {
  const versions = readdirSync(FOLDER)
    .flatMap((file) => /^(\d+\.\d+\.\d+)\.graphql$/.exec(file)?.[1] ?? [])
    .toSorted((a, b) => compareVersions(readVersion(a), readVersion(b)));
  const version = versions.at(-1);
  if (version === undefined) throw new Error(`${FOLDER.pathname} must hold the schema of the newest release`);
  return { version, schema: readSchema(new URL(`${version}.graphql`, FOLDER)) };
}

export function releasedFile(version: string): URL {
  return new URL(`${version}.graphql`, FOLDER);
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
  const changes = findSchemaChanges(schema, current);
  const of = (kinds: object) => changes.filter(({ type }) => type in kinds).map(({ description }) => description);
  const breaking = of(BreakingChangeType);
  const [major, minor, patch] = readVersion(version);
  const [afterBreaking, afterAddition] =
    major > 0 ? [`${major + 1}.0.0`, `${major}.${minor + 1}.0`] : [`0.${minor + 1}.0`, `0.${minor}.${patch + 1}`];
  const least = breaking.length > 0 ? afterBreaking : changes.length > 0 ? afterAddition : version;
  return { breaking, dangerous: of(DangerousChangeType), least };
}

export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
