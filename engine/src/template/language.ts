/** CloudFormation and SAM templates, and the documents embedded in them. */
import type { Language } from "../editor/language.ts";
import { openTemplate, type TemplateDocument } from "./document.ts";
import { codeActions } from "./features/code-actions.ts";
import { complete } from "./features/complete.ts";
import { definition, references } from "./features/definition.ts";
import { explain, names } from "./features/explain.ts";
import { documentLinks, filesBeside } from "./features/files.ts";
import { hover } from "./features/hover.ts";
import { inlayHints, lenses, rangesInString, semanticTokens, signatureHelp } from "./features/inside.ts";
import { rename, renameTarget } from "./features/rename.ts";
import { symbols } from "./features/symbols.ts";
import { problems } from "./problems.ts";
import { TEMPLATE_RULES } from "./rules/index.ts";

export const templateLanguage: Language<TemplateDocument> = {
  kind: "template",
  rules: TEMPLATE_RULES,
  open: openTemplate,
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
