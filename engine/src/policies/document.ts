/** Documents of policies: what has been read, what is known from outside, and where a cursor stands in them. */
import { type CompletionSite, jsonSite } from "../editor/completion-site.ts";
import { yamlSite } from "../editor/completion-site-yaml.ts";
import type { DocumentOptions } from "../editor/recognition.ts";
import { readAgain } from "../text/parse.ts";
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

/** Where the cursor stands; templates hold policies in YAML as well. */
export function policySite<D extends PolicyDocument>(document: D, offset: number): CompletionSite<D> | undefined {
  if (document.language === "json") return jsonSite(document, offset);
  return yamlSite(document, offset, {
    reopen: (text) => ({ ...document, text, parsed: readAgain(document.parsed, text) }),
  });
}
