/** Everything that the view shows, as one plain value; the controller replaces it, the components read it. */
import type { ExecutionStatus, JsonValue, MachineType, TraceEvent } from "@sluice/engine";
import type { S3Object } from "../../src/panel/protocol.ts";
import type { AskedTask, Drawing, MockCase, VisitStage } from "./worker-protocol.ts";

export type Tab = "input" | "state" | "events" | "task";

/** Why the newest text is not what the graph shows. */
export interface Broken {
  readonly message: string;
  readonly offset: number;
  /** 1-based. */
  readonly line: number;
}

export interface Run {
  readonly id: number;
  /** Appended to in place: `length` is what says that it has grown. */
  readonly events: TraceEvent[];
  readonly length: number;
  /** By `visitKey`: what states made of their data on the way. Appended to in place, as the events are. */
  readonly stages: Map<string, VisitStage[]>;
  /** By address: what its result writers wrote to S3. Filled in place, as the events are. */
  readonly written: Map<string, S3Object>;
  /** How many events have happened for those who look; less than `length` after a step back. */
  readonly cursor: number;
  /** AWS's; "STOPPED" where the engine gave up, or an expression did not come to its end in time. */
  readonly status: ExecutionStatus | "STOPPED";
  /** Is the worker moving it, or does it wait for an answer, or for a button? */
  readonly activity: "moving" | "resting" | "blocked" | "ended";
  readonly pending: readonly AskedTask[];
  /** The state that the next step is about. */
  readonly next?: string;
  readonly output?: JsonValue;
  readonly error?: string;
  readonly cause?: string;
  /** `Drawing.key` of the text that it runs. */
  readonly key: string;
  /** Set where it ran elsewhere. */
  readonly history?: {
    /** The file that tells of it. */
    readonly name: string;
    /** States that it entered and the definition does not have. */
    readonly strangers: readonly string[];
  };
}

export interface ViewState {
  readonly name: string;
  readonly drawing: Drawing | undefined;
  readonly broken: Broken | undefined;
  readonly inputText: string;
  readonly inputProblem: string | undefined;
  /** The file that the input came from; undefined once it has been edited here. */
  readonly inputFile: string | undefined;
  readonly machineType: MachineType;
  readonly mockFile: string | undefined;
  /** What the mock file is called, or would be. */
  readonly mockName: string;
  readonly mockCases: readonly MockCase[];
  readonly mockProblem: string | undefined;
  /** Local functions may answer tasks, before a person is asked. */
  readonly functions: boolean;
  /** Why S3's folder, or a part of it, is not there to be read. */
  readonly objectsProblem: string | undefined;
  /** undefined: every task is asked for. */
  readonly mock: MockCase | undefined;
  /** Answers given here are written into the mock file. */
  readonly keepAnswers: boolean;
  readonly run: Run | undefined;
  /** Run plays the trace at a pace that eyes can follow. */
  readonly playing: boolean;
  readonly selected: string | undefined;
  /** Which visit of the selected state; undefined: the latest. */
  readonly visit: number | undefined;
  readonly tab: Tab;
  /** Something that went wrong around a run: a hang, a refusal. */
  readonly notice: string | undefined;
  /** Spoken to screen readers. */
  readonly announcement: string;
}

export const INITIAL_STATE: ViewState = {
  name: "",
  drawing: undefined,
  broken: undefined,
  inputText: "{}",
  inputProblem: undefined,
  inputFile: undefined,
  machineType: "STANDARD",
  mockFile: undefined,
  mockName: "",
  mockCases: [],
  mockProblem: undefined,
  functions: false,
  objectsProblem: undefined,
  mock: undefined,
  keepAnswers: false,
  run: undefined,
  playing: false,
  selected: undefined,
  visit: undefined,
  tab: "input",
  notice: undefined,
  announcement: "",
};

/** The text has changed since the run began: what it would do now may differ. */
export function isStale({ run, drawing, broken }: ViewState): boolean {
  return run !== undefined && (broken !== undefined || run.key !== drawing?.key);
}

/** An execution of a Standard workflow that has ended without success, of the machine that is shown. */
export function isRedrivable(state: ViewState): boolean {
  const { run, machineType } = state;
  const failed = run?.activity === "ended" && ["FAILED", "TIMED_OUT", "ABORTED"].includes(run.status);
  return failed && machineType === "STANDARD" && !isStale(state);
}

/** Virtual time at the cursor, milliseconds since the execution started. */
export function elapsedMs(run: Run | undefined): number {
  const first = run?.events[0];
  const last = run?.events[run.cursor - 1];
  return first && last ? last.timeMs - first.timeMs : 0;
}

/** Tasks waiting for an answer, where the cursor is at the end of the trace. */
export function openTasks(run: Run | undefined): readonly AskedTask[] {
  return run && run.cursor === run.length && run.activity !== "ended" ? run.pending : [];
}
