/**
 * From files to what can be run: the scenario as it was read, its subject, and the files that it names. Who reads files is
 * the host's matter: `filesOf` says which are needed.
 */
import { aslRecognition } from "../asl/recognize.ts";
import type { Recognition } from "../editor/recognition.ts";
import { isObject, type JsonObject, type JsonValue, objectOf } from "../json.ts";
import { eventPatternRecognition, filterPolicyRecognition, redrivePolicyRecognition } from "../policies/recognize.ts";
import type { Finding } from "../rules/finding.ts";
import { longForm } from "../template/long-form.ts";
import { templateRecognition } from "../template/recognize.ts";
import { valueNode, valueOf } from "../text/navigate.ts";
import { languageOf, parseText } from "../text/parse.ts";
import type { ParsedText } from "../text/parsed.ts";
import type { Node } from "../text/tree.ts";
import { besideFile, definitionPaths } from "./definition-files.ts";
import { readScenario } from "./read.ts";
import { NO_SUBJECT, type Subject, type SubjectKind, subjectOf } from "./subject.ts";
import type { Replays } from "./system.ts";
import type { Scenario } from "./types.ts";
import { durationMs } from "./units.ts";

/** Texts by the names that the scenario has for them; those that are not there are missing. */
export type ScenarioFiles = ReadonlyMap<string, string>;

export interface OpenScenario {
  readonly parsed: ParsedText;
  readonly scenario: Scenario;
  /** Plain data, functions of templates in their long form, so that a sweep can put values into it. */
  readonly data: JsonObject;
  readonly subject: Subject;
  readonly replays: Replays;
  readonly findings: readonly Finding[];
}

