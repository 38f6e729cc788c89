// What changed in the schema since the newest release, and whether the package's version says so.
//
//   pnpm schema:changes             fails where a breaking change is not told by the version
//   pnpm schema:changes --release   keeps the schema as the one of this version, when it is released

import { readFileSync } from "node:fs";
import { isTold, judge, keepRelease, newestRelease, readSchema } from "./released-schema.ts";

const current = new URL("../../server/schema.graphql", import.meta.url);
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

if (process.argv.includes("--release")) release();
else check();

function release(): void {
  try {
    keepRelease(version, readFileSync(current, "utf8"));
    console.log(`the schema is kept as that of ${version}`);
  } catch (error) {
    console.error(`the schema is not kept: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

function check(): void {
  const newest = newestRelease();
  const { breaking, dangerous, least } = judge(newest, readSchema(current));
  for (const change of breaking) console.log(`breaking: ${change}`);
  for (const change of dangerous) console.log(`dangerous: ${change}`);
  const told = isTold(version, least);
  if (breaking.length > 0 && !told) {
    console.error(
      `the schema breaks what ${newest.version} promised: the version must be ${least} or more, got ${version}`,
    );
    process.exitCode = 1;
  } else {
    const advice = told ? "" : `; release it as ${least} or more`;
    console.log(`nothing breaks that ${version} does not tell: compared with ${newest.version}${advice}`);
  }
}
