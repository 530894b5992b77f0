/** The Amazon States Language. https://states-language.net/spec.html */
import type { Language } from "../editor/language.ts";
import { SHAPE_RULES } from "../schema/shape-rules.ts";
import { codeActions } from "./actions/code-actions.ts";
import { type AslDocument, openAsl } from "./document.ts";
import { complete } from "./features/complete.ts";
import { definition, references } from "./features/definition.ts";
import { documentLinks } from "./features/document-links.ts";
import { explain, names } from "./features/explain.ts";
import { hover } from "./features/hover.ts";
import { inlayHints } from "./features/inlay-hints.ts";
import { lenses } from "./features/lenses.ts";
import { rename, renameTarget } from "./features/rename.ts";
import { rangesInString } from "./features/selection-range.ts";
import { semanticTokens } from "./features/semantic-tokens.ts";
import { signatureHelp } from "./features/signature-help.ts";
import { symbols } from "./features/symbols.ts";
import { filesBeside } from "./files-beside.ts";
import { problems } from "./problems.ts";
import { definitionTooLong } from "./rules/definition-too-long.ts";
import { RULES } from "./rules/index.ts";

export const aslLanguage: Language<AslDocument> = {
  kind: "asl",
  rules: [...RULES, ...SHAPE_RULES, definitionTooLong],
  open: openAsl,
  problems,
  explain,
  names,
  filesBeside,
  codeActions,
  complete,
  definition,
  documentLinks,
  hover,
  inlayHints,
  lenses,
  references,
  rename,
  renameTarget,
  rangesInString,
  semanticTokens,
  signatureHelp,
  symbols,
};
