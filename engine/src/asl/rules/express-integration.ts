/** Rule: what Express workflows cannot do. */
import { valueNode } from "../../text/navigate.ts";
import type { Scope, State } from "../model.ts";
import { isDistributed } from "../variables.ts";
import { integrationOf, isActivityArn } from "./integrations.ts";
import { guide, type MachineRule, type RuleContext } from "./rule.ts";

export const expressIntegration: MachineRule = {
  id: "express-integration",
  about: "machine",
  severity: "error",
  summary: "A task in an Express workflow that waits for a job, a token or an activity.",
  reason:
    "Express workflows only support request and response: no .sync, no .waitForTaskToken, no activities. The same holds " +
    "inside a distributed Map whose ExecutionType is EXPRESS.",
  machineType: "EXPRESS",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
      "Resource": «"arn:aws:states:::sqs:sendMessage.waitForTaskToken"»}}}`,
  ],
  good: [
    '{"StartAt": "A", "States": {"A": {"Type": "Task", "End": true, "Resource": "arn:aws:states:::sqs:sendMessage"}}}',
  ],
  docs: guide("choosing-workflow-type.html"),
  check(machine, context) {
    const express = context.machineType === "EXPRESS";
    if (!express && !machine.scopes.some(isExpressProcessor)) return;
    for (const state of machine.states) {
      if (!express && !isInExpressProcessor(state)) continue;
      checkState(state, context);
      checkMap(state, context);
    }
  },
};

function isInExpressProcessor(state: State): boolean {
  for (let scope: Scope | undefined = state.scope; scope !== undefined; scope = scope.owner?.scope) {
    const config = valueNode(scope.node, "ProcessorConfig");
    const mode = valueNode(config, "Mode");
    if (mode?.kind === "string" && mode.value === "DISTRIBUTED") return isExpressProcessor(scope);
  }
  return false;
}

function isExpressProcessor(scope: Scope): boolean {
  const type = valueNode(valueNode(scope.node, "ProcessorConfig"), "ExecutionType");
  return type?.kind === "string" && type.value === "EXPRESS";
}

/** A map run is started from a Standard workflow only. */
function checkMap(state: State, context: RuleContext): void {
  const [scope] = state.scopes;
  if (state.type !== "Map" || scope === undefined || !isDistributed(scope)) return;
  const mode = valueNode(valueNode(scope.node, "ProcessorConfig"), "Mode");
  if (mode === undefined) return;
  const message = "Express workflows have no Distributed Map: only a Standard workflow can start its child executions.";
  context.report({ node: mode, message, severity: "warning" });
}

function checkState(state: State, context: RuleContext): void {
  const node = valueNode(state.node, "Resource");
  if (state.type !== "Task" || node?.kind !== "string") return;
  const suffix = integrationOf(node.value)?.suffix ?? "";
  if (suffix === "waitForTaskToken") {
    // The space at the end is AWS's.
    report("Express workflows cannot wait for a task token.", "'.waitForTaskToken' service integration ");
  } else if (suffix.startsWith("sync")) {
    report("Express workflows cannot wait for a job with .sync.", "'.sync' service integration");
  } else if (isActivityArn(node.value)) {
    report("Express workflows have no activities.", "Activity ARN");
  }

  function report(message: string, what: string): void {
    const words = `Express state machine does not support ${what}`;
    context.report({
      node: node as NonNullable<typeof node>,
      message,
      aws: { code: "SCHEMA_VALIDATION_FAILED", message: words },
    });
  }
}
