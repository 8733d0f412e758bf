import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: process.env["PRESENCIA_SCHEMA"] ?? "../api/schema.graphql",
  documents: ["src/**/*.{ts,tsx}", "!src/graph/generated/**"],
  generates: {
    "./src/graph/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: { unmaskFunctionName: "readFragment" } },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        // The scalars as they travel: text in, text out. Wall times never become a Date.
        // undefined is "not said" everywhere in an input.
        inputMaybeValue: "T | null | undefined",
        scalars: { DateTime: "string", Date: "string", WallTime: "string", JSON: "unknown", ID: "string" },
        strictScalars: true,
      },
    },
  },
};

export default config;
