/** The outline of a pattern: its keys as they nest, each with what it asks for. */
import { NOTHING_AROUND } from "../../editor/surroundings.ts";
import type { DocumentSymbol, Surroundings } from "../../editor/types.ts";
import type { CompiledPattern } from "../../patterns/types.ts";
import type { Node, Property } from "../../text/tree.ts";
import type { PatternDocument } from "../types.ts";
import { conditionAt, patternOf } from "./compiled.ts";
import { dialectOf } from "./dialect.ts";
import { isOr } from "./place.ts";
import { asksOf } from "./words.ts";

/** In document order. */
export function symbols(
  document: PatternDocument,
  surroundings: Surroundings = NOTHING_AROUND,
): readonly DocumentSymbol[] {
  return fieldsIn(document.parsed.root, patternOf(document, dialectOf(document, surroundings)));
}

function fieldsIn(node: Node, pattern: CompiledPattern): readonly DocumentSymbol[] {
  return node.kind === "object" ? node.properties.map((property) => fieldSymbol(property, pattern)) : [];
}

function fieldSymbol({ key, value, start, end }: Property, pattern: CompiledPattern): DocumentSymbol {
  const isAny = key.value === "$or" && value.kind === "array" && isOr(value);
  const condition = !isAny && value.kind === "array" ? conditionAt(pattern, value) : undefined;
  return {
    name: key.value === "" ? "(no name)" : key.value,
    detail: isAny ? "one of these" : condition === undefined ? "" : asksOf(condition),
    type: isAny ? "branch" : "field",
    start,
    end,
    nameStart: key.start,
    nameEnd: key.end,
    children: isAny
      ? value.items.flatMap((item, index) => alternative(item, index, pattern))
      : fieldsIn(value, pattern),
  };
}

function alternative(node: Node, index: number, pattern: CompiledPattern): readonly DocumentSymbol[] {
  if (node.kind !== "object") return [];
  const { start, end } = node;
  const nameEnd = Math.min(start + 1, end);
  const children = fieldsIn(node, pattern);
  const detail = children.map(({ name }) => name).join(", ");
  return [
    { name: `Alternative ${index + 1}`, detail, type: "branch", start, end, nameStart: start, nameEnd, children },
  ];
}
