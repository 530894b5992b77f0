/** The language of scenario files, as the table of languages lists it. */
import type { Language } from "../editor/language.ts";
import { uriOfPath } from "../editor/surroundings.ts";
import { SHAPE_RULES } from "../schema/shape-rules.ts";
import type { ScenarioDocument } from "./document.ts";
import { codeActions } from "./editor/actions.ts";
import { complete } from "./editor/complete.ts";
import { hover } from "./editor/hover.ts";
import { definition, references, rename, renameTarget } from "./editor/names.ts";
import { documentLinks, inlayHints, lenses } from "./editor/shown.ts";
import { symbols } from "./editor/symbols.ts";
import { filesOf } from "./open.ts";
import { problems } from "./problems.ts";
import { readScenario } from "./read.ts";
import { SCENARIO_RULES } from "./rules.ts";

export const scenarioLanguage: Language<ScenarioDocument> = {
  kind: "scenario",
  rules: [...SCENARIO_RULES, ...SHAPE_RULES],
  open: (parsed) => ({ kind: "scenario", text: parsed.text, language: parsed.language, parsed }),
  problems,
  filesBeside: ({ parsed }, uri) =>
    Object.fromEntries(filesOf(readScenario(parsed.root).scenario).map((name) => [name, uriOfPath(uri, name)])),
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
  symbols,
};
