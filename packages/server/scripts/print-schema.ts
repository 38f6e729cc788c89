/** Prints the API to `schema.graphql` (`pnpm schema`), or fails when that file is not current (`pnpm schema:check`). */
import { readFileSync, writeFileSync } from "node:fs";
import { printSchema } from "graphql";
import { schema } from "../src/schema/index.ts";

const file = new URL("../schema.graphql", import.meta.url);
const printed = `${printSchema(schema)}\n`;

if (!process.argv.includes("--check")) {
  writeFileSync(file, printed);
} else if (readFileSync(file, "utf8") !== printed) {
  console.error("schema.graphql is not what the code defines: run `pnpm schema` and commit the result");
  process.exitCode = 1;
}
