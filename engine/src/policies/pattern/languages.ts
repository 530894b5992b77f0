/** Filter policies and event patterns, as the table of languages lists them: one language in two dialects and more. */
import type { Language } from "../../editor/language.ts";
import { uriBeside } from "../../editor/surroundings.ts";
import type { Surroundings } from "../../editor/types.ts";
import { checkPatternNode } from "../../patterns/check.ts";
import { PATTERN_RULES } from "../../patterns/rules/index.ts";
import type { Problem } from "../../problem.ts";
import { tidy } from "../../rules/tidy.ts";
import { breaksOf } from "../../text/parsed.ts";
import { policyDocument } from "../document.ts";
import { newSamples } from "../samples/new-file.ts";
import type { EventPatternDocument, FilterPolicyDocument, PatternDocument } from "../types.ts";
import { codeActions } from "./actions.ts";
import { patternOf } from "./compiled.ts";
import { complete } from "./complete.ts";
import { dialectOf } from "./dialect.ts";
import { hover } from "./hover.ts";
import { lenses } from "./lenses.ts";
import { definition, references, rename, renameTarget } from "./names.ts";
import { symbols } from "./symbols.ts";
import { semanticTokens } from "./tokens.ts";

const shared = {
  rules: PATTERN_RULES,
  problems,
  filesBeside,
  codeActions,
  complete,
  definition,
  hover,
  lenses,
  newSamples: (document: PatternDocument, surroundings: Surroundings) =>
    newSamples(patternOf(document, dialectOf(document, surroundings))),
  references,
  rename,
  renameTarget,
  semanticTokens,
  symbols,
};

/** https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html */
export const filterPolicyLanguage: Language<FilterPolicyDocument> = {
  ...shared,
  kind: "filter-policy",
  open: (parsed, options) => policyDocument("filter-policy", parsed, options),
};

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html */
export const eventPatternLanguage: Language<EventPatternDocument> = {
  ...shared,
  kind: "event-pattern",
  open: (parsed, options) => policyDocument("event-pattern", parsed, options),
};

/** What is wrong with a pattern may just be what could not be read. */
function problems(document: PatternDocument, surroundings: Surroundings): readonly Problem[] {
  const { parsed } = document;
  if (breaksOf(parsed).length > 0) return parsed.problems;
  return tidy([...parsed.problems, ...checkPatternNode(parsed, parsed.root, dialectOf(document, surroundings))]);
}

const ENDING = /(?:\.(?:body|attributes|pipes|esm))?\.(?:filter-policy|event-pattern)\.json$|\.json$/i;

/** Sample messages. */
function filesBeside(_document: PatternDocument, uri: string): Readonly<Record<"messages", string>> {
  return { messages: uriBeside(uri, ENDING, "messages.json") };
}
