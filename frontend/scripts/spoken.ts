import type { PluginObj, types } from "@babel/core";
import { messages } from "../src/language/catalogs/en";

type Babel = { types: typeof types };

/**
 * Puts the English words, compiled, where they are said: whoever reads English loads those of the pages they open and no
 * catalog of all. Other languages are looked up by the same ids, and find their words first.
 */
export function spoken({ types: t }: Babel): PluginObj {
  const named = (property: types.Node, name: string): boolean => t.isObjectProperty(property) && (t.isIdentifier(property.key, { name }) || t.isStringLiteral(property.key, { value: name }));
  return {
    name: "spoken",
    visitor: {
      Program: {
        // Once Lingui's macros have made descriptors of all that is said.
        exit(program) {
          program.traverse({
            ObjectExpression({ node }) {
              const id = node.properties.find((one) => named(one, "id"));
              if (!id || !t.isObjectProperty(id) || !t.isStringLiteral(id.value)) return;
              const words = messages[id.value.value];
              if (words === undefined || !/^[\w+/]{6}$/.test(id.value.value)) return;
              node.properties = [...node.properties.filter((one) => !named(one, "message")), t.objectProperty(t.identifier("message"), t.valueToNode(words))];
            },
          });
        },
      },
    },
  };
}
