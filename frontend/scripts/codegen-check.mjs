// Fails when src/graph/generated is not what the printed contract and the documents say.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const made = "src/graph/generated";
const operations = "../api/operations.json";
const before = mkdtempSync(join(tmpdir(), "presencia-graph-"));
cpSync(made, before, { recursive: true });
const said = readFileSync(operations, "utf8");
execFileSync("npm", ["run", "--silent", "codegen"], { stdio: ["ignore", "ignore", "inherit"] });
const stale = readdirSync(made).filter((name) => {
  try {
    return readFileSync(join(made, name), "utf8") !== readFileSync(join(before, name), "utf8");
  } catch {
    return true;
  }
});
if (stale.length > 0) {
  // What was committed comes back: a check changes nothing.
  cpSync(before, made, { recursive: true });
  console.error(`Stale: ${stale.join(", ")}. Run \`npm run codegen\` in frontend/ and commit src/graph/generated.`);
}
if (readFileSync(operations, "utf8") !== said) {
  writeFileSync(operations, said);
  console.error("Stale: api/operations.json. Run `npm run codegen` in frontend/ and commit it.");
  stale.push(operations);
}
rmSync(before, { recursive: true });
process.exit(stale.length > 0 ? 1 : 0);
