/** What an explanation needs to know of a state's past, and what it tells. Plain, read-only data. */
import type { JsonObject, JsonValue } from "../../json.ts";
import type { MachineType } from "../../vocabulary.ts";

/** What a state had before it when it was entered, as a trace tells it. */
export interface Seen {
  /** Its raw input. */
  readonly input: JsonValue;
  readonly variables: JsonObject;
  /** Virtual time, epoch milliseconds. */
  readonly enteredMs: number;
  readonly execution: { readonly input: JsonValue; readonly startTimeMs: number; readonly type: MachineType };
  /** The iteration of the innermost Map around it. */
  readonly item?: { readonly Index: number; readonly Value: JsonValue };
}

/** A value that a test reads; without `value` there is none. */
export interface ReadValue {
  /** As the definition writes it: a path, or an expression. */
  readonly name: string;
  readonly value?: JsonValue;
}

export type Outcome = "true" | "false" | "error";

/** A rule of a Choice state, or a part of one. */
export interface ExplainedTest {
  readonly kind: "and" | "or" | "not" | "test";
  /** What it asks, in one line. */
  readonly text: string;
  readonly outcome: Outcome;
  /** Of a "test": why it came out so, as a sentence. */
  readonly why?: string;
  /** Of a "test": what it read. */
  readonly values: readonly ReadValue[];
  readonly parts: readonly ExplainedTest[];
  /** Of a "test" that is not true: what would make it so ("$.total were greater than 100"). */
  readonly wish?: string;
  /** Of a "test" that is true: what would make it false. */
  readonly unwish?: string;
}

export interface ExplainedRule {
  /** Among the state's Choices. */
  readonly index: number;
  readonly next: string | undefined;
  readonly test: ExplainedTest;
  /** False for rules behind the first true one: AWS does not evaluate them. */
  readonly reached: boolean;
  /** Of a rule that is not true: the fewest changes that would make it true, one sentence each. */
  readonly wishes: readonly string[];
  /** Where it stands in the definition's text, UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

export interface ChoiceExplanation {
  readonly rules: readonly ExplainedRule[];
  /** Index of the rule that decided; undefined: none was true, or one failed. */
  readonly taken: number | undefined;
  readonly default: string | undefined;
  /** A rule failed before any was true: so does the state. */
  readonly failed: boolean;
  /** Where it leads; undefined: the state fails. */
  readonly next: string | undefined;
}
