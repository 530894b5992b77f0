/**
 * Mistakes of shape: what the schemas say about an object's own fields, one clear Problem for one mistake. A scope's
 * states and a state's scopes are not descended into. What strings say (paths, expressions, names, ARNs) is not shape.
 *
 * Rules: unknown-field, wrong-query-language, wrong-field-for-type, distributed-only, missing-field (also Next or End),
 * exclusive-fields (also Next and End, Iterator and ItemProcessor, two operators), wrong-type, bad-value, out-of-range.
 */
import { MAX_SHAPE_PROBLEMS } from "../limits.ts";
import type { Problem } from "../problem.ts";
import type { Node, ObjectNode } from "../text/tree.ts";
import type { QueryLanguage, ScopeKind, StateType } from "../vocabulary.ts";
import { OBJECTS } from "./generated/tables.ts";
import {
  type ValidationError,
  validateBranch,
  validateItemProcessor,
  validateMachine,
  validateSample,
  validateSampleFile,
  validateStateJSONata,
  validateStateJSONPath,
} from "./generated/validators.js";
import { stateKind } from "./locate.ts";
import { isUnknown, plainOf } from "./plain.ts";
import { ShapeReport } from "./shape-report.ts";
import { mistakesOfShape } from "./shape-walk.ts";

/**
 * What is wrong with a state's own fields, in the query language that holds for it. The type is the one that the state
 * names; undefined where that is missing or wrong, and then this is what is reported.
 */
export function stateProblems(
  node: ObjectNode,
  type: StateType | undefined,
  queryLanguage: QueryLanguage,
): readonly Problem[] {
  const validate = queryLanguage === "JSONata" ? validateStateJSONata : validateStateJSONPath;
  const kind = type === undefined ? stateKind(node) : type.toLowerCase();
  return problemsOf(node, kind, queryLanguage, validate);
}

/** What is wrong with the machine's own fields; also when the root is no object at all. */
export function machineProblems(node: Node): readonly Problem[] {
  if (node.kind === "object") return problemsOf(node, "machine", "JSONPath", validateMachine);
  if (isUnknown(node)) return [];
  const { start, end } = node;
  return [
    {
      rule: "wrong-type",
      severity: "error",
      start,
      end: node.kind === "array" ? Math.min(start + 1, end) : end,
      message: "A state machine is a JSON object with `StartAt` and `States`.",
      docs: OBJECTS.machine?.link ?? "",
      aws: { code: "SCHEMA_VALIDATION_FAILED", message: "Definition must be a valid JSON object" },
    },
  ];
}

/** What is wrong with the own fields of a scope: the machine, a branch, an item processor. */
export function scopeProblems(node: ObjectNode, kind: ScopeKind): readonly Problem[] {
  if (kind === "machine") return machineProblems(node);
  return kind === "branch"
    ? problemsOf(node, "branch", "JSONPath", validateBranch)
    : problemsOf(node, "item-processor", "JSONPath", validateItemProcessor);
}

/** What is wrong with the fields of a file of sample messages, or of one sample. */
export function sampleProblems(node: ObjectNode, kind: "sample-file" | "sample"): readonly Problem[] {
  return problemsOf(node, kind, "JSONPath", kind === "sample" ? validateSample : validateSampleFile).map(withoutAws);
}

/** What is wrong with the fields of a scenario. */
export function scenarioShape(node: ObjectNode): readonly Problem[] {
  return reported(node, "scenario", "JSONPath", mistakesOfShape(node, "scenario")).map(withoutAws);
}

/** AWS does not read it. */
function withoutAws({ aws: _, ...problem }: Problem): Problem {
  return problem;
}

function problemsOf(
  node: ObjectNode,
  kind: string,
  queryLanguage: QueryLanguage,
  validate: typeof validateMachine,
): readonly Problem[] {
  return validate(plainOf(node, kind)) ? [] : reported(node, kind, queryLanguage, validate.errors ?? []);
}

function reported(
  node: ObjectNode,
  kind: string,
  queryLanguage: QueryLanguage,
  errors: readonly ValidationError[],
): readonly Problem[] {
  const report = new ShapeReport(node, kind, queryLanguage);
  for (const error of errors.slice(0, MAX_SHAPE_PROBLEMS)) report.add(error);
  return report.problems();
}
