/** What a rule about patterns is. */
import type { RuleInfo } from "../../rules/types.ts";
import type { PatternDialect } from "../types.ts";

export interface PatternRule extends RuleInfo {
  /** Of the examples. */
  readonly dialect: PatternDialect;
}
