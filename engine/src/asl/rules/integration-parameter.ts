/** Rule: parameters that an optimized integration needs, or does not know. */
import { closest } from "../../schema/suggest.ts";
import type { IntegrationAction } from "../../schema/types.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import { integrationAction } from "./integrations.ts";
import { didYouMean } from "./names.ts";
import { guide, type StateRule } from "./rule.ts";
import { hasParameter, parameterName, taskParameters } from "./task-parameters.ts";

export const integrationParameter: StateRule = {
  id: "integration-parameter",
  about: "state",
  severity: "warning",
  summary: "A call of an optimized integration without a parameter that it needs, or with one that it does not have.",
  reason:
    "Step Functions passes the parameters on to the service's API under exactly these names, which begin with a capital " +
    "letter. The call fails without the required ones.",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
      «"Parameters"»: {"MessageBody.$": "$"}}}}`,
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
      "Parameters": {"FunctionName": "f", «"payload.$"»: "$"}}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
      "Resource": "arn:aws:states:::sns:publish", «"Arguments"»: {"Message": "hello"}}}}`,
  ],
  good: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
      "Parameters": {"QueueUrl.$": "$.url", "MessageBody": {"any": "thing"}}}}}`,
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "InputPath": "$.call",
      "End": true}}}`,
  ],
  docs: guide("integrate-optimized.html"),
  check(state, context) {
    const given = taskParameters(state);
    const action = given === undefined ? undefined : integrationAction(given.resource);
    if (given === undefined || action === undefined) return;
    const known = knownParameters(action);
    const called = `${given.resource.service}:${given.resource.action}`;
    const misspelt = new Set<string>();
    for (const { key } of given.node.properties) {
      const name = parameterName(key.value, given);
      if (known.has(name) || hasPlaceholder(name)) continue;
      const meant = [...known].find((one) => one.toLowerCase() === name.toLowerCase()) ?? closest(name, known);
      if (meant !== undefined) misspelt.add(meant);
      if (action.optional === undefined && meant?.toLowerCase() !== name.toLowerCase()) continue;
      const fixes = meant === undefined || hasParameter(given, meant) ? [] : [renamed(key.value, name, meant, key)];
      context.report({ node: key, message: `${called} has no parameter "${name}".${didYouMean(meant)}`, fixes });
    }
    const isThere = (name: string): boolean => misspelt.has(name) || hasParameter(given, name);
    const missing = action.required.filter((name) => !isThere(name));
    const choices = (action.oneOf ?? []).filter((list) => !list.some(isThere));
    const wanted = [...missing, ...choices.map((list) => list.join(" or "))];
    if (wanted.length > 0) context.report({ node: given.keyNode, message: `${called} needs ${wanted.join(", ")}.` });
  },
};

const parametersByAction = new Map<IntegrationAction, ReadonlySet<string>>();

function knownParameters(action: IntegrationAction): ReadonlySet<string> {
  let known = parametersByAction.get(action);
  if (known === undefined) {
    known = new Set([...action.required, ...(action.oneOf ?? []).flat(), ...(action.optional ?? [])]);
    parametersByAction.set(action, known);
  }
  return known;
}

function renamed(text: string, name: string, meant: string, key: { readonly start: number; readonly end: number }) {
  const newText = JSON.stringify(meant + text.slice(name.length));
  return { title: `Change to "${meant}"`, edits: [{ start: key.start, end: key.end, newText }] };
}
