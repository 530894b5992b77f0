/** Completion of the next step of a path: the fields that the value at hand is known to have. */
import type { CompletionEntry } from "../../editor/types.ts";
import { offsetInString } from "../../text/string-offset.ts";
import type { StringNode } from "../../text/tree.ts";
import type { AslDocument } from "../document.ts";
import { expressionValue, type Given, pathValue } from "../flow/evaluate.ts";
import { type Payload, summary } from "../flow/payload.ts";

/** A path before the cursor, a dot, and the beginning of a name: of JSONPath, of JSONata. */
const PATH = /(\$\$?\w*(?:\.[\w-]+|\[(?:-?\d+|\*|'[^']*'|"[^"]*")\])*)\.([\w-]*)$/;
const JSONATA = /(\$\w+(?:\.(?:\w+|`[^`]*`)|\[[^[\]]*\])*)\.(\w*)$/;
/** Where a path may begin. */
const BEGINNING = /(?:^|[(,]\s*)(\$?)$/;
const MAX_ENTRIES = 100;

/**
 * Undefined where the cursor is not behind the dot of a path; empty where nothing is known of its value. `index`: of the
 * cursor in the string's value.
 */
export function completeSteps(
  document: AslDocument,
  node: StringNode,
  index: number,
  given: Given,
): readonly CompletionEntry[] | undefined {
  const jsonata = node.value.startsWith("{%");
  const match = (jsonata ? JSONATA : PATH).exec(node.value.slice(0, index));
  if (match === null) return undefined;
  const [, path = "", word = ""] = match;
  const payload = jsonata ? throughArrays(expressionValue(withoutPredicates(path), given)) : pathValue(path, given);
  const offsetOf = (at: number): number => offsetInString(document.parsed, node, at);
  const quoted = document.text[node.start] === "'";
  return [...(payload.fields ?? [])].slice(0, MAX_ENTRIES).flatMap(([name, field]): CompletionEntry[] => {
    const isPlain = /^[A-Za-z_]\w*$/.test(name);
    if (!isPlain && (quoted || /['`"\\]/.test(name))) return [];
    // A name that is no word takes the place of the dot, too.
    const start = offsetOf(index - word.length - (isPlain || jsonata ? 0 : 1));
    const newText = isPlain ? name : jsonata ? `\`${name}\`` : `['${name}']`;
    return [
      {
        kind: "member",
        label: name,
        ...detailOf(field),
        start,
        end: offsetOf(index),
        newText,
        snippet: false,
        filterText: isPlain || jsonata ? name : `.${name}`,
      },
    ];
  });
}

/** `$.name`, where no path is written yet. */
export function completeBeginnings(
  document: AslDocument,
  node: StringNode,
  index: number,
  { input }: Given,
): readonly CompletionEntry[] {
  const begun = BEGINNING.exec(node.value.slice(0, index))?.[1];
  if (begun === undefined) return [];
  const start = offsetInString(document.parsed, node, index - begun.length);
  const end = offsetInString(document.parsed, node, index);
  const fields = [...(input.fields ?? [])].filter(([name]) => /^[A-Za-z_]\w*$/.test(name)).slice(0, MAX_ENTRIES);
  return fields.map(([name, field]) => {
    const text = `$.${name}`;
    return {
      kind: "member",
      label: text,
      ...detailOf(field),
      start,
      end,
      newText: text,
      snippet: false,
      filterText: text,
    };
  });
}

/** JSONata steps through arrays by itself. */
function throughArrays(payload: Payload): Payload {
  return payload.fields === undefined && payload.item !== undefined ? payload.item : payload;
}

function withoutPredicates(path: string): string {
  return path.replace(/\[[^[\]]*\]/g, "");
}

function detailOf(field: Payload): { readonly detail?: string } {
  const detail = summary(field);
  return detail === "" ? {} : { detail };
}
