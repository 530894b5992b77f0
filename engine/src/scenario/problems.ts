/** What is wrong with a scenario: with its own text, with the files that it names, and with what it says of them. */
import type { Surroundings } from "../editor/types.ts";
import type { Problem } from "../problem.ts";
import { problemOf } from "../rules/finding.ts";
import { tidy } from "../rules/tidy.ts";
import type { RuleInfo } from "../rules/types.ts";
import { scenarioShape } from "../schema/shape.ts";
import { breaksOf } from "../text/parsed.ts";
import { scenarioAround } from "./around.ts";
import { companionFindings } from "./companions.ts";
import { consumerFindings } from "./consumer-findings.ts";
import type { ScenarioDocument } from "./document.ts";
import { patternProblems } from "./editor/inside.ts";
import { knownSystem } from "./known-system.ts";
import { loopFindings } from "./loop-findings.ts";
import { nameFindings } from "./names.ts";
import type { OpenScenario } from "./open.ts";
import { refusalFindings } from "./refusal-findings.ts";
import { SCENARIO_RULES } from "./rules.ts";
import type { System } from "./system.ts";
import { trafficFindings } from "./traffic-findings.ts";
import { workflowFindings } from "./workflow-findings.ts";

const RULES: ReadonlyMap<string, RuleInfo> = new Map(SCENARIO_RULES.map((rule) => [rule.id, rule]));

export function problems(document: ScenarioDocument, surroundings: Surroundings): readonly Problem[] {
  const { parsed } = document;
  if (breaksOf(parsed).length > 0 || parsed.root.kind === "missing") return parsed.problems;
  const { open, system } = scenarioAround(document, surroundings);
  return scenarioProblems(open, system);
}

/** The same for who has the system already. */
export function scenarioProblems(open: OpenScenario, system: System): readonly Problem[] {
  const { parsed, findings, scenario } = open;
  const { root } = parsed;
  const shape = root.kind === "object" ? scenarioShape(root) : [];
  const found = [
    ...findings,
    ...companionFindings(root),
    ...nameFindings(root, knownSystem(system, open)),
    ...consumerFindings(scenario, system),
    ...loopFindings(scenario, system),
    ...refusalFindings(scenario, system),
    ...trafficFindings(scenario, system),
    ...workflowFindings(scenario, system),
  ];
  const all = found.map((finding) => problemOf(finding, RULES));
  const place = scenario.simulate?.node ?? scenario.resources;
  if (system.notSimulated.length > 0 && place !== undefined) {
    const names = system.notSimulated.map(({ id, type, why }) => `${id} (${type}): ${why}`);
    const message = `Not simulated: ${names.join("; ")}.`;
    all.push(problemOf({ rule: "scenario-not-simulated", node: place, message }, RULES));
  }
  return tidy([...parsed.problems, ...shape, ...all, ...patternProblems(parsed)]);
}