/** Names of the files that a scenario's text speaks of, relative to it. */
export function filesOf({ simulate, traffic, behavior, cases }: Scenario): readonly string[] {
  const names = [
    simulate?.file,
    ...traffic.map(({ replay }) => replay),
    ...behavior.map(({ handler }) => handler && handlerFile(handler)),
    ...cases.flatMap(({ inputFile, mockFile }) => [inputFile, mockFile?.file]),
  ];
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** `src/process.mjs#handler`: the file. */
function handlerFile(handler: string): string {
  return handler.split("#")[0] ?? handler;
}

/** The scenario of a text in JSON or YAML. Never throws. */
export function scenarioOf(parsed: ParsedText): { readonly scenario: Scenario; readonly findings: readonly Finding[] } {
  return readScenario(parsed.root);
}

export function openScenario(parsed: ParsedText, files: ScenarioFiles): OpenScenario {
  const read = readScenario(parsed.root);
  const { scenario } = read;
  const findings = [...read.findings, ...missingInCases(scenario, files), ...missingCode(scenario, files)];
  const data = longForm(parsed.root);
  return {
    parsed,
    scenario,
    data: objectOf(data),
    subject: subjectFor(scenario, files, findings),
    replays: replaysIn(scenario, files, findings),
    findings,
  };
}

/** Names of the files that are simulated together with the file `name`, as that counts them. */
export function filesOfSubject(text: string, name: string): readonly string[] {
  const subject = knownSubject(text, name);
  return subject === undefined ? [] : definitionPaths(subject).map((path) => besideFile(name, path));
}

/**
 * What a file is to be simulated as, with what `filesOfSubject` names; undefined where there is nothing to simulate in it.
 */
export function subjectIn(text: string, name: string, files: ScenarioFiles): Subject | undefined {
  const subject = knownSubject(text, name);
  if (subject === undefined) return undefined;
  const definitions = definitionPaths(subject).flatMap((path): [string, string][] => {
    const found = files.get(besideFile(name, path));
    return found === undefined ? [] : [[path, found]];
  });
  return { ...subject, definitions: new Map(definitions) };
}

function knownSubject(text: string, name: string): Subject | undefined {
  const language = languageOf(text, name);
  const known =
    SUBJECTS.find(({ fileName }) => fileName.test(name)) ??
    SUBJECTS.find(({ looksLike }) => looksLike?.(text, language));
  return known && subjectOf(known.kind as SubjectKind, text, language);
}

/** What can be simulated, in the order in which it is asked for. */
const SUBJECTS: readonly Recognition[] = [
  aslRecognition,
  templateRecognition,
  eventPatternRecognition,
  redrivePolicyRecognition,
  filterPolicyRecognition,
];

function subjectFor({ simulate }: Scenario, files: ScenarioFiles, findings: Finding[]): Subject {
  if (simulate === undefined) return NO_SUBJECT;
  const { file, node } = simulate;
  const text = files.get(file);
  const subject = text === undefined ? undefined : subjectIn(text, file, files);
  if (subject !== undefined) return subject;
  const message = `\`${file}\` is no template, state machine, policy or event pattern: there is nothing to simulate in it.`;
  findings.push(text === undefined ? missingFile(file, node) : { rule: "scenario-file", node, message });
  return NO_SUBJECT;
}

function missingFile(file: string, node: Node): Finding {
  return { rule: "scenario-file", node, message: `There is no file \`${file}\` beside the scenario.` };
}

/** Files that cases name: they are read when a case runs. */
function missingInCases({ cases }: Scenario, files: ScenarioFiles): readonly Finding[] {
  return cases.flatMap(({ node, inputFile, mockFile }) =>
    [
      { field: "input", file: inputFile },
      { field: "mocks", file: mockFile?.file },
    ].flatMap(({ field, file }) =>
      file === undefined || files.has(file) ? [] : [missingFile(file, valueNode(node, field) ?? node)],
    ),
  );
}

function missingCode({ behavior }: Scenario, files: ScenarioFiles): readonly Finding[] {
  return behavior.flatMap(({ node, handler }) =>
    handler === undefined || files.has(handlerFile(handler))
      ? []
      : [missingFile(handlerFile(handler), valueNode(node, "handler") ?? node)],
  );
}

// --- replayed files

/** A line of a recording: a message, with the time since its beginning or an ISO time. */
function replaysIn({ traffic }: Scenario, files: ScenarioFiles, findings: Finding[]): Replays {
  const replays = new Map<string, readonly { timeMs: number; body: string }[]>();
  for (const { replay, node } of traffic) {
    if (replay === undefined || replays.has(replay)) continue;
    const written = valueNode(node, "replay") ?? node;
    const text = files.get(replay);
    if (text === undefined) {
      findings.push(missingFile(replay, written));
      continue;
    }
    const read = readRecording(text);
    if ("message" in read)
      findings.push({ rule: "scenario-file", node: written, message: `\`${replay}\` ${read.message}` });
    else replays.set(replay, read.messages);
  }
  return replays;
}

interface Recorded {
  readonly timeMs: number;
  readonly body: string;
}

/** One JSON value a line, or one list: `{"at": "1s", "body": ...}`, or the body itself, a second after the one before. */
export function readRecording(text: string): { readonly messages: readonly Recorded[] } | { readonly message: string } {
  const whole = parseText(text, "json");
  const list = valueOf(whole.root);
  const lines = text.split("\n").map((line) => line.trim());
  const values: JsonValue[] = [];
  if (whole.problems.length === 0 && Array.isArray(list)) values.push(...list);
  else {
    for (const [index, line] of lines.entries()) {
      if (line === "") continue;
      const parsed = parseText(line, "json");
      if (parsed.problems.length > 0) return { message: `cannot be read: line ${index + 1} is not JSON.` };
      values.push(valueOf(parsed.root));
    }
  }
  const messages: Recorded[] = [];
  let beforeMs = -1_000;
  for (const [index, value] of values.entries()) {
    const { timeMs, body } = recordedOf(value, beforeMs + 1_000);
    if (timeMs === undefined) return { message: `has no time that can be read in message ${index + 1}.` };
    if (timeMs < beforeMs) return { message: `goes back in time at message ${index + 1}.` };
    messages.push({ timeMs, body });
    beforeMs = timeMs;
  }
  return { messages };
}

function recordedOf(value: JsonValue, nextMs: number): { readonly timeMs: number | undefined; readonly body: string } {
  const isWrapped = isObject(value) && value.body !== undefined;
  const body = isWrapped ? (value.body as JsonValue) : value;
  const at = isWrapped ? value.at : undefined;
  const timeMs =
    at === undefined ? nextMs : typeof at === "string" || typeof at === "number" ? durationMs(at) : undefined;
  return { timeMs, body: typeof body === "string" ? body : JSON.stringify(body) };
}
