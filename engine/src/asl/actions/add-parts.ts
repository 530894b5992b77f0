/**
 * What a state may still need, added with values that are good to begin with: Retry, Catch, Default, an end, a Comment.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
import { styleOf } from "../../editor/compose.ts";
import { addProperty } from "../../editor/object-edits.ts";
import type { CodeAction } from "../../editor/types.ts";
import type { JsonValue } from "../../json.ts";
import type { TextEdit } from "../../problem.ts";
import { property, valueNode } from "../../text/navigate.ts";
import type { Property } from "../../text/tree.ts";
import type { AslDocument } from "../document.ts";
import type { Machine, State } from "../model.ts";
import { uniqueStateName } from "./state-names.ts";

const RETRYABLE = new Set(["Task", "Parallel", "Map"]);

/** What AWS advises to try again for every Lambda function. */
const LAMBDA_ERRORS = [
  "Lambda.ClientExecutionTimeoutException",
  "Lambda.ServiceException",
  "Lambda.AWSLambdaException",
  "Lambda.SdkClientException",
  "Lambda.TooManyRequestsException",
];

/** Actions for the state at the cursor. */
export function addActions(document: AslDocument, state: State): readonly CodeAction[] {
  const { machine } = document;
  if (machine === undefined) return [];
  const { node, name, type } = state;
  const lacks = (field: string): boolean => property(node, field) === undefined;
  const actions: (CodeAction | undefined)[] = [];
  const add = (field: string, edits: readonly (TextEdit | undefined)[]): void => {
    if (edits.includes(undefined)) return;
    const title = `Add ${field} to "${name}"`;
    actions.push({ title, kind: "refactor.rewrite", edits: edits as readonly TextEdit[] });
  };
  if (type !== undefined && RETRYABLE.has(type)) {
    if (lacks("Retry")) add("Retry", [addField(document, state, "Retry", [retrier(state)])]);
    if (lacks("Catch")) add("Catch", withFailState(document, machine, state, "Catch", `${name} failed`));
  }
  if (type === "Choice" && lacks("Default")) {
    add("Default", withFailState(document, machine, state, "Default", `${name} undecided`));
  }
  if (type !== undefined && type !== "Choice" && !state.terminal && lacks("Next") && lacks("End")) {
    add("End", [addField(document, state, "End", true)]);
  }
  if (lacks("Comment")) add("Comment", [addField(document, state, "Comment", "", property(node, "Type"))]);
  return actions.filter((action) => action !== undefined);
}

function retrier({ node }: State): JsonValue {
  const resource = valueNode(node, "Resource");
  const isLambda = resource?.kind === "string" && /:lambda:/.test(resource.value);
  return {
    ErrorEquals: isLambda ? LAMBDA_ERRORS : ["States.TaskFailed"],
    IntervalSeconds: 1,
    MaxAttempts: 3,
    BackoffRate: 2,
    JitterStrategy: "FULL",
  };
}

/** Before Next or End, which people look for at the end of a state. */
export function addField(
  document: AslDocument,
  { node }: State,
  field: string,
  value: JsonValue,
  after?: Property,
): TextEdit | undefined {
  const exit = property(node, "Next") ?? property(node, "End");
  const index = exit === undefined ? -1 : node.properties.indexOf(exit);
  return addProperty(
    node,
    field,
    value,
    styleOf(document.parsed),
    after ?? node.properties[index - 1] ?? node.properties.at(-1),
  );
}

/** Leads to the Fail state that the scope has, or to a new one behind the state. */
export function withFailState(
  document: AslDocument,
  machine: Machine,
  state: State,
  field: "Catch" | "Default",
  newName: string,
): readonly (TextEdit | undefined)[] {
  const existing = state.scope.states.find(({ type }) => type === "Fail");
  const target = existing?.name ?? uniqueStateName(machine, newName);
  const value = field === "Default" ? target : [catcher(state, target)];
  const edit = addField(document, state, field, value);
  return existing === undefined ? [edit, addState(document, state, target, failState(state, field))] : [edit];
}

function catcher({ queryLanguage }: State, next: string): JsonValue {
  const keep =
    queryLanguage === "JSONata"
      ? { Output: "{% $merge([$states.input, {'error': $states.errorOutput}]) %}" }
      : { ResultPath: "$.error" };
  return { ErrorEquals: ["States.ALL"], ...keep, Next: next };
}

function failState(state: State, field: "Catch" | "Default"): JsonValue {
  if (field === "Default")
    return { Type: "Fail", Error: "NoChoiceMatched", Cause: `No rule of ${state.name} was true` };
  return state.queryLanguage === "JSONata"
    ? { Type: "Fail", Error: "{% $states.input.error.Error %}", Cause: "{% $states.input.error.Cause %}" }
    : { Type: "Fail", ErrorPath: "$.error.Error", CausePath: "$.error.Cause" };
}

/** A new state behind another one. */
export function addState(document: AslDocument, behind: State, name: string, value: JsonValue): TextEdit | undefined {
  const states = behind.scope.statesNode;
  const after = behind.node.parent;
  if (states === undefined || after?.kind !== "property") return undefined;
  return addProperty(states, name, value, styleOf(document.parsed), after);
}
