// What the page's cache must know of the contract, and no more: which types answer what the page asks, which of them
// stand for others, and which of the fields that are asked for may be null. Every visitor loads it: a field is its name
// and the marks of its type as the contract writes them (`name`, `name[]`, `name[]!`), and one that is never null, nor
// anything in it, is left out. src/graph/shape.ts makes of it what the cache reads.
import { readFileSync, writeFileSync } from "node:fs";
import { TypeInfo, buildSchema, getNamedType, isInterfaceType, isObjectType, isUnionType, visit, visitWithTypeInfo } from "graphql";

const source = process.env.PRESENCIA_SCHEMA ?? "../api/schema.graphql";
const schema = buildSchema(readFileSync(source, "utf8"));
const named = (types) => types.map((type) => type.name);
const standsFor = (type) => (isObjectType(type) ? [type] : schema.getPossibleTypes(type));

/** Of each object that may come in an answer, which of its fields the page asks for. */
const asked = new Map();
const abstract = new Set();
function comes(type) {
  if (!isObjectType(type) && !isUnionType(type) && !isInterfaceType(type)) return;
  if (!isObjectType(type)) abstract.add(type);
  for (const one of standsFor(type)) if (!asked.has(one)) asked.set(one, new Set(one.getFields().id ? ["id"] : []));
}
const told = new TypeInfo(schema);
for (const [, tree] of readFileSync("src/graph/generated/graphql.ts", "utf8").matchAll(/^export const \w+Document = (\{.*\}) as unknown as/gm)) {
  visit(JSON.parse(tree), visitWithTypeInfo(told, {
    FragmentDefinition: () => comes(told.getType()),
    InlineFragment: () => comes(told.getType()),
    Field(node) {
      if (node.name.value === "__typename") return;
      const parent = told.getParentType();
      comes(parent);
      for (const one of standsFor(parent)) asked.get(one).add(node.name.value);
      comes(getNamedType(told.getType()));
    },
  }));
}
for (const union of abstract) for (const one of standsFor(union)) comes(one);
for (const one of asked.keys()) for (const under of one.getInterfaces()) abstract.add(under);

const said = (types, what) => Object.fromEntries([...types].sort((one, other) => (one.name < other.name ? -1 : 1)).map((type) => [type.name, what(type)]));
const field = ({ name, type }) => name + String(type).replace(getNamedType(type).name, "");
/** Whether it, or an item of it, may be null. */
const nullable = ({ type }) => /(^|[^!])(\]|$)/.test(String(type));
const unions = [...abstract].filter(isUnionType);
// Nearly every act may be refused in the same ways: these stand once, and an act answers with its payload or with one.
const refusals = named(schema.getPossibleTypes(schema.getType("RotateFeedResult"))).filter((name) => !name.endsWith("Payload"));
const act = ({ name }) => name.replace(/Result$/, "");
const usual = new Set(unions.filter((union) => named(union.getTypes()).sort().join() === [`${act(union)}Payload`, ...refusals].sort().join()));

// What answers a usual act has its name from it, and no identity.
const roots = ["Query", "Mutation", "Subscription"];
const payloads = new Set([...usual].map((union) => `${act(union)}Payload`));
const others = [...asked.keys()].filter(({ name }) => !roots.includes(name) && !payloads.has(name));
const keyed = (type) => Boolean(type.getFields().id);
const sole = (names) => [...names].sort().join(" ");
const mayBeNull = (type) => [...asked.get(type)].map((name) => type.getFields()[name]).filter(nullable).map(field).join(" ");
const acts = [...usual].map(act);
const lower = (name) => name[0].toLowerCase() + name.slice(1);

writeFileSync("src/graph/generated/shape.json", JSON.stringify({
  refusals: refusals.join(" "),
  acts: sole(acts),
  otherActs: sole([...(asked.get(schema.getMutationType()) ?? [])].filter((name) => !acts.map(lower).includes(name))),
  keyed: sole(named(others.filter(keyed))),
  keyless: sole(named(others.filter((type) => !keyed(type)))),
  unions: said(unions.filter((union) => !usual.has(union)), (union) => named(union.getTypes()).join(" ")),
  interfaces: said([...abstract].filter(isInterfaceType), (type) => named(standsFor(type).filter((one) => asked.has(one))).join(" ")),
  nullable: said([...asked.keys()].filter((type) => type !== schema.getMutationType() && mayBeNull(type)), mayBeNull),
}) + "\n");
