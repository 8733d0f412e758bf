import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

// The fixture breaks the rules on purpose, so ordinary linting leaves it out. It is judged in a folder
// of its own, by the same rules, because nothing on the command line undoes what a configuration ignores.
const away = mkdtempSync(join(tmpdir(), "zones-"));
let found: { filename: string; code: string }[] = [];

beforeAll(() => {
  const rules = JSON.parse(readFileSync(".oxlintrc.json", "utf8")) as Record<string, unknown>;
  delete rules["$schema"];
  delete rules["ignorePatterns"];
  writeFileSync(join(away, ".oxlintrc.json"), JSON.stringify(rules));
  cpSync("tests/zones/src", join(away, "src"), { recursive: true });
  const told = spawnSync(join(process.cwd(), "node_modules/.bin/oxlint"), ["--format", "json", "src"], { cwd: away, encoding: "utf8" });
  found = (JSON.parse(told.stdout) as { diagnostics: typeof found }).diagnostics;
});

afterAll(() => rmSync(away, { recursive: true }));

function refused(path: string): boolean {
  return found.some((one) => one.filename.endsWith(`src/${path}`) && one.code.includes("no-restricted-imports"));
}

test.each(["design/reachesUp.ts", "features/one/reachesAcross.ts", "features/one/climbs.ts", "graph/draws.ts", "forms/knowsAFeature.ts"])("%s may not be written", (path) => {
  expect(refused(path)).toBe(true);
});

test("app composes features", () => {
  expect(refused("app/composes.ts")).toBe(false);
});
