// Fails when src/graph/generated is not what the printed contract and the documents say.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const made = "src/graph/generated";
const before = mkdtempSync(join(tmpdir(), "presencia-graph-"));
cpSync(made, before, { recursive: true });
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
rmSync(before, { recursive: true });
process.exit(stale.length > 0 ? 1 : 0);
