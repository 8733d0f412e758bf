// Fails where a word that people read (or hear) stands outside the language files: text in JSX, and attributes that are
// shown or spoken. What no language changes is excused by name.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseSync, traverse, types } from "@babel/core";

/** Told to people by whatever draws the element. */
const TOLD = new Set(["alt", "aria-description", "aria-label", "aria-placeholder", "aria-roledescription", "aria-valuetext", "description", "error", "label", "nothingFoundMessage", "placeholder", "title", "tooltip"]);
/** Lingui's own elements: what stands in them is what is translated. */
const TRANSLATED = new Set(["Trans", "Plural", "Select", "SelectOrdinal"]);
/** The same in every language: our name and others', a key's, a path, and what each language calls itself. */
const SAME_EVERYWHERE = new Set(["Presencia", "Ctrl K", "Apple", "Google", "Google Calendar", "Mac", "Outlook", "Thunderbird", "/report/", "English", "Español", "Português", "Kreyòl ayisyen"]);
const WORD = /\p{L}{2}/u;

/** Asked by "-", it reads one piece from its input. */
const piece = process.argv[2] === "-";
const files = piece ? ["piece.tsx"] : readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx") && !name.endsWith(".test.tsx")).map((name) => join("src", name));
let found = 0;

function say(file, node, text) {
  const words = text.replaceAll(/\s+/g, " ").trim();
  if (!WORD.test(words) || SAME_EVERYWHERE.has(words)) return;
  found += 1;
  console.error(`${file}:${node.loc.start.line} “${words.slice(0, 60)}” is in no language file. Put it into <Trans> or t\`…\`.`);
}

/** Plain words in an expression: text, a template, either side of a choice. What is tagged or called is somebody else's. */
function plain(node) {
  if (types.isStringLiteral(node)) return [node.value];
  if (types.isTemplateLiteral(node)) return node.quasis.map((part) => part.value.cooked ?? "");
  if (types.isConditionalExpression(node)) return [...plain(node.consequent), ...plain(node.alternate)];
  if (types.isLogicalExpression(node)) return plain(node.right);
  return [];
}

const nameOf = (element) => (types.isJSXIdentifier(element.openingElement.name) ? element.openingElement.name.name : "");

for (const file of files) {
  const tree = parseSync(readFileSync(piece ? 0 : file, "utf8"), { configFile: false, babelrc: false, filename: file, parserOpts: { plugins: ["typescript", "jsx"] } });
  traverse(tree, {
    JSXElement(path) {
      if (TRANSLATED.has(nameOf(path.node))) path.skip();
    },
    JSXText(path) {
      say(file, path.node, path.node.value);
    },
    JSXExpressionContainer(path) {
      if (types.isJSXElement(path.parent) || types.isJSXFragment(path.parent)) for (const text of plain(path.node.expression)) say(file, path.node, text);
    },
    JSXAttribute(path) {
      if (!types.isJSXIdentifier(path.node.name) || !TOLD.has(path.node.name.name)) return;
      const value = path.node.value;
      for (const text of types.isJSXExpressionContainer(value) ? plain(value.expression) : plain(value)) say(file, path.node, text);
    },
  });
}
if (!piece && files.length < 50) {
  console.error(`Only ${files.length} files were read.`);
  found += 1;
}
process.exit(found > 0 ? 1 : 0);
