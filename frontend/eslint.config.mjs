import graphql from "@graphql-eslint/eslint-plugin";

// Only the printed contract is linted here; TypeScript is oxlint's and tsc's.
export default [
  {
    files: ["**/*.graphql"],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: "../api/schema.graphql" } } },
    plugins: { "@graphql-eslint": graphql },
    rules: {
      ...graphql.configs["flat/schema-recommended"].rules,
      ...graphql.configs["flat/schema-relay"].rules,
      // Strawberry prints descriptions where there is something to say; a name that says all needs no sentence.
      "@graphql-eslint/require-description": "off",
      // The contract's words are the house's words: `typeName` prefixes are judged by people.
      "@graphql-eslint/no-typename-prefix": "off",
      "@graphql-eslint/strict-id-in-types": "off",
    },
  },
];
