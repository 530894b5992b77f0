/** Rule: fields that the context object does not have, or not here. */
import type { IntrinsicArgument } from "../../intrinsics/ast.ts";
import { isIntrinsicMistake, parseIntrinsic } from "../../intrinsics/parse.ts";
import { isPathMistake, parsePath } from "../../paths/parse.ts";
import type { CompiledPath } from "../../paths/types.ts";
import { closest } from "../../schema/suggest.ts";
import { CONTEXT_FIELDS, contextFieldAt } from "../../schema/tables.ts";
import { valueNode } from "../../text/navigate.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import { type Expression, expressionsOf } from "../expressions.ts";
import type { State } from "../model.ts";
import { parsedJsonata, rangeBefore } from "./jsonata-use.ts";
import { didYouMean } from "./names.ts";
import { rangeOf } from "./path-syntax.ts";
import { guide, type RuleContext, type StateRule } from "./rule.ts";

export const contextPath: StateRule = {
  id: "context-path",
  about: "state",
  severity: "warning",
  summary: "A field that the context object does not have, or does not have here.",
  reason:
    "The context object has Execution, State and StateMachine everywhere; Task.Token only where a task waits for it, Map " +
    "only inside of a Map's iterations and in its ItemSelector. Reading another field fails the state.",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"x.$": "«$$.Execution.Nmae»"}, "End": true}}}`,
    `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"x.$": "«$$.Map.Item.Value»"}, "End": true}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
      "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": {"QueueUrl": "q",
      "MessageBody": "{% «$states.context».Task.Token %}"}}}}`,
  ],
  good: [
    `{"StartAt": "M", "States": {"M": {"Type": "Map", "ItemSelector": {"i.$": "$$.Map.Item.Index"}, "End": true,
      "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
      "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {"QueueUrl": "q",
      "MessageBody": {"token.$": "$$.Task.Token", "v.$": "$$.Map.Item.Value.name", "in.$": "$$.Execution.Input.a"}}}}}}}}`,
  ],
  docs: guide("input-output-contextobject.html"),
  check(state, context) {
    if (state.queryLanguage === "JSONata") return checkJsonata(state, context);
    for (const expression of expressionsOf(state)) {
      if (!expression.text.includes("$$") || hasPlaceholder(expression.text)) continue;
      for (const { path, start } of pathsIn(expression)) {
        if (path.root !== "context") continue;
        const wrong = mistakeIn(namesOf(path), state, expression);
        if (wrong === undefined) continue;
        const range = rangeOf(expression.node, expression.index + start, path.text.length, context);
        context.report({ node: expression.node, range, message: wrong });
      }
    }
  },
};

function checkJsonata(state: State, context: RuleContext): void {
  for (const { expression, compiled } of parsedJsonata(state)) {
    for (const { path, position } of compiled.references.statesPaths) {
      const [member, ...names] = path;
      if (member !== "context") continue;
      const wrong = mistakeIn(names, state, expression);
      if (wrong === undefined) continue;
      // The position is behind `$states`.
      const range = rangeBefore(expression, position + ".context".length, "$states.context".length, context);
      context.report({ node: expression.node, range, message: wrong });
    }
  }
}

/** The paths of a JSONPath expression, with their indexes in its text. */
function pathsIn({ text, kind }: Expression): readonly { path: CompiledPath; start: number }[] {
  if (kind !== "path-or-intrinsic" || text.startsWith("$")) {
    const path = parsePath(text);
    return isPathMistake(path) ? [] : [{ path, start: 0 }];
  }
  const parsed = parseIntrinsic(text);
  return isIntrinsicMistake(parsed) ? [] : parsed.call.arguments.flatMap(pathsOfArgument);
}

function pathsOfArgument(argument: IntrinsicArgument): readonly { path: CompiledPath; start: number }[] {
  if (argument.kind === "call") return argument.arguments.flatMap(pathsOfArgument);
  return argument.kind === "path" ? [{ path: argument.path, start: argument.start }] : [];
}

/** The names up to the first step that is none. */
function namesOf({ segments }: CompiledPath): readonly string[] {
  const names: string[] = [];
  for (const segment of segments) {
    if (segment.kind !== "name") break;
    names.push(segment.name);
  }
  return names;
}

function mistakeIn(names: readonly string[], state: State, expression: Expression): string | undefined {
  for (let depth = 1; depth <= names.length; depth++) {
    const path = names.slice(0, depth).join(".");
    const field = contextFieldAt(path);
    if (field === undefined) return unknown(path, names.slice(0, depth - 1).join("."));
    if (field.only === "task-token" && !waitsForToken(state)) {
      return "The context object has a Task.Token only where the Resource ends in .waitForTaskToken.";
    }
    if (field.only?.startsWith("map") === true && !isInMap(state, expression)) {
      return "The context object has Map only inside of a Map's iterations and in its ItemSelector.";
    }
    // Inside of the user's own data everything is possible.
    if (field.type !== "object") return undefined;
  }
  return undefined;
}

function unknown(path: string, parent: string): string {
  const known = CONTEXT_FIELDS.map((field) => field.path).filter((other) => parentOf(other) === parent);
  const meant = closest(path, known);
  const where = parent === "" ? "The context object" : `${parent} in the context object`;
  return `${where} has no ${path.slice(parent === "" ? 0 : parent.length + 1)}.${didYouMean(meant)}`;
}

function parentOf(path: string): string {
  return path.includes(".") ? path.slice(0, path.lastIndexOf(".")) : "";
}

/** Jobs that are waited for with .sync get the benefit of the doubt: real machines hand their token on, too. */
function waitsForToken({ type, node }: State): boolean {
  if (type !== "Task") return false;
  const resource = valueNode(node, "Resource");
  return resource?.kind !== "string" || /\.(?:waitForTaskToken|sync(?::2)?)$|\$\{/.test(resource.value);
}

function isInMap(state: State, { field }: Expression): boolean {
  if (state.type === "Map" && ["ItemSelector", "Parameters", "ItemBatcher", "ItemReader"].includes(field)) return true;
  for (let scope = state.scope; ; scope = scope.owner.scope) {
    if (scope.kind === "processor") return true;
    if (scope.owner === undefined) return false;
  }
}
