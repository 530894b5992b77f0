/**
 * What follows from a state's own text and query language, kept for as long as both stay the same: whoever asks first
 * works it out. One record a state, since thousands of entries in weak maps cost more than what they keep.
 */
import type { Problem } from "../problem.ts";
import type { QueryLanguage } from "../vocabulary.ts";
import type { Expression } from "./expressions.ts";
import type { VariableRead, VariableWrite } from "./variables.ts";

export interface StateFacts {
  /** The language that the state sets for itself. */
  readonly ownLanguage: QueryLanguage | undefined;
  expressions?: readonly Expression[];
  reads?: readonly VariableRead[];
  writes?: readonly VariableWrite[];
  findings?: StateFindings;
}

/** What the rules about one state have found. */
export interface StateFindings {
  /** What else they depend on: the options of the analysis, and the state's place. */
  readonly options: string;
  readonly scopeId: string;
  readonly name: string;
  /** Where the state began when they were made. */
  readonly start: number;
  readonly problems: readonly Problem[];
}
