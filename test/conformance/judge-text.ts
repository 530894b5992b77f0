/** Judges definitions as text: accepted ones, rejected ones with AWS's answer, variable references, lint cases. */
import {
  check,
  type JsonValue,
  type MachineType,
  nodeAtPointer,
  type Problem,
  parseText,
  type ValidationResponse,
  validateDefinition,
  variableReferences,
} from "@sluice/engine";
import { type Case, type Verdict, verdict } from "./cases.ts";
import { difference, listDifference } from "./compare.ts";

interface Diagnostic {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly location?: string;
}

/** The text that a person would have in the editor. */
function textOf(row: Case): { readonly text: string; readonly language: "json" | "yaml" } {
  if (typeof row.yaml === "string") return { text: row.yaml, language: "yaml" };
  const text = row.text ?? row.definition_text;
  return { text: typeof text === "string" ? text : JSON.stringify(row.definition, null, 2), language: "json" };
}

/** AWS ran it: not one error. */
export function judgeAccepted(row: Case): Verdict {
  const machineType = (row.type as MachineType | undefined) ?? "STANDARD";
  const errors = check(textOf(row).text, { language: "json", machineType }).filter(
    ({ severity }) => severity === "error",
  );
  return verdict({ pass: errors.length === 0 }, errors.map(({ rule, message }) => `${rule}: ${message}`).join("; "));
}

/** What CreateStateMachine says about the same diagnostics. */
function createMessage(diagnostics: readonly Diagnostic[]): string {
  const parts = diagnostics.map(({ code, message, location }) => `${code}: ${message} at ${location ?? "null"}`);
  return `Invalid State Machine Definition: '${parts.join(", ")}'`;
}

function judgeCreate(message: string, actual: ValidationResponse): Verdict {
  const codes = actual.diagnostics.map(({ code }) => code);
  const rejected = actual.result === "FAIL" && codes.every((code) => message.includes(`${code}: `));
  const own = createMessage(actual.diagnostics);
  return verdict({ pass: rejected, message: rejected && own === message }, `expected ${message}, got ${own}`);
}

/** Result, codes and places; beside it the same with every message. */
export function judgeValidation(row: Case): Verdict {
  const expected = row.expected as { result?: string; diagnostics?: Diagnostic[]; error?: { Message: string } };
  const type = (row.type as MachineType | undefined) ?? "STANDARD";
  // Recorded answers leave warnings out, as the API does unless asked.
  const actual = validateDefinition(textOf(row).text, { type });
  if (expected.error !== undefined) return judgeCreate(expected.error.Message, actual);
  const recorded = expected.diagnostics ?? [];
  const places = (list: readonly Diagnostic[]): string[] =>
    list.map(({ severity, code, location }) => `${severity} ${code} ${location ?? ""}`);
  const texts = (list: readonly Diagnostic[]): string[] => list.map((one) => `${places([one])[0]} ${one.message}`);
  const pass =
    expected.result === actual.result
      ? listDifference(places(recorded), places(actual.diagnostics), false)
      : `result: expected ${expected.result}, got ${actual.result}`;
  const message = pass ?? listDifference(texts(recorded), texts(actual.diagnostics), false);
  return verdict({ pass: pass === undefined, message: message === undefined }, pass ?? message);
}

export function judgeVariableReferences(row: Case): Verdict {
  const expected = (row.expected as { variableReferences?: Record<string, string[]> }).variableReferences ?? {};
  const sorted = (references: Readonly<Record<string, readonly string[]>>): Record<string, string[]> =>
    Object.fromEntries(Object.entries(references).map(([state, names]) => [state, names.toSorted()]));
  const found = difference(sorted(expected), sorted(variableReferences(row.definition as JsonValue)));
  return verdict({ pass: found === undefined }, found);
}

/** Range of the place a lint case names: the property, or the nearest parent that exists. */
function rangeAt(text: string, language: "json" | "yaml", pointer: string): { start: number; end: number } {
  const { root } = parseText(text, language);
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const node = nodeAtPointer(root, at);
    if (node !== undefined) return node.parent?.kind === "property" ? node.parent : node;
    if (at === "") return root;
  }
}

const RANK: Readonly<Record<Problem["severity"], number>> = { error: 3, warning: 2, info: 1, hint: 0 };

export function judgeLint(row: Case): Verdict {
  const { text, language } = textOf(row);
  const problems = check(text, { language });
  const list = (found: readonly Problem[]): string =>
    found.map(({ rule, message }) => `${rule}: ${message}`).join("; ");
  const expect = row.expect as "error" | "warning" | "ok" | "ok-in-context";
  if (expect === "ok" || expect === "ok-in-context") {
    const least = expect === "ok" ? RANK.warning : RANK.error;
    const wrong = problems.filter(({ severity }) => RANK[severity] >= least);
    return verdict({ pass: wrong.length === 0 }, list(wrong));
  }
  const place = rangeAt(text, language, String(row.where ?? ""));
  const isThere = ({ start, end }: Problem): boolean => start >= place.start && end <= place.end;
  const caught = problems.some((problem) => isThere(problem) && RANK[problem.severity] >= RANK[expect]);
  const unrelated = problems.filter((problem) => problem.severity === "error" && !isThere(problem));
  const why = caught ? `also ${list(unrelated)}` : `nothing at ${row.where}, but: ${list(problems)}`;
  return verdict({ pass: caught && unrelated.length === 0 }, why);
}
