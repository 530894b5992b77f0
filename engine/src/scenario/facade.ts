/** The façade's `simulate`: a subject and a scenario as texts or plain data, to the end. */
import type { JsonValue } from "../json.ts";
import { scenarioShape } from "../schema/shape.ts";
import type { Metrics } from "../sim/metrics.ts";
import type { FlowRecord } from "../sim/types.ts";
import { languageOf, parseText } from "../text/parse.ts";
import type { Verdict } from "./judge.ts";
import { knownSystem } from "./known-system.ts";
import { nameFindings } from "./names.ts";
import { readScenario } from "./read.ts";
import { simulateSystem } from "./simulate.ts";
import { NO_SUBJECT, type SubjectKind, subjectOf } from "./subject.ts";
import { type NotSimulated, systemOf } from "./system.ts";

export interface SimulateOptions {
  /** In the place of the scenario's. */
  readonly seed?: number;
  /** What the subject is. Default: a template. */
  readonly kind?: SubjectKind;
  /** Records that are kept, the last ones. Default 10,000. */
  readonly maxRecords?: number;
}

export interface Simulated {
  readonly trace: readonly FlowRecord[];
  readonly metrics: Metrics;
  readonly verdicts: readonly Verdict[];
  readonly notSimulated: readonly NotSimulated[];
  /** What nobody said and was taken for granted: traffic, where none is described. */
  readonly assumed: readonly string[];
  /** What of the scenario could not be read or does not fit the subject. */
  readonly problems: readonly string[];
}

/**
 * Simulates `subject` (a template, policy, pattern or state machine; undefined: only what the scenario describes) under
 * `scenario`. Both in JSON or YAML, or as plain data. Files that the scenario names are not read.
 */
export async function simulate(
  subject: JsonValue | undefined,
  scenario: JsonValue,
  { seed, kind = "template", maxRecords = 10_000 }: SimulateOptions = {},
): Promise<Simulated> {
  const [text, scenarioText] = [subject === undefined ? undefined : textOf(subject), textOf(scenario)];
  const { root } = parseText(scenarioText, languageOf(scenarioText));
  const { scenario: read, findings } = readScenario(root);
  const shape = root.kind === "object" ? scenarioShape(root) : [];
  const ownSubject = text === undefined ? NO_SUBJECT : subjectOf(kind, text, languageOf(text));
  const system = systemOf(ownSubject, read);
  const names = nameFindings(root, knownSystem(system));
  const trace = { keep: "last", max: maxRecords } as const;
  const result = await simulateSystem(system, read, { trace, ...(seed !== undefined && { seed }) });
  return {
    trace: result?.trace ?? [],
    metrics: result?.metrics ?? {},
    verdicts: result?.verdicts ?? [],
    notSimulated: system.notSimulated,
    assumed: system.assumed,
    problems: [...shape, ...findings, ...names].map(({ message }) => message),
  };
}

function textOf(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
