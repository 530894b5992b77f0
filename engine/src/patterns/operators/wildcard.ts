/**
 * `wildcard`: `*` stands for any text, `\*` and `\\` for themselves. Only texts match.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-wildcard-matching
 */
import { replaceFix } from "../../schema/fixes.ts";
import type { Node } from "../../text/tree.ts";
import { utf8Length } from "../../text/utf8.ts";
import { isFinal } from "../filled-in.ts";
import type { Test } from "../types.ts";
import type { OperatorReader } from "./operator.ts";

/** What stands between the stars; one part more than there are stars. */
export type WildcardParts = readonly string[];

interface Mistake {
  /** Index into the text. */
  readonly index: number;
  readonly kind: "stars" | "escape";
}

/** Splits the text; answers where it is wrong. */
export function splitWildcard(text: string): WildcardParts | Mistake {
  const parts: string[] = [];
  let part = "";
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    const next = text.charAt(index + 1);
    if (char === "*") {
      if (next === "*") return { index, kind: "stars" };
      parts.push(part);
      part = "";
    } else if (char === "\\") {
      if (next !== "*" && next !== "\\") return { index, kind: "escape" };
      part += next;
      index++;
    } else {
      part += char;
    }
  }
  return [...parts, part];
}

/** The parts of a wildcard that a node holds; reports what is wrong. Nothing is wrong with what is still to be filled in. */
export function readWildcard(node: Node, text: string, reader: OperatorReader): WildcardParts | undefined {
  const parts = splitWildcard(text);
  if (!("kind" in parts)) return parts;
  if (node.kind === "string" && !isFinal(node)) return [text];
  const { index, kind } = parts;
  // AWS counts bytes of UTF-8, the quote before the text included.
  const position = 1 + utf8Length(text.slice(0, index));
  const fixed = text.replace(/\*{2,}/g, "*");
  return reader.report({
    rule: "pattern-wildcard",
    node,
    message:
      kind === "stars"
        ? "Two stars may not follow each other; one stands for any text already."
        : `A backslash may only stand before * and \\: write \\\\\\\\ in JSON for one that is meant.`,
    aws:
      kind === "stars"
        ? `Consecutive wildcard characters at pos ${position}`
        : `Invalid escape character at pos ${position}`,
    fixes: kind === "stars" ? [replaceFix("Write one star", node, JSON.stringify(fixed))] : [],
  });
}

export function wildcardTest(text: string, parts: WildcardParts): Test {
  const [first = "", ...others] = parts;
  const last = others.pop();
  return {
    operator: "wildcard",
    lookup: last === undefined ? { by: "value", value: first } : { by: "prefix", text: first },
    passes: (value) => typeof value === "string" && fits(value, first, others, last),
    asks: `look like ${JSON.stringify(text)}`,
    nearest: () => parts.join(""),
  };
}

/** Each part as early as it can be; the last one at the end. Linear in the value for each part. */
function fits(value: string, first: string, middle: readonly string[], last: string | undefined): boolean {
  if (last === undefined) return value === first;
  if (!value.startsWith(first)) return false;
  let at = first.length;
  for (const part of middle) {
    const found = value.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return value.length - last.length >= at && value.endsWith(last);
}
