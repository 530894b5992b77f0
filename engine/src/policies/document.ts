/** Makes documents of policies: what has been read, and what is known from outside. */
import type { DocumentOptions } from "../languages/types.ts";
import type { ParsedText } from "../text/parsed.ts";
import type { PolicyDocument } from "./types.ts";

export function policyDocument<K extends PolicyDocument["kind"]>(
  kind: K,
  parsed: ParsedText,
  options: DocumentOptions = {},
): Extract<PolicyDocument, { readonly kind: K }> {
  const { text, language } = parsed;
  return { kind, text, language, parsed, options } as Extract<PolicyDocument, { readonly kind: K }>;
}
