/** The language of scenario files, as the table of languages lists it. */
import type { Language } from "../languages/types.ts";
import type { ScenarioDocument } from "./document.ts";
import { filesOf } from "./open.ts";
import { problems } from "./problems.ts";
import { readScenario } from "./read.ts";
import { SCENARIO_RULES } from "./rules.ts";

export const scenarioLanguage: Language<ScenarioDocument> = {
  kind: "scenario",
  rules: SCENARIO_RULES,
  open: (parsed) => ({ kind: "scenario", text: parsed.text, language: parsed.language, parsed }),
  problems,
  filesBeside: ({ parsed }, uri) => {
    const folder = uri.replace(/[^/\\]*$/, "");
    return Object.fromEntries(filesOf(readScenario(parsed.root).scenario).map((name) => [name, folder + name]));
  },
};
