/** A flow: a scenario's text with the files that it names, read as far as it can be run and drawn. */
import type { Problem } from "../problem.ts";
import { type OpenScenario, openScenario, type ScenarioFiles } from "../scenario/open.ts";
import { scenarioProblems } from "../scenario/problems.ts";
import { type System, systemOf } from "../scenario/system.ts";
import { languageOf, parseText } from "../text/parse.ts";
import { breaksOf } from "../text/parsed.ts";
import { type FlowDrawing, flowDrawing } from "./drawing.ts";
import { sampleScenario } from "./sample-scenario.ts";

/** Plain data: what a flow is made of, and all that is needed to make it again elsewhere. */
export interface FlowSource {
  /** Of the scenario's file, or of the file that it was made for. */
  readonly name: string;
  /** The scenario. */
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
  /** Made up here: there is no such file yet. */
  readonly isSample: boolean;
}

export interface Flow {
  readonly source: FlowSource;
  readonly open: OpenScenario;
  readonly system: System;
  readonly drawing: FlowDrawing;
  readonly problems: readonly Problem[];
}

/** Of a file that is a scenario, or of one that can be simulated; undefined for others. `files`: those that it names. */
export function flowSource(
  name: string,
  text: string,
  files: Readonly<Record<string, string>>,
): FlowSource | undefined {
  if (isScenarioName(name)) return { name, text, files, isSample: false };
  const file = name.slice(name.lastIndexOf("/") + 1);
  const sample = sampleScenario(file, text, new Map(Object.entries(files)));
  if (sample === undefined) return undefined;
  return { name, text: sample, files: { ...files, [file]: text }, isSample: true };
}

export function isScenarioName(name: string): boolean {
  return /\.scenario\.(?:json|ya?ml)$/i.test(name);
}

/** Language of a source's scenario: what is made up here is YAML. */
export function languageOfSource({ name, text, isSample }: FlowSource): "json" | "yaml" {
  return isSample ? "yaml" : languageOf(text, name);
}

/** Undefined where the scenario's text is broken, or nothing is in it that could be drawn; `problems` then say why. */
export function openFlow(source: FlowSource): Flow | { readonly problems: readonly Problem[] } {
  const parsed = parseText(source.text, languageOfSource(source));
  const breaks = breaksOf(parsed);
  if (breaks.length > 0) return { problems: breaks };
  const files: ScenarioFiles = new Map(Object.entries(source.files));
  const open = openScenario(parsed, files);
  const system = systemOf(open.subject, open.scenario, open.replays);
  const problems = scenarioProblems(open, system);
  if (system.specs.length === 0) return { problems };
  return { source, open, system, drawing: flowDrawing(system, open.scenario), problems };
}
