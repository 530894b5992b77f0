/**
 * Input templates of rules and pipes: text with placeholders in angle brackets.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
import type { JsonValue } from "../json.ts";
import { parsedJson } from "../patterns/events.ts";

/** What stands for a placeholder; undefined: nothing. */
export type ValueOf = (name: string) => JsonValue | undefined;

export interface InputTemplate {
  /** The names of its placeholders, in order. */
  readonly names: readonly string[];
  /** Undefined where it does not come to JSON: then nothing is delivered. */
  fill(valueOf: ValueOf): string | undefined;
}

interface Placeholder {
  readonly name: string;
  /** Between quotes of the template. */
  readonly inString: boolean;
}

/** `isName`: what else stands in angle brackets is text. */
export function inputTemplateOf(text: string, isName: (name: string) => boolean): InputTemplate {
  const parts = partsOf(text, isName);
  const isText = text.trimStart().startsWith('"');
  return {
    names: parts.flatMap((part) => (typeof part === "string" ? [] : [part.name])),
    fill(valueOf) {
      const written = isText ? asText : asJson;
      const filled = parts
        .map((part) => (typeof part === "string" ? part : written(part, valueOf(part.name))))
        .join("");
      return isText || parsedJson(filled) !== undefined ? filled : undefined;
    },
  };
}

function partsOf(text: string, isName: (name: string) => boolean): readonly (string | Placeholder)[] {
  const parts: (string | Placeholder)[] = [];
  let inString = false;
  let from = 0;
  for (const match of text.matchAll(/\\.|"|<([^<>]+)>/gs)) {
    const [found, name] = match;
    if (found === '"') inString = !inString;
    if (name === undefined || !isName(name)) continue;
    parts.push(text.slice(from, match.index), { name, inString });
    from = match.index + found.length;
  }
  parts.push(text.slice(from));
  return parts;
}

/** In a template that is one text: without the quotes that JSON needs. */
function asText(_: Placeholder, value: JsonValue | undefined): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value).replaceAll('"', "");
}

/** In a template that is JSON. An object between quotes breaks them, and nothing mends that. */
function asJson({ inString }: Placeholder, value: JsonValue | undefined): string {
  const text = JSON.stringify(value ?? (value === undefined ? "" : null));
  return inString && (value === undefined || typeof value === "string") ? text.slice(1, -1) : text;
}
