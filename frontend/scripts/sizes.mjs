// Prints what a first visit to the board loads (kB of 1,000 bytes, by gzip), and every piece that comes later; fails
// where its scripts weigh more than they may.
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

const MOST = 200;
const names = readdirSync("dist/assets").filter((name) => /\.(js|css)$/.test(name)).sort();
const read = (name) => readFileSync(`dist/assets/${name}`, "utf8");

/** What stands in the page itself and in the board's own script, with all that these import. */
const first = new Set();
function comes(name) {
  if (first.has(name)) return;
  first.add(name);
  if (name.endsWith(".js")) for (const [, other] of read(name).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)) comes(other);
}
const html = readFileSync("dist/index.html", "utf8");
for (const name of names) if (html.includes(name) || /^BoardPage-/.test(name)) comes(name);

const sums = { js: 0, css: 0 };
for (const name of names) {
  const size = gzipSync(read(name), { level: 9 }).length / 1000;
  if (first.has(name)) sums[name.split(".").pop()] += size;
  console.log(`${first.has(name) ? "*" : " "} ${size.toFixed(1).padStart(7)} kB  ${name}`);
}
console.log(`* first visit to the board: ${sums.js.toFixed(1)} kB of scripts (at most ${MOST}), ${sums.css.toFixed(1)} kB of styles`);
if (sums.js > MOST) process.exitCode = 1;
