import type { CacheExchangeOpts } from "@urql/exchange-graphcache";
import said from "./generated/shape.json";

type Schema = NonNullable<CacheExchangeOpts["schema"]>;
type Type = { kind: "NON_NULL" | "LIST"; ofType: Type } | { kind: "SCALAR"; name: string };

const words = (text: string): string[] => (text === "" ? [] : text.split(" "));

/** `[!]!` as the cache reads it. What stands within, it never asks for. */
function typed(marks: string): Type {
  if (marks.endsWith("!")) return { kind: "NON_NULL", ofType: typed(marks.slice(0, -1)) };
  if (marks.endsWith("]")) return { kind: "LIST", ofType: typed(marks.slice(1, -1)) };
  return { kind: "SCALAR", name: "Any" };
}

function fields(text: string) {
  return words(text).map((one) => {
    const [, name = "", marks = ""] = /^(\w+)(.*)$/.exec(one) ?? [];
    return { name, type: typed(marks), args: [] };
  });
}

const interfaces = Object.entries(said.interfaces).map(([name, members]) => ({ name, members: new Set(words(members)) }));
const named = (names: readonly string[]) => names.map((name) => ({ kind: "OBJECT" as const, name }));

/** The part of the contract that the page asks for (scripts/shape.mjs), as the cache reads it. */
export const schema = {
  __schema: {
    queryType: { name: "Query" },
    mutationType: { name: "Mutation" },
    subscriptionType: { name: "Subscription" },
    types: [
      ...Object.entries(said.objects).map(([name, text]) => ({ kind: "OBJECT", name, fields: fields(text), interfaces: interfaces.filter((one) => one.members.has(name)).map((one) => ({ kind: "INTERFACE", name: one.name })) })),
      ...interfaces.map(({ name, members }) => ({ kind: "INTERFACE", name, fields: [], interfaces: [], possibleTypes: named([...members]) })),
      ...words(said.acts).map((act) => ({ kind: "UNION", name: `${act}Result`, possibleTypes: named([`${act}Payload`, ...words(said.refusals)]) })),
      ...Object.entries(said.unions).map(([name, members]) => ({ kind: "UNION", name, possibleTypes: named(words(members)) })),
    ],
  },
} as unknown as Schema;

/** What the page may do. */
export const MUTATIONS: readonly string[] = fields(said.objects.Mutation).map((one) => one.name);

/** Objects without an identity of their own. */
export const KEYLESS: readonly string[] = Object.entries(said.objects)
  .filter(([name, text]) => !["Query", "Mutation", "Subscription"].includes(name) && !fields(text).some((one) => one.name === "id"))
  .map(([name]) => name);
