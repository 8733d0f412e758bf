import type { NodePath, PluginObj, types } from "@babel/core";
import { graphql } from "../src/graph/generated/gql";

type Babel = { types: typeof types };
type Document = { kind?: string; definitions?: readonly { kind: string }[] };

/**
 * Puts each document where it is asked for, so that a page brings its own and not those of all pages. A fragment is only
 * ever a name for a part of others' documents: of it nothing is left.
 */
export function documents({ types: t }: Babel): PluginObj {
  return {
    name: "documents",
    visitor: {
      Program: {
        exit(program) {
          for (const statement of program.get("body")) {
            if (!statement.isImportDeclaration() || !/\/generated$/.test(statement.node.source.value)) continue;
            for (const named of statement.get("specifiers")) {
              if (named.node.local.name !== "graphql") continue;
              program.scope.crawl();
              if (!program.scope.getBinding("graphql")?.referenced) named.remove();
            }
          }
        },
      },
      CallExpression(path: NodePath<types.CallExpression>) {
        const [source] = path.node.arguments;
        if (!t.isIdentifier(path.node.callee, { name: "graphql" }) || !t.isTemplateLiteral(source)) return;
        const words = source.quasis[0]?.value.cooked ?? "";
        const found = (graphql as unknown as (words: string) => Document)(words);
        if (!found.definitions) throw path.buildCodeFrameError("This document is in no generated file. Run `npm run codegen`.");
        const asked = found.definitions.some((one) => one.kind === "OperationDefinition");
        path.replaceWith(t.valueToNode(asked ? found : {}));
      },
    },
  };
}
