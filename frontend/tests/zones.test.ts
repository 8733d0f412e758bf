import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

function lint(path: string): string {
  // --no-ignore: the fixture is kept out of ordinary linting.
  return spawnSync("npx", ["oxlint", "--no-ignore", "--disable-nested-config", "-c", ".oxlintrc.json", `tests/zones/src/${path}`], { encoding: "utf8" }).stdout;
}

test.each(["design/reachesUp.ts", "features/one/reachesAcross.ts", "features/one/climbs.ts", "graph/draws.ts", "forms/knowsAFeature.ts"])("%s may not be written", (path) => {
  expect(lint(path)).toContain("no-restricted-imports");
});

test("app composes features", () => {
  expect(lint("app/composes.ts")).not.toContain("no-restricted-imports");
});
