/** JSON as the schemas and the engine write it, in the words of YAML. YAML 1.2 takes most JSON as it is. */

/** A string as a YAML scalar: plain where that reads as the same string, else in double quotes. */
export function yamlScalar(value: string): string {
  const isPlain =
    /^[\p{L}_$/][\p{L}\p{N}_ ./$:-]*$/u.test(value) &&
    !/\s$|:(?:\s|$)/.test(value) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}

/**
 * A JSON snippet for the value of a YAML key: strings lose their quotes where they can, an empty object or array opens
 * a block on the next line, unless the key stands between braces itself; anything else stays a flow of brackets.
 */
export function yamlSnippet(json: string, isBetweenBraces: boolean): string {
  const string = /^"((?:[^"\\]|\\.)*)"$/.exec(json)?.[1];
  if (string !== undefined) {
    const words = string.replace(/\$\{\d[^}]*\}|\$\d/g, "x");
    return /^(?:\\\$|[\p{L}/])/u.test(words) && !/[*:#]/.test(words) ? string : json;
  }
  if (isBetweenBraces) return yamlFlow(json);
  if (json === "{ $1 }") return "\n  $1";
  if (json === "[$1]") return "\n  - $1";
  return yamlFlow(json);
}

/** JSON whose keys have no quotes, where they need none. */
export function yamlFlow(json: string): string {
  return json.replace(/"([A-Za-z]\w+)": /g, "$1: ");
}
