/** What view and worker of a flow say to each other. Plain data; the engine decides, the view draws. */
import type {
  CodeAnswer,
  FlowDifference,
  FlowDrawing,
  FlowFrame,
  FlowInspection,
  FlowLine,
  FlowSource,
  JsonObject,
  JsonValue,
  LifeLine,
  Path,
  Setting,
  SweepRow,
  TextEdit,
  Verdict,
} from "@sluice/engine";
import type { HandlerCall, TestOutcome } from "../../../../src/flow/protocol.ts";

/** A change of the scenario. */
export type FlowChange =
  | { readonly kind: "set"; readonly path: Path; readonly value: JsonValue }
  | { readonly kind: "add"; readonly path: Path; readonly value: JsonValue };

export type FlowRequest =
  | { readonly type: "load"; readonly source: FlowSource; readonly seed?: number; readonly handlersRefused?: string }
  /** Is heard while others are still answered: they may wait for it. */
  | { readonly type: "handlerAnswered"; readonly number: number; readonly answer: CodeAnswer }
  | { readonly type: "play"; readonly speed: number }
  | { readonly type: "continue" }
  | { readonly type: "pause" }
  | { readonly type: "step" }
  | { readonly type: "stepBack" }
  | { readonly type: "seek"; readonly timeMs: number }
  | { readonly type: "ahead" }
  | { readonly type: "cancel" }
  | { readonly type: "breakpoints"; readonly texts: readonly string[] }
  | { readonly type: "inspect"; readonly id: string }
  | { readonly type: "life"; readonly message: number }
  | { readonly type: "change"; readonly source: FlowSource; readonly changes: readonly FlowChange[] }
  | { readonly type: "templateEdit"; readonly path: Path; readonly value: JsonValue }
  | { readonly type: "sweep"; readonly sweep: SweepAsked }
  | { readonly type: "export" }
  | { readonly type: "test"; readonly source: FlowSource; readonly handlersRefused?: string };

export interface SweepAsked {
  readonly path: string;
  readonly values: readonly JsonValue[];
  readonly seeds: number;
  readonly show: readonly string[];
}

/** Requests that are answered, and with what. */
export interface FlowAnswers {
  readonly cancel: undefined;
  /** Those that are true already. */
  readonly breakpoints: readonly string[];
  readonly inspect: Inspected | undefined;
  readonly life: readonly LifeLine[];
  /** The scenario's text then; undefined: it cannot be changed there. */
  readonly change: string | undefined;
  readonly templateEdit: (TextEdit & { readonly file: string }) | undefined;
  readonly export: string;
  readonly test: TestOutcome;
}

export interface Inspected extends FlowInspection {
  readonly settings: readonly Setting[];
  /** By metric: what the whole run came to, as an expectation; empty until it is at its end. */
  readonly seen: Readonly<Record<string, JsonObject>>;
}

/** A meter's course over time. */
export interface Course {
  readonly node: string;
  readonly metric: string;
  readonly widthMs: number;
  readonly values: readonly number[];
}

/** What a run came to. */
export interface Outcome {
  readonly timeMs: number;
  readonly events: number;
  readonly lost: number;
  readonly isStuck: boolean;
  readonly verdicts: readonly Verdict[];
  readonly violations: readonly string[];
  readonly totals: readonly number[];
  readonly courses: readonly Course[];
  /** From the run before it, where there was one. */
  readonly differences: readonly FlowDifference[];
}

/** Where something is written in the file that is simulated, and what the drawing calls it. */
export interface Place {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export interface Told {
  readonly message: string;
  readonly severity: "error" | "warning" | "information" | "hint";
}

export type FlowReply =
  | {
      readonly type: "drawn";
      readonly drawing: FlowDrawing;
      readonly problems: readonly Told[];
      /** Of the file that is simulated. */
      readonly places: readonly Place[];
      readonly untilMs: number;
      /** Intervals of faults, for the bar of time. */
      readonly faults: readonly { readonly node: string; readonly fromMs: number; readonly untilMs: number }[];
      readonly sweep: SweepAsked | undefined;
    }
  | { readonly type: "broken"; readonly problems: readonly Told[] }
  | { readonly type: "frame"; readonly frame: FlowFrame; readonly lines: readonly FlowLine[]; readonly jumped: boolean }
  | {
      readonly type: "ahead";
      readonly aheadMs: number;
      readonly untilMs: number;
      readonly events: number;
      readonly courses: readonly Course[];
    }
  | { readonly type: "end"; readonly outcome: Outcome }
  | { readonly type: "halted"; readonly why: "end" | "breakpoint"; readonly breakpoint?: string }
  | { readonly type: "sweepRow"; readonly row: SweepRow; readonly done: number; readonly of: number }
  | { readonly type: "sweepEnd" }
  | { readonly type: "callHandler"; readonly call: HandlerCall }
  /** A local function still runs. */
  | { readonly type: "calling" };
