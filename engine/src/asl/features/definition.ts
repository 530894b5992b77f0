/** Where a name comes from: a target leads to its state, a variable to where it is assigned. */
import type { DefinitionPlace, Place } from "../../editor/types.ts";
import { nodeAt } from "../../text/navigate.ts";
import type { AslDocument } from "../document.ts";
import { stateNamedAt, targetsOf } from "../document-index.ts";
import { assignmentsOf, variableAt, variableUses, variableWrites } from "./variables-at.ts";

/** Where the state or variable named at `offset` is declared; a variable may be assigned in many places. */
export function definition(document: AslDocument, offset: number): readonly DefinitionPlace[] {
  const node = nodeAt(document.parsed.root, offset);
  const state = stateNamedAt(document.index, node);
  if (node !== undefined && state !== undefined) {
    const { nameNode } = state;
    return [
      {
        start: nameNode.start,
        end: state.node.end,
        origin: { start: node.start, end: node.end },
        nameStart: nameNode.start,
        nameEnd: nameNode.end,
      },
    ];
  }
  const variable = variableAt(document, node, offset);
  if (variable === undefined) return [];
  return assignmentsOf(variable).map((property) => ({
    start: property.start,
    end: property.end,
    origin: { start: variable.start, end: variable.end },
    nameStart: property.key.start,
    nameEnd: property.key.end,
  }));
}

/** Every place that names the state or variable at `offset`, in document order. */
export function references(document: AslDocument, offset: number, includeDeclaration = true): readonly Place[] {
  const node = nodeAt(document.parsed.root, offset);
  const state = stateNamedAt(document.index, node);
  if (state !== undefined) {
    const places = targetsOf(document.index, state).map((target) => placeOf(target.node));
    if (includeDeclaration) places.push(placeOf(state.nameNode));
    return inOrder(places);
  }
  const variable = variableAt(document, node, offset);
  if (variable === undefined) return [];
  const places = variableUses(document, variable).map(placeOf);
  if (includeDeclaration) places.push(...variableWrites(document, variable).map(placeOf));
  return inOrder(places);
}

function placeOf({ start, end }: Place): Place {
  return { start, end };
}

function inOrder(places: Place[]): readonly Place[] {
  return places.sort((a, b) => a.start - b.start);
}
