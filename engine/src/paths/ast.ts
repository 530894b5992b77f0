/**
 * What a JSONPath is made of, as Jayway, AWS's JSONPath library, reads it.
 * https://github.com/json-path/JsonPath#operators
 */
import type { JsonValue } from "../json.ts";

/** One step; `start` and `end` are indexes into the path's text, dots and brackets included. */
export type Segment = SegmentKind & { readonly start: number; readonly end: number };

export type SegmentKind =
  | { readonly kind: "name"; readonly name: string }
  /** `['a', 'b']` */
  | { readonly kind: "names"; readonly names: readonly string[] }
  | { readonly kind: "index"; readonly index: number }
  /** `[0, 2]` */
  | { readonly kind: "indexes"; readonly indexes: readonly number[] }
  /** `[from:to]`; at least one of them is there. */
  | { readonly kind: "slice"; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly kind: "wildcard" }
  /** `..`: the step behind it is taken from every object and array below. */
  | { readonly kind: "descent" }
  | { readonly kind: "filter"; readonly filter: Filter }
  | { readonly kind: "function"; readonly name: string; readonly parameters: readonly FunctionParameter[] };

export type FunctionParameter = { readonly value: JsonValue } | FilterPath;

/** The condition inside `[?( )]`. */
export type Filter =
  | { readonly kind: "and"; readonly parts: readonly Filter[] }
  | { readonly kind: "or"; readonly parts: readonly Filter[] }
  | { readonly kind: "not"; readonly part: Filter }
  | { readonly kind: "exists"; readonly path: FilterPath }
  | {
      readonly kind: "comparison";
      readonly operator: FilterOperator;
      readonly left: FilterOperand;
      readonly right: FilterOperand;
    };

export const FILTER_OPERATORS = [
  "===",
  "!==",
  "==",
  "!=",
  "=~",
  "<=",
  ">=",
  "<",
  ">",
  "in",
  "nin",
  "contains",
  "all",
  "subsetof",
  "anyof",
  "noneof",
  "size",
  "empty",
] as const;

export type FilterOperator = (typeof FILTER_OPERATORS)[number];

export type FilterOperand =
  | FilterPath
  | { readonly kind: "literal"; readonly value: JsonValue }
  | { readonly kind: "pattern"; readonly pattern: RegExp };

/** A path inside a filter: from the value that is tested (`@`) or from the whole document (`$`). */
export interface FilterPath {
  readonly kind: "path";
  readonly root: "current" | "document";
  readonly segments: readonly Segment[];
  readonly definite: boolean;
}

/** Whether the segments can match one value at most. Several names at the very end make one object of their values. */
export function isDefinite(segments: readonly Segment[]): boolean {
  return segments.every((segment, index) => isDefiniteSegment(segment, index === segments.length - 1));
}

export function isDefiniteSegment(segment: Segment, last: boolean): boolean {
  switch (segment.kind) {
    case "name":
    case "index":
    case "function":
      return true;
    case "names":
      return last;
    default:
      return false;
  }
}
