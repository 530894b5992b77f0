/** What the extension and the view of a flow say to each other. */
import type { CaseOutcome, CodeAnswer, Coverage, FlowSource, JsonValue, Verdict } from "@sluice/engine";

export type FlowCommand = "play" | "pause" | "step" | "stepBack" | "continue" | "restart";

export type FlowHostMessage =
  | {
      readonly type: "source";
      readonly uri: string;
      /** For people. */
      readonly name: string;
      readonly source: FlowSource;
      /** Why the local functions that it names are not called; left out where they are. */
      readonly handlersRefused?: string;
    }
  /** The answer to `callHandler` of that number. */
  | { readonly type: "handlerAnswered"; readonly number: number; readonly answer: CodeAnswer }
  /** There is nothing to be simulated in the file any more. */
  | { readonly type: "nothing"; readonly name: string }
  /** Where the cursor is in the file that is simulated. */
  | { readonly type: "cursor"; readonly offset: number }
  /** A run that was saved. */
  | {
      readonly type: "opened";
      readonly name: string;
      readonly source: FlowSource;
      readonly seed: number;
      readonly timeMs: number;
    }
  | { readonly type: "command"; readonly command: FlowCommand };

/** An invocation that a local function is to answer: with the scenario, what server/src/call-handler.ts takes. */
export interface HandlerCall {
  readonly number: number;
  /** Another one for each run: its functions are loaded anew. */
  readonly run: string;
  /** Logical id of the function. */
  readonly node: string;
  /** As the scenario has it: `src/process.mjs#handler`. */
  readonly handler: string;
  readonly event: JsonValue;
  readonly requestId: string;
}

/** What passed a resource in a run: in, out, and what was given up. */
export interface FlowCount {
  readonly id: string;
  readonly start: number;
  readonly in: number;
  readonly out: number;
  readonly dead: number;
}

export type FlowViewMessage =
  | { readonly type: "ready" }
  | { readonly type: "drawn"; readonly nodes: number; readonly edges: number }
  /** In the file that is simulated. */
  | { readonly type: "reveal"; readonly start: number; readonly end: number; readonly focus: boolean }
  | { readonly type: "saveScenario"; readonly text: string }
  | {
      readonly type: "editFile";
      readonly file: string;
      readonly start: number;
      readonly end: number;
      readonly newText: string;
    }
  | { readonly type: "saveTrace"; readonly content: string }
  | { readonly type: "openTrace" }
  | { readonly type: "callHandler"; readonly call: HandlerCall }
  | { readonly type: "report"; readonly report: FlowReport };

/** A run has come to its end, or to rest. */
export interface FlowReport {
  readonly timeMs: number;
  readonly events: number;
  readonly over: boolean;
  readonly lost: number;
  readonly counts: readonly FlowCount[];
  readonly verdicts: readonly { readonly name: string; readonly passed: boolean; readonly seen: string }[];
  readonly halted?: string;
}

/** What a scenario came to as a test. */
export interface TestOutcome {
  /** Nothing has been run where there are any. */
  readonly errors: readonly string[];
  readonly verdicts: readonly Verdict[];
  readonly cases: readonly CaseOutcome[];
  readonly coverage?: Coverage;
}
