/** Short texts for a graph: what a transition waits for, what a state does. */
import { conditionText, expressionText, member, stringMember, valueText } from "../asl/condition-text.ts";
import type { State, Transition } from "../asl/model.ts";

/** Label of one transition; "" for those that need none. */
export function transitionText(transition: Transition, short = false): string {
  switch (transition.kind) {
    case "choice":
      return conditionText(transition.rule, short);
    case "default":
      return "Default";
    case "catch": {
      const errors = member(transition.rule, "ErrorEquals");
      if (errors?.kind !== "array") return "";
      return errors.items.map((item) => (item.kind === "string" ? item.value : "…")).join(", ");
    }
    default:
      return "";
  }
}

/** `arn:aws:states:::lambda:invoke` -> `lambda:invoke`; a function's or an activity's own name for their ARNs. */
export function resourceText(resource: string): string {
  const integration = /^arn:[^:]*:states:[^:]*:[^:]*:(?!activity:)(?:aws-sdk:)?(.+)$/.exec(resource);
  if (integration?.[1] !== undefined) return integration[1];
  const named = /^arn:[^:]*:(?:lambda|states):[^:]*:[^:]*:(function|activity):([^:]+)/.exec(resource);
  if (named !== null) return `${named[1] === "function" ? "lambda" : "activity"}: ${named[2]}`;
  return resource;
}

function waitText(state: State): string | undefined {
  const seconds = member(state.node, "Seconds");
  if (seconds?.kind === "number") return `Wait ${seconds.value} s`;
  if (seconds?.kind === "string") return `Wait ${expressionText(seconds.value)} s`;
  if (seconds?.kind === "placeholder") return `Wait ${valueText(seconds)} s`;
  const path = stringMember(state.node, "SecondsPath");
  if (path !== undefined) return `Wait ${path} s`;
  const until = stringMember(state.node, "Timestamp") ?? stringMember(state.node, "TimestampPath");
  return until === undefined ? undefined : `Wait until ${expressionText(until)}`;
}

/** Second line of a state's box, in full. */
export function detailText(state: State): string | undefined {
  switch (state.type) {
    case "Task": {
      const resource = member(state.node, "Resource");
      if (resource?.kind === "placeholder") return valueText(resource);
      return resource?.kind === "string" ? resourceText(resource.value) : "Task";
    }
    case "Wait":
      return waitText(state) ?? "Wait";
    case "Fail": {
      const error = stringMember(state.node, "Error") ?? stringMember(state.node, "ErrorPath");
      return error === undefined ? "Fail" : `Fail ${expressionText(error)}`;
    }
    case "Map": {
      const config = member(member(state.node, "ItemProcessor"), "ProcessorConfig");
      return stringMember(config, "Mode") === "DISTRIBUTED" ? "Map, distributed" : "Map";
    }
    default:
      return state.type;
  }
}
