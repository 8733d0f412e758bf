import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { messages as english } from "../src/language/catalogs/en";
import { messages as spanish } from "../src/language/catalogs/es";
import { messages as creole } from "../src/language/catalogs/ht";
import { messages as portuguese } from "../src/language/catalogs/pt";

const OTHERS: [string, Record<string, unknown>][] = [["es", spanish], ["pt", portuguese], ["ht", creole]];

test.each(OTHERS)("every message is said in %s", (language, messages) => {
  const po = readFileSync(`src/language/catalogs/${language}.po`, "utf8");
  const empty = po.split("\n\n").filter((entry) => /\nmsgstr ""\n?$/.test(`${entry}\n`) && !entry.includes('msgid ""\nmsgstr'));
  expect(empty).toEqual([]);
  expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
});

/** The names that a compiled message fills in, also those inside a plural; its own words are not among them. */
function values(message: unknown): string[] {
  const names = new Set<string>();
  const look = (parts: unknown): void => {
    if (!Array.isArray(parts)) return;
    for (const part of parts) {
      if (!Array.isArray(part)) continue;
      names.add(String(part[0]));
      const choices: unknown = part[2];
      if (typeof choices === "object" && choices !== null) Object.values(choices).forEach(look);
    }
  };
  look(message);
  return [...names].toSorted();
}

test.each(OTHERS)("%s keeps every value that English fills in", (_, messages) => {
  for (const [id, message] of Object.entries(english)) expect([id, values(messages[id])]).toEqual([id, values(message)]);
  expect(Object.values(english).flatMap(values).length).toBeGreaterThan(20);
});
