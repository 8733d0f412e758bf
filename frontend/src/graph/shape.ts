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
const mayBeNull: Record<string, string> = said.nullable;
const acts = words(said.acts);

/** What the page may do. */
export const MUTATIONS: readonly string[] = [...acts.map((act) => act.charAt(0).toLowerCase() + act.slice(1)), ...words(said.otherActs)];

/** Objects without an identity of their own. */
export const KEYLESS: readonly string[] = [...words(said.keyless), ...acts.map((act) => `${act}Payload`)];

/**
 * The part of the contract that the page asks for (scripts/shape.mjs), as the cache reads it. A field that it finds in
 * no type is to the cache one that is never null.
 */
export const schema = {
  __schema: {
    queryType: { name: "Query" },
    mutationType: { name: "Mutation" },
    subscriptionType: { name: "Subscription" },
    types: [
      ...["Query", "Mutation", "Subscription", ...words(said.keyed), ...KEYLESS].map((name) => ({ kind: "OBJECT", name, fields: fields(mayBeNull[name] ?? ""), interfaces: interfaces.filter((one) => one.members.has(name)).map((one) => ({ kind: "INTERFACE", name: one.name })) })),
      ...interfaces.map(({ name, members }) => ({ kind: "INTERFACE", name, fields: [], interfaces: [], possibleTypes: named([...members]) })),
      ...acts.map((act) => ({ kind: "UNION", name: `${act}Result`, possibleTypes: named([`${act}Payload`, ...words(said.refusals)]) })),
      ...Object.entries(said.unions).map(([name, members]) => ({ kind: "UNION", name, possibleTypes: named(words(members)) })),
    ],
  },
} as unknown as Schema;
