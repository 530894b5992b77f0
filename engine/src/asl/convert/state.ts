/**
 * One JSONPath state as a JSONata state that gives the same output for every input for which the first one succeeds.
 * Where the first one fails (a path that leads nowhere), the second one fails, too, or goes on with the field left out.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
import type { Draft, Member, ObjectDraft } from "../../editor/compose.ts";
import { property, valueNode } from "../../text/navigate.ts";
import type { Node, ObjectNode, Property } from "../../text/tree.ts";
import type { State } from "../model.ts";
import { isDistributed } from "../variables.ts";
import { conditionOf } from "./condition.ts";
import {
  combine,
  ERROR_OUTPUT,
  effectiveInput,
  expressionDraft,
  outputOf,
  STATE_INPUT,
  STATE_RESULT,
} from "./data-flow.ts";
import { CannotConvert, delimited, type Expression } from "./expression-text.ts";
import { pathExpression } from "./path.ts";
import { constantDraft, constantExpression, evaluated, templateDraft, templateExpression } from "./template.ts";

/** Fields that only say how data flows, and end up in Output. */
const OUTPUT_FIELDS = new Set(["ResultSelector", "ResultPath", "OutputPath", "Result"]);

/** Errors of JSONPath's data flow, which JSONata raises under another name. */
const FLOW_ERRORS = new Set([
  "States.IntrinsicFailure",
  "States.ParameterPathFailure",
  "States.ResultPathMatchFailure",
  "States.Runtime",
]);

/** Writes the members of a state anew. `inner` writes what a state inside it becomes. Throws CannotConvert. */
export function stateMembers(state: State, inner: (scopes: Property) => Draft): Member[] {
  refuseFlowErrors(state);
  const input = effectiveInput(state);
  const output = outputOf(state, input);
  const given = argumentsOf(state, input);
  const members: Member[] = [];
  let hasOutput = output === undefined || state.type === "Choice";
  const addOutput = (from?: Property): void => {
    if (hasOutput) return;
    hasOutput = true;
    members.push({ key: "Output", draft: output as Draft, ...(from === undefined ? {} : { from }) });
  };
  let hasArguments = given === undefined;
  for (const from of state.node.properties) {
    const name = from.key.value;
    if (name === "InputPath" || (name === "Parameters" && state.type !== "Map" && state.type !== "Pass")) {
      if (!hasArguments) members.push({ key: given?.key as string, draft: given?.draft as Draft, from });
      hasArguments = true;
    } else if (OUTPUT_FIELDS.has(name) || (name === "Parameters" && state.type === "Pass")) {
      addOutput(from);
    } else {
      members.push(...fieldMembers(state, from, input, inner));
    }
  }
  if (!hasArguments) members.push({ key: given?.key as string, draft: given?.draft as Draft });
  addOutput();
  if (state.type === "Choice" && output !== undefined) members.push({ key: "Output", draft: output });
  return members;
}

function refuseFlowErrors({ node }: State): void {
  for (const field of ["Retry", "Catch"]) {
    const list = valueNode(node, field);
    for (const handler of list?.kind === "array" ? list.items : []) {
      const names = valueNode(handler, "ErrorEquals");
      for (const name of names?.kind === "array" ? names.items : []) {
        if (name.kind !== "string" || !FLOW_ERRORS.has(name.value)) continue;
        throw new CannotConvert(`${field} names ${name.value}, which JSONata raises as States.QueryEvaluationError`);
      }
    }
  }
}

/** Arguments of a Task or Parallel, Items of a Map; undefined where they would be the state's input. */
function argumentsOf(state: State, input: Expression): { key: string; draft: Draft } | undefined {
  const { node, type } = state;
  const isDefault = input.text === STATE_INPUT.text;
  if (type === "Task" || type === "Parallel") {
    const parameters = valueNode(node, "Parameters");
    if (parameters !== undefined) return { key: "Arguments", draft: templateDraft(parameters, input) };
    return isDefault ? undefined : { key: "Arguments", draft: expressionDraft(input) };
  }
  // A Distributed Map takes an object, too, but only where Items says so.
  if (type !== "Map" || (isDefault && !state.scopes.some(isDistributed))) return undefined;
  if (property(node, "ItemsPath") !== undefined || property(node, "ItemReader") !== undefined) return undefined;
  return { key: "Items", draft: expressionDraft(input) };
}

/** `XPath` fields that become `X`; the first ones may also hold the number as a text. */
const NUMBER_PATHS = new Set([
  "MaxConcurrencyPath",
  "MaxInputBytesPerBatchPath",
  "MaxItemsPath",
  "MaxItemsPerBatchPath",
  "SecondsPath",
  "ToleratedFailureCountPath",
  "ToleratedFailurePercentagePath",
]);

