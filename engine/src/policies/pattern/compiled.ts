/** What a pattern's document says, read once for each dialect that it is asked for. */
import { compileParsed } from "../../patterns/compile.ts";
import type { Alternative, CompiledPattern, Condition, PatternDialect } from "../../patterns/types.ts";
import { pointerOf } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import type { PatternDocument } from "../types.ts";

const compiled = new WeakMap<PatternDocument, Map<PatternDialect, CompiledPattern>>();

export function patternOf(document: PatternDocument, dialect: PatternDialect): CompiledPattern {
  const known = compiled.get(document) ?? new Map<PatternDialect, CompiledPattern>();
  compiled.set(document, known);
  const pattern = known.get(dialect) ?? compileParsed(document.parsed, dialect);
  known.set(dialect, pattern);
  return pattern;
}

/** The condition of a list, or that of which a node is an element or lies in one. */
export function conditionAt({ conditions }: CompiledPattern, node: Node): Condition | undefined {
  const pointer = pointerOf(node);
  return conditions.find((condition) => isWithin(pointer, condition.pointer));
}

/** The element of a list in which a node lies. */
export function alternativeAt({ alternatives }: Condition, node: Node): Alternative | undefined {
  const pointer = pointerOf(node);
  return alternatives.find((alternative) => isWithin(pointer, alternative.pointer));
}

function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}
