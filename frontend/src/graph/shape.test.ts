import { readFileSync } from "node:fs";
import { type GraphQLOutputType, buildSchema, isAbstractType, isListType, isNonNullType, isObjectType } from "graphql";
import { expect, test } from "vitest";
import { KEYLESS, MUTATIONS, schema } from "./shape";

type Told = { kind: string; ofType?: Told };
type ToldType = { kind: string; name: string; fields?: { name: string; type: Told }[]; interfaces?: { name: string }[]; possibleTypes?: { name: string }[] };

const contract = buildSchema(readFileSync("../api/schema.graphql", "utf8"));
const told = (schema.__schema as unknown as { types: ToldType[] }).types;

/** What may be null of it: itself, and what is in its list. */
function marks(type: GraphQLOutputType): string {
  if (isNonNullType(type)) return `${marks(type.ofType as GraphQLOutputType)}!`;
  return isListType(type) ? `[${marks(type.ofType as GraphQLOutputType)}]` : "";
}

function toldMarks(type: Told): string {
  if (type.kind === "NON_NULL" && type.ofType) return `${toldMarks(type.ofType)}!`;
  return type.kind === "LIST" && type.ofType ? `[${toldMarks(type.ofType)}]` : "";
}

test("every field is as nullable as the contract says", () => {
  const said = told.filter((one) => one.kind === "OBJECT").flatMap((one) => (one.fields ?? []).map((field) => `${one.name}.${field.name}${toldMarks(field.type)}`));
  const meant = told.filter((one) => one.kind === "OBJECT").flatMap((one) => {
    const type = contract.getType(one.name);
    const fields = isObjectType(type) ? type.getFields() : {};
    return (one.fields ?? []).map(({ name }) => `${one.name}.${name}${fields[name] ? marks(fields[name].type) : " is not in the contract"}`);
  });
  expect(said.length).toBeGreaterThan(1000);
  expect(said).toEqual(meant);
});

test("what stands for others stands for the same as in the contract", () => {
  const abstract = told.filter((one) => one.kind !== "OBJECT");
  expect(abstract.length).toBeGreaterThan(100);
  for (const one of abstract) {
    const type = contract.getType(one.name);
    const all = isAbstractType(type) ? contract.getPossibleTypes(type).map((each) => each.name) : [];
    const known = new Set(told.filter((each) => each.kind === "OBJECT").map((each) => each.name));
    const meant = all.filter((name) => one.kind === "UNION" || known.has(name)).sort();
    expect([one.name, ...(one.possibleTypes ?? []).map((each) => each.name).sort()]).toEqual([one.name, ...meant]);
    for (const name of meant) expect(known).toContain(name);
    if (one.kind === "INTERFACE") expect(told.filter((each) => each.interfaces?.some((under) => under.name === one.name)).map((each) => each.name).sort()).toEqual(meant);
  }
});

test("acts and objects without an id are those of the contract", () => {
  const acts = contract.getMutationType()?.getFields() ?? {};
  expect(MUTATIONS.length).toBeGreaterThan(100);
  expect(MUTATIONS.filter((name) => !(name in acts))).toEqual([]);
  const keyless = told.filter((one) => one.kind === "OBJECT" && !["Query", "Mutation", "Subscription"].includes(one.name)).map((one) => contract.getType(one.name)).filter((type) => isObjectType(type) && !("id" in type.getFields())).map((type) => type?.name);
  expect([...KEYLESS].sort()).toEqual(keyless.sort());
});
