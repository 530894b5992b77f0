/** What is wrong with a scenario: with its own text, with the files that it names, and with what it says of them. */
import type { Surroundings } from "../editor/types.ts";
import type { Problem } from "../problem.ts";
import { problemOf } from "../rules/finding.ts";
import { tidy } from "../rules/tidy.ts";
import type { RuleInfo } from "../rules/types.ts";
import { breaksOf } from "../text/parsed.ts";
import type { ScenarioDocument } from "./document.ts";
import { type OpenScenario, openScenario } from "./open.ts";
import { SCENARIO_RULES } from "./rules.ts";
import { type System, systemOf } from "./system.ts";

const RULES: ReadonlyMap<string, RuleInfo> = new Map(SCENARIO_RULES.map((rule) => [rule.id, rule]));

export function problems({ parsed }: ScenarioDocument, { files }: Surroundings): readonly Problem[] {
  if (breaksOf(parsed).length > 0) return parsed.problems;
  const texts = new Map(Object.entries(files).map(([name, { text }]) => [name, text]));
  const open = openScenario(parsed, texts);
  return scenarioProblems(open, systemOf(open.subject, open.scenario, open.replays));
}

/** The same for who has the system already. */
export function scenarioProblems({ parsed, findings, scenario }: OpenScenario, system: System): readonly Problem[] {
  const all = [...findings, ...system.findings].map((finding) => problemOf(finding, RULES));
  const place = scenario.simulate?.node ?? scenario.resources;
  if (system.notSimulated.length > 0 && place !== undefined) {
    const names = system.notSimulated.map(({ id, type, why }) => `${id} (${type}): ${why}`);
    const message = `Not simulated: ${names.join("; ")}.`;
    all.push(problemOf({ rule: "scenario-not-simulated", node: place, message }, RULES));
  }
  return tidy([...parsed.problems, ...all]);
}
