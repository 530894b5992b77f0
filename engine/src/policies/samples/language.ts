/** Sample messages beside a filter policy or an event pattern: Sluice's own format, `schemas/samples/`. */
import type { Language } from "../../editor/language.ts";
import { SHAPE_RULES } from "../../schema/shape-rules.ts";
import { policyDocument } from "../document.ts";
import type { SamplesDocument } from "../types.ts";
import { codeActions } from "./actions.ts";
import { complete } from "./complete.ts";
import { definition, hover } from "./hover.ts";
import { problems } from "./problems.ts";
import { SAMPLE_RULES } from "./rules.ts";
import { inlayHints, lenses, symbols } from "./shown.ts";
import { filesBeside } from "./subject.ts";

export const samplesLanguage: Language<SamplesDocument> = {
  kind: "messages",
  rules: [...SAMPLE_RULES, ...SHAPE_RULES],
  open: (parsed, options) => policyDocument("messages", parsed, options),
  problems,
  filesBeside,
  codeActions,
  complete,
  definition,
  hover,
  inlayHints,
  lenses,
  symbols,
};
