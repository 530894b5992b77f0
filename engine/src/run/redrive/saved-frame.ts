/** What a redrive keeps of an execution: its scopes as they stood when it ended. Plain data. */
import type { JsonObject, JsonValue } from "../../json.ts";

/** A scope that did not come to its end: the machine, a branch or an iteration. */
export interface SavedFrame {
  /** Index among the branches or iterations around it. */
  readonly index: number;
  readonly state: string;
  /** "enter": the state before it was left, and this one not yet entered. */
  readonly phase: "enter" | "start";
  /** Undefined: no state of it was entered, it begins with what it was to be given. */
  readonly input: JsonValue | undefined;
  readonly variables: JsonObject;
  readonly enteredEventId: number;
  readonly enteredTimeMs: number;
  /** The latest event of its own: what comes next follows it, so that a history tells the branches apart. */
  readonly lastEventId: number;
  /** For a Parallel or a Map that had begun. */
  readonly children?: SavedChildren;
}

export interface SavedChildren {
  /** Branches or iterations that succeeded: they are not run again. */
  readonly done: readonly { readonly index: number; readonly output: JsonValue }[];
  readonly open: readonly SavedFrame[];
  /** Of a Distributed Map: the Map run that goes on. */
  readonly mapRunArn?: string;
  readonly redriveCount: number;
}
