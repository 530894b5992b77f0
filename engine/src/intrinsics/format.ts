/**
 * States.Format: each `{}` of the template takes the next value, printed as Java prints it; `\{`, `\}`, `\'` and `\\`
 * stand for themselves.
 * https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html#asl-intrsc-func-generic
 */
import type { JsonValue } from "../json.ts";
import { javaText } from "../paths/values.ts";

export type Formatted = { readonly text: string } | { readonly reason: string };

const PIECE = /\\(['{}\\])|\{\}|[{}]/g;

/** `template` with its escapes still in place. */
export function formatText(template: string, values: readonly JsonValue[]): Formatted {
  let text = "";
  let taken = 0;
  let copiedTo = 0;
  for (const piece of template.matchAll(PIECE)) {
    const [found, escaped] = piece;
    text += template.slice(copiedTo, piece.index);
    copiedTo = piece.index + found.length;
    if (escaped !== undefined) text += escaped;
    else if (found === "{}") {
      const value = values[taken++];
      text += value === undefined ? "" : javaText(value);
    } else return { reason: found === "{" ? "matching '}' not found for '{'." : "matching '{' not found for '}'." };
  }
  if (taken !== values.length) return { reason: "number of arguments do not match the occurrences of {}." };
  return { text: text + template.slice(copiedTo) };
}
