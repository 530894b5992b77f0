/** The outline: states in document order, those of a Map under it, those of a Parallel under its branches. */
import type { DocumentSymbol } from "../../editor/types.ts";
import type { AslDocument } from "../document.ts";
import type { State } from "../model.ts";

/** Empty where the document holds no machine. */
export function symbols(document: AslDocument): readonly DocumentSymbol[] {
  return document.machine === undefined ? [] : document.machine.scope.states.map(stateSymbol);
}

function stateSymbol(state: State): DocumentSymbol {
  const { name, nameNode, node, type, scope } = state;
  const words = [type ?? "no type"];
  if (scope.startAt?.value === name) words.push("start");
  return {
    name: name === "" ? "(no name)" : name,
    detail: words.join(", "),
    type: type ?? "unknown state",
    start: nameNode.start,
    end: Math.max(node.end, nameNode.end),
    nameStart: nameNode.start,
    nameEnd: nameNode.end,
    children: childrenOf(state),
  };
}

function childrenOf(state: State): readonly DocumentSymbol[] {
  const [first] = state.scopes;
  if (state.type !== "Parallel") return first === undefined ? [] : first.states.map(stateSymbol);
  return state.scopes.map(({ node, index, states }) => ({
    name: `Branch ${index + 1}`,
    detail: states.length === 1 ? "1 state" : `${states.length} states`,
    type: "branch",
    start: node.start,
    end: node.end,
    nameStart: node.start,
    nameEnd: Math.min(node.start + 1, node.end),
    children: states.map(stateSymbol),
  }));
}
