/**
 * The names of a Map run and of its child executions. AWS makes them up; here they follow from the execution's own
 * names, so that they are the same in every run. Theirs look like UUIDs of version 3, which are hashes of names.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-examine-map-run.html
 */
import type { JsonObject } from "../json.ts";
import type { HiddenHistory } from "./frame.ts";
import { nameUuid } from "./identity.ts";
import { formatTimestamp } from "./timestamp.ts";

/** `$$.Execution` and `$$.StateMachine` of a child execution. */
export interface ChildContext {
  readonly Execution: JsonObject;
  readonly StateMachine: JsonObject;
}

/** `arn:...:mapRun:machine/label:id`. Without a Label, AWS names the Map by an id of its own. */
export function mapRunArn(machineArn: string, stateName: string, label: string | undefined, visit: string): string {
  const prefix = machineArn.replace(":stateMachine:", ":mapRun:");
  return `${prefix}/${label ?? nameUuid(`${machineArn}/${stateName}`)}:${nameUuid(visit)}`;
}

/** The id that ends a Map run's ARN: the folder of its results. */
export function mapRunId(arn: string): string {
  return arn.slice(arn.lastIndexOf(":") + 1);
}

export interface ChildNames {
  readonly name: string;
  readonly executionArn: string;
  readonly stateMachineArn: string;
}

/** Names of the child execution with an index. */
export function childNames(runArn: string, index: number, express: boolean): ChildNames {
  const name = nameUuid(`${runArn}/${index}`);
  const machine = runArn.slice(0, runArn.lastIndexOf(":"));
  const executions = machine.replace(":mapRun:", express ? ":express:" : ":execution:");
  return {
    name,
    executionArn: express ? `${executions}:${name}:${nameUuid(name)}` : `${executions}:${name}`,
    stateMachineArn: machine.replace(":mapRun:", ":stateMachine:"),
  };
}

/** `parent` is `$$.Execution` of the execution that started the Map run. */
export function childContext(child: HiddenHistory, parent: JsonObject): ChildContext {
  const { name, executionArn, stateMachineArn } = childNames(child.mapRunArn, child.index, child.express);
  const { input, startTimeMs } = child;
  return {
    Execution: { ...parent, Id: executionArn, Input: input, StartTime: formatTimestamp(startTimeMs), Name: name },
    StateMachine: { Id: stateMachineArn, Name: stateMachineArn.slice(stateMachineArn.indexOf(":stateMachine:") + 14) },
  };
}
