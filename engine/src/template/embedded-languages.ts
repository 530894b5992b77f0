/** The languages of what templates hold. */
import { aslLanguage } from "../asl/language.ts";
import type { BaseDocument } from "../editor/types.ts";
import type { Language } from "../languages/types.ts";
import type { EmbeddedKind } from "./embedded.ts";

const LANGUAGES: { readonly [K in EmbeddedKind]?: unknown } = {
  asl: aslLanguage,
};

/** Undefined for what Sluice has no language for. Its functions must be given documents that it has opened. */
export function languageOfEmbedded(kind: EmbeddedKind): Language<BaseDocument> | undefined {
  return LANGUAGES[kind] as Language<BaseDocument> | undefined;
}
