/** What a node of a pattern is: keys that are the user's, lists of alternatives, operators that are AWS's. */
import { parentOf } from "../../text/navigate.ts";
import type { ArrayNode, Node } from "../../text/tree.ts";

export interface PatternPlace {
  /**
   * `fields`: an object whose keys are fields of the event. `or`: the list of `$or`. `alternatives`: the list of a field;
   * `value`: a plain one in it. `match`: an object whose key is an operator. `operand`: what an operator has, or lies in
   * it. `nowhere`: AWS expects nothing there.
   */
  readonly role: "fields" | "or" | "alternatives" | "value" | "match" | "operand" | "nowhere";
  /** The field that it is about, or in which the fields lie. */
  readonly path: readonly string[];
  /** Of `match` and `operand`: which operators there are, as the schemas call them. */
  readonly kind?: OperatorKind;
  /** Of `operand`. */
  readonly operator?: string;
}

export type OperatorKind = "match" | "match-anything-but" | "match-ignore-case";

const NOWHERE: PatternPlace = { role: "nowhere", path: [] };

/** Where a node stands; a key has the place of the object that it is in. */
export function placeInPattern(node: Node): PatternPlace {
  const isKey = node.parent?.kind === "property" && node.parent.key === node;
  const path: Node[] = [];
  for (let at: Node | undefined = isKey ? parentOf(node) : node; at !== undefined; at = parentOf(at)) path.push(at);
  const root = path.pop();
  let place: PatternPlace = root?.kind === "object" ? { role: "fields", path: [] } : NOWHERE;
  for (const child of path.reverse()) place = inside(place, child);
  return place;
}

/** Whether the list of `$or` is AWS's, not a field of that name: objects alone, or nothing yet. */
export function isOr(list: ArrayNode): boolean {
  return list.items.every(({ kind }) => kind === "object" || kind === "missing");
}

function inside(place: PatternPlace, child: Node): PatternPlace {
  const { path } = place;
  const key = child.parent?.kind === "property" ? child.parent.key.value : undefined;
  switch (place.role) {
    case "fields":
      return key === undefined ? NOWHERE : inField(path, key, child);
    case "or":
      return child.kind === "object" ? { role: "fields", path } : NOWHERE;
    case "alternatives":
      return child.kind === "object" ? { role: "match", path, kind: "match" } : { role: "value", path };
    case "match":
      return key === undefined ? NOWHERE : inOperator(place, key, child);
    case "operand":
      return place;
    default:
      return NOWHERE;
  }
}

function inField(path: readonly string[], key: string, value: Node): PatternPlace {
  if (key === "$or" && value.kind === "array" && isOr(value)) return { role: "or", path };
  const role = value.kind === "array" ? "alternatives" : value.kind === "object" ? "fields" : "value";
  return { role, path: [...path, key] };
}

function inOperator({ path, kind = "match" }: PatternPlace, operator: string, value: Node): PatternPlace {
  if (value.kind === "object" && kind === "match") {
    if (operator === "anything-but") return { role: "match", path, kind: "match-anything-but" };
    if (operator === "prefix" || operator === "suffix") return { role: "match", path, kind: "match-ignore-case" };
  }
  return { role: "operand", path, kind, operator };
}
