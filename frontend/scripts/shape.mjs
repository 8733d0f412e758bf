// The contract's shape for the page's cache: names and types only, no descriptions and no inputs.
import { readFileSync, writeFileSync } from "node:fs";
import { minifyIntrospectionQuery } from "@urql/introspection";
import { buildSchema, introspectionFromSchema } from "graphql";

const source = process.env.PRESENCIA_SCHEMA ?? "../api/schema.graphql";
const schema = buildSchema(readFileSync(source, "utf8"));
const full = minifyIntrospectionQuery(introspectionFromSchema(schema));
// The cache asks for a field's type, never for its arguments.
for (const type of full.__schema.types) for (const field of type.fields ?? []) field.args = [];
writeFileSync("src/graph/generated/shape.json", JSON.stringify(full) + "\n");
