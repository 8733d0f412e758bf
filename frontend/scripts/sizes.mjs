// Prints what the first visit loads, compressed, and every lazy piece.
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

const html = readFileSync("dist/index.html", "utf8");
let first = 0;
for (const name of readdirSync("dist/assets").sort()) {
  if (!/\.(js|css)$/.test(name)) continue;
  const size = gzipSync(readFileSync(`dist/assets/${name}`), { level: 9 }).length / 1024;
  const entry = html.includes(name);
  if (entry) first += size;
  console.log(`${entry ? "*" : " "} ${size.toFixed(1).padStart(7)} kB  ${name}`);
}
console.log(`* first load: ${first.toFixed(1)} kB compressed`);
