import type { CodegenConfig } from "@graphql-codegen/cli";

const header = {
  add: { content: "// Made by `pnpm codegen` from schema.graphql and operations/: do not edit." },
};

const config: CodegenConfig = {
  schema: "../server/schema.graphql",
  documents: "operations/*.graphql",
  generates: {
    "src/generated/operations.ts": {
      plugins: [header, "./codegen/described-types.ts", "./codegen/documents.ts"],
      config: {
        useTypeImports: true,
        immutableTypes: true,
        enumType: "string-literal",
        defaultScalarType: "never",
        scalars: { Date: "string", DateTime: "string", VegaLite: "Readonly<Record<string, unknown>>" },
      },
    },
    "src/generated/documents.ts": { plugins: [header, "./codegen/typed-documents.ts"] },
  },
};

export default config;
