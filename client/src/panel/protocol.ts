/**
 * Every message between the extension host and the panel's view. Plain data; offsets are UTF-16 into the document's
 * text. The host knows files and editors, the view knows the machine: neither asks the other to decide anything.
 */
import type {
  JsonObject,
  JsonValue,
  MachineDrawing,
  MachineType,
  MockEdit,
  MockedResponse,
  TaskCall,
  TaskOutcome,
  TraceEvent,
} from "@sluice/engine";

/** What a command, a lens or a key asks the panel to do. */
export type PanelCommand = "run" | "runToEnd" | "step" | "stepBack" | "restart" | "stop";

/** An answer that somebody gave to a task, to be written down. */
export interface KeptAnswer {
  readonly stateName: string;
  readonly outcome: TaskOutcome;
  /** The test case that answers the run's tasks; undefined where it asks for all of them. */
  readonly mock?: { readonly stateMachine: string; readonly testCase: string };
}

/** A file beside the definition; `text` is undefined where there is none. */
export interface SiblingFile {
  readonly name: string;
  readonly text: string | undefined;
}

export interface DocumentMessage {
  readonly type: "document";
  /** For the view's own state, so that a restored panel finds its document. */
  readonly uri: string;
  /** Of the definition in a document that holds more, a JSON pointer. */
  readonly pointer?: string;
  /** File name without folders. */
  readonly name: string;
  readonly language: "json" | "yaml";
  readonly text: string;
  readonly version: number;
  /** What is known of it besides its text. */
  readonly machineType?: MachineType;
}

/** An object of S3: a file at `bucket/key` in the folder that stands for S3. Text is stored as UTF-8. */
export interface S3Object {
  readonly bucket: string;
  readonly key: string;
  readonly body: Uint8Array | string;
}

/** Host to view. */
export type HostMessage =
  | DocumentMessage
  /** What the view would draw of this version of the text: of the first one, for there to be a picture at once. */
  | { readonly type: "drawing"; readonly version: number; readonly drawing: MachineDrawing }
  /** Where the cursor stands in the text. */
  | { readonly type: "cursor"; readonly offset: number }
  /** `name.mocks.json`: a mock configuration file of Step Functions Local. */
  | { readonly type: "mocks"; readonly file: SiblingFile }
  /** `name.input.json`: the input to begin with. */
  | { readonly type: "input"; readonly file: SiblingFile }
  /** What lies in S3's folder; undefined where there is none: readers ask. `problem`: why some of it is missing. */
  | { readonly type: "objects"; readonly objects: readonly S3Object[] | undefined; readonly problem?: string }
  /** Local functions beside the definition may answer tasks. */
  | { readonly type: "functions"; readonly available: boolean }
  /** To "askAnswers"; tasks without an answer are left out. `problem`: why functions could not be called. */
  | {
      readonly type: "answers";
      readonly run: number;
      readonly answers: readonly { readonly id: number; readonly outcome: TaskOutcome }[];
      readonly problem?: string;
    }
  | { readonly type: "command"; readonly command: PanelCommand }
  /** What did the run that is shown have at this offset of the text? Answered by "values". */
  | { readonly type: "askValues"; readonly id: number; readonly offset: number }
  /** An execution that ran elsewhere: its trace, and the name of the file that it came from. */
  | { readonly type: "history"; readonly name: string; readonly trace: readonly TraceEvent[] };

/** A value that a run had at a place of the text. */
export interface ShownValue {
  /** What it is: "Parameters", "input of Charge card". */
  readonly label: string;
  readonly value: JsonValue;
}

/** What the view tells about the run, whenever it comes to rest. */
export interface RunReport {
  /** AWS's status; "STOPPED" where a person or the watchdog ended it. */
  readonly status: "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED" | "STOPPED";
  /** Length of the trace. */
  readonly events: number;
  /** Tasks that wait for an answer. */
  readonly pending: number;
  readonly error?: string;
  readonly cause?: string;
}

/** View to host. */
export type ViewMessage =
  | { readonly type: "ready" }
  /** The graph of this version of the text has been drawn. */
  | { readonly type: "drawn"; readonly version: number; readonly states: number; readonly broken?: string }
  /** Show a range of the text; `focus` moves the keyboard there as well. */
  | { readonly type: "reveal"; readonly start: number; readonly end: number; readonly focus: boolean }
  /** Open the mock file beside the definition. */
  | { readonly type: "openMocks" }
  /** Write an answer into the mock file beside the definition. */
  | { readonly type: "keepAnswer"; readonly answer: KeptAnswer }
  /** Edit the mock file beside the definition. */
  | { readonly type: "editMocks"; readonly edit: MockEdit }
  /** Write a test case into it; the host asks for its name. */
  | {
      readonly type: "writeCase";
      readonly stateMachine: string;
      readonly answers: readonly (readonly [stateName: string, ranges: MockedResponse["ranges"]])[];
    }
  /** Write a case into the scenario file beside the definition; the host asks for its name. */
  | { readonly type: "saveCase"; readonly scenarioCase: JsonObject }
  /** Ask where to save a file, and save it. */
  | { readonly type: "save"; readonly name: string; readonly content: string | Uint8Array }
  /** Let somebody choose an execution history for this definition. */
  | { readonly type: "openHistory" }
  /** To "askValues": the place that they are of, UTF-16 offsets; without values nothing is known. */
  | {
      readonly type: "values";
      readonly id: number;
      readonly start: number;
      readonly end: number;
      /** One line about the run and the visit. */
      readonly title: string;
      readonly values: readonly ShownValue[];
    }
  /** Write what result writers wrote into S3's folder. */
  | { readonly type: "saveObjects"; readonly objects: readonly S3Object[] }
  /** Who else answers these tasks? Local functions, and with `plausibly` what can be made up. */
  | {
      readonly type: "askAnswers";
      readonly run: number;
      /** Tells this view from an earlier one of the document: both count their runs. */
      readonly session: number;
      /** JSON text. */
      readonly definition: string;
      readonly calls: readonly { readonly id: number; readonly call: TaskCall }[];
      readonly plausibly: boolean;
    }
  /** Put a text on the clipboard. */
  | { readonly type: "copy"; readonly text: string }
  /** The state that the run stands in, to be marked in the text; without a range there is none. */
  | { readonly type: "current"; readonly start?: number; readonly end?: number }
  | { readonly type: "report"; readonly report: RunReport };
