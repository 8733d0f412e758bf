import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { messages as english } from "../src/language/catalogs/en";
import { messages as spanish } from "../src/language/catalogs/es";

test("every message is said in Spanish", () => {
  const po = readFileSync("src/language/catalogs/es.po", "utf8");
  const empty = po.split("\n\n").filter((entry) => /\nmsgstr ""\n?$/.test(`${entry}\n`) && !entry.includes('msgid ""\nmsgstr'));
  expect(empty).toEqual([]);
  expect(Object.keys(spanish).sort()).toEqual(Object.keys(english).sort());
});

test("Spanish keeps every value that English fills in", () => {
  const values = (message: unknown): string[] => [...JSON.stringify(message).matchAll(/\["([^"]+)"/g)].map((found) => found[1] ?? "").sort();
  for (const [id, message] of Object.entries(english)) expect([id, values((spanish as Record<string, unknown>)[id])]).toEqual([id, values(message)]);
});
