// What changed in the schema since the newest release, and whether the package's version says so.
//
//   pnpm schema:changes             fails where a breaking change is not told by the version
//   pnpm schema:changes --release   keeps the schema as the one of this version, when it is released

import { copyFileSync, readFileSync } from "node:fs";
import { compareVersions, judge, newestRelease, readSchema, readVersion, releasedFile } from "./released-schema.ts";

const current = new URL("../../server/schema.graphql", import.meta.url);
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

if (process.argv.includes("--release")) {
  copyFileSync(current, releasedFile(version));
  console.log(`the schema is kept as that of ${version}`);
} else {
  const release = newestRelease();
  const { breaking, dangerous, least } = judge(release, readSchema(current));
  for (const change of breaking) console.log(`breaking: ${change}`);
  for (const change of dangerous) console.log(`dangerous: ${change}`);
  const isTold = compareVersions(readVersion(version), readVersion(least)) >= 0;
  if (breaking.length > 0 && !isTold) {
    console.error(
      `the schema breaks what ${release.version} promised: the version must be ${least} or more, got ${version}`,
    );
    process.exitCode = 1;
  } else {
    const advice = isTold ? "" : `; release it as ${least} or more`;
    console.log(`nothing breaks that ${version} does not tell: compared with ${release.version}${advice}`);
  }
}
