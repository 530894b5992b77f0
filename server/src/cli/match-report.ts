/** What `sluice match` found. */
import type { CompiledPattern, PatternMatch, Problem } from "@sluice/engine";

export interface MatchReport {
  readonly policy: string;
  readonly pattern: CompiledPattern;
  /** What is wrong with a pattern that AWS refuses. */
  readonly mistakes: readonly Problem[];
  readonly results: readonly MessageResult[];
}

export interface MessageResult extends PatternMatch {
  /** The file. */
  readonly message: string;
}
