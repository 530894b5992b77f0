/** A scenario with the files beside it, opened once for each version of them. */
import type { FileBeside, Surroundings } from "../editor/types.ts";
import type { ScenarioDocument } from "./document.ts";
import { type KnownSystem, knownSystem } from "./known-system.ts";
import { type OpenScenario, openScenario } from "./open.ts";
import { systemOf } from "./system.ts";

export interface ScenarioAround extends KnownSystem {
  readonly open: OpenScenario;
}

const kept = new WeakMap<ScenarioDocument, { readonly surroundings: Surroundings; readonly around: ScenarioAround }>();

/** The same answer for the same question. */
export function scenarioAround(document: ScenarioDocument, surroundings: Surroundings): ScenarioAround {
  const known = kept.get(document);
  if (known?.surroundings === surroundings) return known.around;
  const texts = new Map(Object.entries(surroundings.files).map(([name, { text }]) => [name, text]));
  const open = openScenario(document.parsed, texts);
  const around = { open, ...knownSystem(systemOf(open.subject, open.scenario, open.replays), open) };
  kept.set(document, { surroundings, around });
  return around;
}

/** The file that is simulated, where it is there. */
export function subjectFile({ open }: ScenarioAround, { files }: Surroundings): FileBeside | undefined {
  const { simulate } = open.scenario;
  return simulate && files[simulate.file];
}
