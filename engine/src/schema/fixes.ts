/** Edits that mend a mistake of shape. They keep the spelling of the text around them: quotes or none, JSON or YAML. */
import type { Fix } from "../problem.ts";
import type { Node, ObjectNode, Property, StringNode } from "../text/tree.ts";

export function renameFix(key: StringNode, name: string): Fix {
  // A YAML key mostly stands without quotes.
  const quoted = key.end - key.start !== key.value.length;
  return replaceFix(`Rename to ${name}`, key, quoted ? JSON.stringify(name) : name);
}

/** Gives a string another value. */
export function changeFix(node: StringNode, value: string): Fix {
  const quoted = node.end - node.start !== node.value.length;
  return replaceFix(`Change to ${value}`, node, quoted ? JSON.stringify(value) : value);
}

export function replaceFix(title: string, node: Node, newText: string): Fix {
  return { title, edits: [{ start: node.start, end: node.end, newText }] };
}

/** Takes a property away, with the comma that separates it from its neighbour. */
export function removeFix(property: Property): Fix {
  const { properties } = property.parent;
  const index = properties.indexOf(property);
  const before = properties[index - 1];
  const after = properties[index + 1];
  const start = before === undefined ? property.start : before.end;
  const end = before === undefined && after !== undefined ? after.start : property.end;
  return { title: `Remove ${property.key.value}`, edits: [{ start, end, newText: "" }] };
}

/** Adds a property behind the last one; undefined where the object is written without braces (YAML). */
export function addFix(title: string, object: ObjectNode, json: string): Fix | undefined {
  const last = object.properties.at(-1);
  if (last === undefined || object.properties[0]?.start === object.start || last.value.kind === "missing")
    return undefined;
  return { title, edits: [{ start: last.end, end: last.end, newText: `, ${json}` }] };
}
