import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "../server/schema.graphql",
  documents: "operations/*.graphql",
  generates: {
    "src/generated/operations.ts": {
      plugins: [
        { add: { content: "// Made by `pnpm codegen` from schema.graphql and operations/: do not edit." } },
        "typescript-operations",
        "./codegen/documents.ts",
      ],
      config: {
        useTypeImports: true,
        enumType: "string-literal",
        defaultScalarType: "never",
        scalars: { Date: "string", DateTime: "string", VegaLite: "Readonly<Record<string, unknown>>" },
      },
    },
  },
};

export default config;
