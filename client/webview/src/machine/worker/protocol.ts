/** Every message between the view and its worker. The worker owns the engine; the view owns what is shown. */
import type {
  ChoiceExplanation,
  DataStage,
  ExecutionSnapshot,
  ExecutionStatus,
  JsonValue,
  MachineDrawing,
  MachineType,
  MockedResponse,
  PendingTask,
  Seen,
  TaskOutcome,
  TraceEvent,
  TrialRequest,
  TriedState,
} from "@sluice/engine";
import type { S3Object } from "../../../../src/panel/protocol.ts";
import type { MockCaseName } from "../state.ts";

/** A text that could be drawn. */
export interface Drawing extends MachineDrawing {
  /** Of the document. */
  readonly version: number;
}

/** A test case of the mock file, with what it answers. */
export interface MockedCase extends MockCaseName {
  readonly states: readonly MockedState[];
}

export interface MockedState {
  readonly stateName: string;
  readonly ranges: MockedResponse["ranges"];
}

/** A task that waits for an answer. */
export interface AskedTask extends PendingTask {
  /** What to write into the mock file, for a test case that has no answer. */
  readonly missing?: string;
}

export interface StartOptions {
  readonly input: JsonValue;
  readonly type: MachineType;
  /** Left out: every task is asked for. */
  readonly mock?: MockCaseName;
}

/** How far a run is to go, if nothing stops it before. */
export type Goal =
  /** To the next moment worth looking at. */
  | { readonly kind: "moment" }
  /** Until a state is entered. */
  | { readonly kind: "state"; readonly name: string }
  /** Until something happens later than this virtual time, epoch milliseconds. */
  | { readonly kind: "later"; readonly timeMs: number }
  | { readonly kind: "end" };

export type WorkerRequest =
  | { readonly type: "load"; readonly version: number; readonly text: string; readonly language: "json" | "yaml" }
  | { readonly type: "mocks"; readonly text: string | undefined }
  /** What S3 holds when a run begins; undefined: nothing is known of it, and readers ask. */
  | { readonly type: "objects"; readonly objects: readonly S3Object[] | undefined }
  /** Begins a run of the loaded definition; nothing moves yet. */
  | { readonly type: "start"; readonly run: number; readonly options: StartOptions }
  /** Takes a run up again in a new worker, silently: from a snapshot on to as many events as had been told. */
  | {
      readonly type: "restore";
      readonly run: number;
      readonly options: StartOptions;
      readonly snapshot: ExecutionSnapshot;
      readonly events: number;
      /** What it had written to S3 by then. */
      readonly written: readonly S3Object[];
    }
  /** Goes on with an execution that has failed, from where it failed; its trace has been told already. */
  | {
      readonly type: "redrive";
      readonly run: number;
      readonly options: StartOptions;
      readonly trace: readonly TraceEvent[];
      readonly written: readonly S3Object[];
    }
  | { readonly type: "advance"; readonly run: number; readonly goal: Goal }
  | { readonly type: "pause"; readonly run: number }
  | { readonly type: "answer"; readonly run: number; readonly id: number; readonly outcome: TaskOutcome }
  | { [K in keyof Inquiries]: { readonly type: K } & Inquiries[K]["asks"] }[keyof Inquiries];

/** What the view may ask about the loaded definition. Nothing moves by it. */
export interface Inquiries {
  /** Why a Choice state led where it did; undefined where there is no such state. */
  explain: { asks: { readonly state: string; readonly seen: Seen }; answers: ChoiceExplanation | undefined };
  /** One state by itself, as TestState does. */
  try: { asks: { readonly trial: TrialRequest }; answers: TriedState | string };
  /** Where an offset of the text lies. */
  place: { asks: { readonly offset: number }; answers: TextPlace | undefined };
  mermaid: { asks: object; answers: string };
}

/** A place inside a state. */
export interface TextPlace {
  readonly state: string;
  /** Keys and indexes from the state inwards. */
  readonly path: readonly (string | number)[];
  /** Of the value or the key there, UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** Why a run rests: somebody asked it to, it waits for an answer, it is over. */
export type Rest = "paused" | "blocked" | "ended";

/** Names a visit of a state: the id of the event that entered it, and the state's name. */
export function visitKey(enteredEventId: number, stateName: string): string {
  return `${enteredEventId} ${stateName}`;
}

/** A value on a state's way from input to output. */
export interface VisitStage {
  /** `visitKey` of the visit. */
  readonly visit: string;
  readonly stage: DataStage;
  readonly value: JsonValue;
  /** How many events there were by then. */
  readonly events: number;
}

export interface Progress {
  readonly type: "progress";
  readonly run: number;
  /** The events since the last message. */
  readonly events: readonly TraceEvent[];
  /** What changed on the way of states' data since then. */
  readonly stages: readonly VisitStage[];
  /** What result writers have written since then. */
  readonly written: readonly S3Object[];
  readonly status: ExecutionStatus;
  /** Virtual now, epoch milliseconds. */
  readonly timeMs: number;
  readonly pending: readonly AskedTask[];
  /** The state that the next step is about. */
  readonly next?: string;
  readonly output?: JsonValue;
  readonly error?: string;
  readonly cause?: string;
  /** Left out while it goes on. */
  readonly rest?: Rest;
  /** The answer to "start": nothing has moved yet. */
  readonly opening?: true;
}

export type WorkerReply =
  | { readonly type: "drawn"; readonly drawing: Drawing }
  /** The text cannot be drawn as it is; `partial` is what could be made out of it. */
  | {
      readonly type: "broken";
      readonly version: number;
      readonly message: string;
      readonly offset: number;
      /** 1-based. */
      readonly line: number;
      readonly partial?: Drawing;
    }
  | { readonly type: "mocks"; readonly cases: readonly MockedCase[]; readonly problem?: string }
  /** From where a run that may hang can be taken up again. */
  | { readonly type: "snapshot"; readonly run: number; readonly snapshot: ExecutionSnapshot }
  /** The mock file answers now what the run has waited for: it can go on. */
  | { readonly type: "answered"; readonly run: number }
  /** The run could not begin, or the engine gave up: a message for people. */
  | { readonly type: "refused"; readonly run: number; readonly message: string }
  | Progress;
