/** Retriers and catchers of a state, as the rules about them read them. */
import { valueNode } from "../../text/navigate.ts";
import type { ArrayNode, Node, ObjectNode, StringNode } from "../../text/tree.ts";
import type { State } from "../model.ts";

export interface ErrorHandler {
  readonly node: ObjectNode;
  readonly errorEquals: ArrayNode | undefined;
  readonly names: readonly StringNode[];
  readonly last: boolean;
}

const known = new WeakMap<ArrayNode, readonly ErrorHandler[]>();

/** The objects of `Retry` or `Catch`. */
export function errorHandlers(state: State, field: "Retry" | "Catch"): readonly ErrorHandler[] {
  const list = valueNode(state.node, field);
  if (list?.kind !== "array") return [];
  let handlers = known.get(list);
  if (handlers === undefined) {
    handlers = handlersIn(list);
    known.set(list, handlers);
  }
  return handlers;
}

function handlersIn(list: ArrayNode): readonly ErrorHandler[] {
  return list.items.flatMap((node, index) => {
    if (node.kind !== "object") return [];
    const errorEquals = valueNode(node, "ErrorEquals");
    const array = errorEquals?.kind === "array" ? errorEquals : undefined;
    const names = (array?.items ?? []).filter((item: Node) => item.kind === "string");
    return [{ node, errorEquals: array, names, last: index === list.items.length - 1 }];
  });
}
