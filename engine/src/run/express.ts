/**
 * What an Express execution cannot do: wait for anything outside of it. AWS refuses such a machine when it is made;
 * where one is run all the same, the state fails with AWS's words.
 * https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
 */
import type { TaskResource } from "./resources.ts";

/** The cause of the failure; undefined for a task that Express executions may run. */
export function refusedByExpress({ kind, resource }: TaskResource): string | undefined {
  const [, suffix] = /\.(waitForTaskToken|sync)(?::\d+)?$/.exec(resource) ?? [];
  if (kind === "service" && suffix !== undefined) {
    return `Express state machine does not support '.${suffix}' service integration`;
  }
  const activity = kind === "activity" && resource.includes(":activity:");
  return activity ? "Express state machine does not support Activity ARN" : undefined;
}
