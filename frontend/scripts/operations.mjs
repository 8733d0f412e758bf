// The page's own documents, in the very words in which it sends them: the server reads them when it starts.
import { readFileSync, writeFileSync } from "node:fs";
import { formatDocument, stringifyDocument } from "@urql/core";

const source = readFileSync("src/graph/generated/graphql.ts", "utf8");
const found = {};
for (const [, , tree] of source.matchAll(/^export const (\w+)Document = (\{.*\}) as unknown as/gm)) {
  const document = JSON.parse(tree);
  const operation = document.definitions.find((one) => one.kind === "OperationDefinition");
  // A fragment by itself is not sent.
  if (operation) found[operation.name.value] = stringifyDocument(formatDocument(document));
}
const sorted = Object.fromEntries(Object.entries(found).sort(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(process.env.PRESENCIA_OPERATIONS ?? "../api/operations.json", JSON.stringify(sorted, null, 1) + "\n");
