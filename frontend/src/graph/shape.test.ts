import { readFileSync } from "node:fs";
import { type GraphQLNamedType, type GraphQLOutputType, TypeInfo, buildSchema, isAbstractType, isListType, isNonNullType, isObjectType, parse, visit, visitWithTypeInfo } from "graphql";
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

/** The marks of a type of the same depth that can hold no null. */
function neverNull(like: string): string {
  return like.includes("[") ? `[${neverNull(like.replace(/^\[/, "").replace(/\]!?$/, ""))}]!` : "!";
}

test("every field that the page asks for is as nullable as the contract says: what is listed nowhere is never null", () => {
  const listed = new Map(told.filter((one) => one.kind === "OBJECT").map((one) => [one.name, new Map((one.fields ?? []).map((field) => [field.name, toldMarks(field.type)]))]));
  const types = new TypeInfo(contract);
  let asked = 0;
  const compare = (under: GraphQLNamedType | null | undefined, name: string): void => {
    const all = isAbstractType(under) ? contract.getPossibleTypes(under) : isObjectType(under) ? [under] : [];
    for (const one of all.filter(({ name: known }) => listed.has(known) && known !== "Mutation")) {
      const type = one.getFields()[name]?.type;
      if (!type) throw new Error(`${one.name} has no ${name}`);
      const meant = marks(type);
      asked += 1;
      expect([one.name, name, listed.get(one.name)?.get(name) ?? neverNull(meant)]).toEqual([one.name, name, meant]);
    }
  };
  for (const document of Object.values(JSON.parse(readFileSync("../api/operations.json", "utf8")) as Record<string, string>)) {
    visit(parse(document), visitWithTypeInfo(types, { Field: ({ name }) => (name.value.startsWith("__") ? undefined : compare(types.getParentType(), name.value)) }));
  }
  expect(asked).toBeGreaterThan(1000);
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
