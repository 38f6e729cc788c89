/** Makes what is packed beside the README: `dist`, and the schema that its types are made from. */
import { copyFile } from "node:fs/promises";
import { buildPackage } from "./build-package.ts";

await buildPackage("dist");
await copyFile(new URL("../../server/schema.graphql", import.meta.url), new URL("../schema.graphql", import.meta.url));
