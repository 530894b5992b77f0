/** Every language that Sluice knows, by the kind of its documents. */
import { aslLanguage } from "../asl/language.ts";
import type { Language } from "../editor/language.ts";
import { eventPatternLanguage, filterPolicyLanguage } from "../policies/pattern/languages.ts";
import { redriveAllowPolicyLanguage, redrivePolicyLanguage } from "../policies/redrive/languages.ts";
import { samplesLanguage } from "../policies/samples/language.ts";
import { scenarioLanguage } from "../scenario/language.ts";
import { templateLanguage } from "../template/language.ts";
import type { DocumentKind } from "../vocabulary.ts";
import type { Document, DocumentOf } from "./types.ts";

type Table = { readonly [K in DocumentKind]: Language<DocumentOf<K>> };

export const LANGUAGES: Table = {
  asl: aslLanguage,
  template: templateLanguage,
  "filter-policy": filterPolicyLanguage,
  "event-pattern": eventPatternLanguage,
  "redrive-policy": redrivePolicyLanguage,
  "redrive-allow-policy": redriveAllowPolicyLanguage,
  scenario: scenarioLanguage,
  messages: samplesLanguage,
};

/** The language of a document. Its functions must be given documents of that kind only. */
export function languageFor({ kind }: Pick<Document, "kind">): Language<Document> {
  return LANGUAGES[kind];
}

export const ALL_LANGUAGES: readonly Language<Document>[] = Object.values(LANGUAGES);
