/** Everything that the view shows, as one plain value; the parts of the panel replace it, the components read it. */
import type { ExecutionStatus, JsonValue, MachineType, TraceEvent } from "@sluice/engine";
import type { S3Object } from "../../../src/panel/protocol.ts";
import type { AskedTask, Drawing, MockedCase, VisitStage } from "./worker/protocol.ts";

export type Tab = "task" | "input" | "state" | "timeline" | "events" | "mocks" | "compare";

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
  readonly type: MachineType;
  /** The test case that answers; undefined: every task is asked for. */
  readonly mock: MockCaseName | undefined;
  /** It answers otherwise now than when the run asked it. */
  readonly mocksChanged?: true;
  /** Set where it ran elsewhere. */
  readonly history?: {
    /** The file that tells of it. */
    readonly name: string;
    /** States that it entered and the definition does not have. */
    readonly strangers: readonly string[];
  };
}

export interface MockCaseName {
  readonly stateMachine: string;
  readonly testCase: string;
}

export interface Input {
  readonly text: string;
  readonly problem?: string;
  /** The file that it came from; undefined once it has been edited here. */
  readonly file?: string;
}

export interface Mocks {
  /** What the mock file is called, or would be. */
  readonly name: string;
  readonly exists: boolean;
  readonly cases: readonly MockedCase[];
  readonly problem?: string;
  /** undefined: every task is asked for. */
  readonly chosen: MockCaseName | undefined;
  /** Answers given here are written into the mock file. */
  readonly keepAnswers: boolean;
}

/** How fast Run plays. A number: so many virtual milliseconds pass in one real one. */
export type Speed = "steps" | "instant" | number;

/** The virtual clock while it is seen to run: between two moments, at a speed that is told. */
export interface Flow {
  /** Virtual, since the start of the execution. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Real, by `performance.now()`. */
  readonly sinceMs: number;
  readonly tookMs: number;
}

export interface Play {
  readonly speed: Speed;
  readonly playing: boolean;
  readonly flow?: Flow;
}

export interface Find {
  readonly text: string;
  /** Names of the states that match, in the order of the text. */
  readonly found: readonly string[];
}

export interface MachineState {
  readonly name: string;
  readonly drawing: Drawing | undefined;
  readonly broken: Broken | undefined;
  /** The worker has read the text and what lies beside it: a run can begin. */
  readonly awake: boolean;
  readonly input: Input;
  readonly machineType: MachineType;
  readonly mocks: Mocks;
  /** Local functions may answer tasks, before a person is asked. */
  readonly functions: boolean;
  /** Why S3's folder, or a part of it, is not there to be read. */
  readonly objectsProblem: string | undefined;
  readonly run: Run | undefined;
  /** Those that have ended, the oldest first. */
  readonly past: readonly Run[];
  /** The one that somebody chose to compare with; otherwise `baseOf` does. */
  readonly base: number | undefined;
  readonly play: Play;
  readonly selected: string | undefined;
  /** Which visit of the selected state; undefined: the latest. */
  readonly visit: number | undefined;
  readonly tab: Tab;
  readonly find: Find | undefined;
  /** The overview of all keys is open. */
  readonly showsKeys: boolean;
  /** Something that went wrong around a run: a hang, a refusal. */
  readonly notice: string | undefined;
  /** Spoken to screen readers. */
  readonly announcement: string;
}

export const INITIAL_STATE: MachineState = {
  name: "",
  drawing: undefined,
  broken: undefined,
  awake: false,
  input: { text: "{}" },
  machineType: "STANDARD",
  mocks: { name: "", exists: false, cases: [], chosen: undefined, keepAnswers: false },
  functions: false,
  objectsProblem: undefined,
  run: undefined,
  past: [],
  base: undefined,
  play: { speed: "steps", playing: false },
  selected: undefined,
  visit: undefined,
  tab: "input",
  find: undefined,
  showsKeys: false,
  notice: undefined,
  announcement: "",
};

/** The text has changed since the run began: what it would do now may differ. */
export function isStale({ run, drawing, broken }: Pick<MachineState, "run" | "drawing" | "broken">): boolean {
  return run !== undefined && (broken !== undefined || run.key !== drawing?.key);
}

/** An execution of a Standard workflow that has ended without success, of the machine that is shown. */
export function isRedrivable(state: Pick<MachineState, "run" | "drawing" | "broken">): boolean {
  const { run } = state;
  const failed = run?.activity === "ended" && ["FAILED", "TIMED_OUT", "ABORTED"].includes(run.status);
  return failed && run.type === "STANDARD" && !isStale(state);
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

export function isSameCase(a: MockCaseName | undefined, b: MockCaseName | undefined): boolean {
  return a?.testCase === b?.testCase && a?.stateMachine === b?.stateMachine;
}
