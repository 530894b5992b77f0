/** From a text to its problems: what the language server and `sluice check` show. */
import type { DocumentOptions } from "../editor/recognition.ts";
import type { Problem } from "../problem.ts";
import { applyRuleSettings, type RuleSettings } from "../rules/rule-settings.ts";
import { languageOf } from "../text/parse.ts";
import type { TextLanguage } from "../text/parsed.ts";
import type { DocumentKind } from "../vocabulary.ts";
import { problemsOf } from "./features.ts";
import { openDocument } from "./open.ts";
import { recognize } from "./recognize.ts";

export interface CheckOptions extends DocumentOptions {
  /** Left out: by `uri` and by what the text holds; a state machine where neither says anything. */
  readonly kind?: DocumentKind;
  /** Left out: by the ending of `uri`, else by the first character of the text. */
  readonly language?: TextLanguage;
  readonly uri?: string;
  /** How grave each rule is taken; `off` hides it. Left out: as the rules themselves say. */
  readonly rules?: RuleSettings;
}

/**
 * Every problem of a document in JSON or YAML, sorted by place, one for each mistake. Offsets are UTF-16 units of
 * `text`. Never throws; the time is linear in the length of the text.
 */
export function check(text: string, { kind, language, uri, rules, ...options }: CheckOptions = {}): readonly Problem[] {
  const textLanguage = language ?? languageOf(text, uri);
  const found = kind === undefined ? recognize({ uri, text, language: textLanguage }) : undefined;
  const document = openDocument(kind ?? found?.kind ?? "asl", text, textLanguage, { ...found?.options, ...options });
  return applyRuleSettings(problemsOf(document), rules);
}
