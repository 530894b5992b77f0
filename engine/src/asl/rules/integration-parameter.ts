/** Rule: parameters that an optimized integration needs, or does not know. */
import { closest } from "../../schema/suggest.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import { integrationAction } from "./integrations.ts";
import { didYouMean } from "./names.ts";
import { guide, type StateRule } from "./rule.ts";
import { taskParameters } from "./task-parameters.ts";

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
    const { names, keyNode, resource } = given;
    const called = `${resource.service}:${resource.action}`;
    const known = [...action.required, ...(action.oneOf ?? []).flat(), ...(action.optional ?? [])];
    const misspelt = new Set<string>();
    for (const [name, key] of names) {
      if (known.includes(name) || hasPlaceholder(name)) continue;
      const meant = known.find((one) => one.toLowerCase() === name.toLowerCase()) ?? closest(name, known);
      if (meant !== undefined) misspelt.add(meant);
      if (action.optional === undefined && meant?.toLowerCase() !== name.toLowerCase()) continue;
      const fixes = meant === undefined || names.has(meant) ? [] : [renamed(key.value, name, meant, key)];
      context.report({ node: key, message: `${called} has no parameter "${name}".${didYouMean(meant)}`, fixes });
    }
    const missing = action.required.filter((name) => !names.has(name) && !misspelt.has(name));
    const choices = (action.oneOf ?? []).filter((list) => !list.some((name) => names.has(name) || misspelt.has(name)));
    const wanted = [...missing, ...choices.map((list) => list.join(" or "))];
    if (wanted.length > 0) context.report({ node: keyNode, message: `${called} needs ${wanted.join(", ")}.` });
  },
};

function renamed(text: string, name: string, meant: string, key: { readonly start: number; readonly end: number }) {
  const newText = JSON.stringify(meant + text.slice(name.length));
  return { title: `Change to "${meant}"`, edits: [{ start: key.start, end: key.end, newText }] };
}