function fieldMembers(state: State, from: Property, input: Expression, inner: (scopes: Property) => Draft): Member[] {
  const { key, value } = from;
  const name = key.value;
  const one = (draft: Draft, newKey = name): Member[] => [{ key: newKey, draft, from }];
  switch (name) {
    case "QueryLanguage":
      return [];
    case "ItemsPath":
      if (property(state.node, "ItemReader") !== undefined) throw new CannotConvert("it has ItemsPath and ItemReader");
      return one(pathDraft(value, input), "Items");
    case "Parameters":
      return one(templateDraft(value, input), "ItemSelector");
    case "ItemSelector":
      return one(templateDraft(value, input));
    case "TimestampPath":
      return one(pathDraft(value, input), "Timestamp");
    case "TimeoutSecondsPath":
    case "HeartbeatSecondsPath":
      return one(pathDraft(value, STATE_INPUT), name.slice(0, -4));
    case "ErrorPath":
    case "CausePath":
      return one({ value: delimited(evaluated(value, STATE_INPUT).text) }, name.slice(0, -4));
    case "Credentials":
      return one(templateDraft(value, STATE_INPUT));
    case "Assign":
      return one(templateDraft(value, assignInput(state, input)));
    case "Choices":
      return one(listDraft(value, (rule) => ruleDraft(state, rule, input)));
    case "Catch":
      return one(listDraft(value, catcherDraft));
    case "ItemReader":
    case "ItemBatcher":
      return one(nestedDraft(value, input, input));
    case "ResultWriter":
      return one(nestedDraft(value, STATE_INPUT, input));
    case "Branches":
    case "ItemProcessor":
      return one(inner(from));
    case "Iterator":
      return one(inner(from), "ItemProcessor");
    case "Error":
    case "Cause":
      return one(constantDraft(value));
    default:
      return NUMBER_PATHS.has(name) ? one(numberDraft(value, input), name.slice(0, -4)) : one({ keep: value });
  }
}

/** What `$` means in a state's Assign. */
function assignInput({ node, type }: State, input: Expression): Expression {
  if (type === "Task" || type === "Map" || type === "Parallel") return STATE_RESULT;
  if (type !== "Pass") return input;
  const result = valueNode(node, "Result");
  if (result !== undefined) return constantExpression(result);
  const parameters = valueNode(node, "Parameters");
  return parameters === undefined ? input : templateExpression(parameters, input);
}

function pathOf(value: Node, input: Expression): Expression {
  if (value.kind !== "string") throw new CannotConvert("a path is only known after deployment");
  return pathExpression(value.value, input);
}

function pathDraft(value: Node, input: Expression): Draft {
  return expressionDraft(pathOf(value, input));
}

function numberDraft(value: Node, input: Expression): Draft {
  return { value: delimited(`$number(${pathOf(value, input).text})`) };
}

function listDraft(list: Node, draft: (item: ObjectNode) => ObjectDraft): Draft {
  if (list.kind !== "array") return { keep: list };
  return { items: list.items.map((item) => (item.kind === "object" ? draft(item) : { keep: item })), of: list };
}

function ruleDraft(state: State, rule: ObjectNode, input: Expression): ObjectDraft {
  const output = outputOf(state, input);
  const members: Member[] = [{ key: "Condition", draft: { value: delimited(conditionOf(rule, input).text) } }];
  for (const from of rule.properties) {
    const { key, value } = from;
    if (key.value === "Next" || key.value === "Comment") members.push({ key: key.value, draft: { keep: value }, from });
    if (key.value === "Assign") members.push({ key: "Assign", draft: templateDraft(value, input), from });
  }
  if (output !== undefined) members.push({ key: "Output", draft: output });
  return { members, of: rule };
}

function catcherDraft(catcher: ObjectNode): ObjectDraft {
  const members = catcher.properties.flatMap((from): Member[] => {
    const { key, value } = from;
    if (key.value === "Assign") return [{ key: "Assign", draft: templateDraft(value, ERROR_OUTPUT), from }];
    if (key.value !== "ResultPath") return [{ key: key.value, draft: { keep: value }, from }];
    const combined = combine(value, { expression: ERROR_OUTPUT }).expression;
    return combined.text === ERROR_OUTPUT.text ? [] : [{ key: "Output", draft: expressionDraft(combined), from }];
  });
  return { members, of: catcher };
}

/** ItemReader, ReaderConfig, ItemBatcher, ResultWriter: `Parameters` become Arguments, paths become values. */
function nestedDraft(node: Node, argumentsInput: Expression, input: Expression): Draft {
  if (node.kind !== "object") return { keep: node };
  const members = node.properties.map((from): Member => {
    const { key, value } = from;
    const name = key.value;
    if (name === "Parameters") return { key: "Arguments", draft: templateDraft(value, argumentsInput), from };
    if (name === "BatchInput") return { key: name, draft: templateDraft(value, input), from };
    if (name === "ReaderConfig") return { key: name, draft: nestedDraft(value, argumentsInput, input), from };
    if (NUMBER_PATHS.has(name)) return { key: name.slice(0, -4), draft: numberDraft(value, input), from };
    return { key: name, draft: { keep: value }, from };
  });
  return { members, of: node };
}
