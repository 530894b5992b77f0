/** What the path languages of ASL answer to the interpreter, the rules and the editor. */
import type { JsonObject, JsonValue } from "../json.ts";
import type { Segment } from "./ast.ts";

/** What a path or an expression can see where it stands. */
export interface PathScope {
  /** `$` */
  readonly input: JsonValue;
  /** `$$` */
  readonly context: JsonObject;
  /** `$name`; looked up only for paths that start with a variable. */
  variable(name: string): JsonValue | undefined;
}

/** A mistake inside a string, by index into the string's value. */
export interface TextMistake {
  readonly message: string;
  readonly index: number;
  readonly length: number;
}

/** Evaluation gave nothing, or failed; `cause` is AWS's text where it is known. */
export interface PathFailure {
  readonly failure: "not-found" | "error";
  readonly cause: string;
  /**
   * The path ends in an index that its array does not have. A payload template makes null of it, as AWS does; wherever
   * else a path stands it is missing.
   */
  readonly pastEnd?: true;
}

/** A parsed JSONPath, as AWS (Jayway) means it. Immutable, shared: parsing the same text twice gives the same object. */
export interface CompiledPath {
  readonly text: string;
  readonly root: "input" | "context" | "variable";
  /** Name of the variable for root "variable". */
  readonly variable?: string;
  /** Definite paths (no wildcard, slice, filter, union, descent) give one value; others give a list of matches. */
  readonly definite: boolean;
  /** Only names and indexes: may be used where ASL wants a reference path. */
  readonly reference: boolean;
  /** The steps behind the root, with their places in `text`. */
  readonly segments: readonly Segment[];
  evaluate(scope: PathScope): { readonly value: JsonValue } | PathFailure;
}
