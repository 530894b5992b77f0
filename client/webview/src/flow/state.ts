/** What the view of a flow shows. */
import type { FlowDrawing, FlowFrame, FlowLine, FlowSource, LifeLine, SweepRow } from "@sluice/engine";
import type { Course, Inspected, Outcome, Place, SweepAsked, Told } from "./worker/protocol.ts";

export type Tab = "node" | "charts" | "message" | "events" | "checks" | "runs" | "sweep";

export type Speed = 0.1 | 1 | 10 | 60 | 600;

/** A run that is over, kept to be looked at beside another. */
export interface PastRun {
  readonly number: number;
  /** What was changed since the run before. */
  readonly label: string;
  readonly outcome: Outcome;
}

export interface FlowState {
  readonly name: string;
  readonly source: FlowSource | undefined;
  /** The scenario's text in its file; what is run may be another one. */
  readonly savedText: string;
  readonly drawing: FlowDrawing | undefined;
  readonly problems: readonly Told[];
  readonly broken: boolean;
  readonly places: readonly Place[];
  readonly faults: readonly { readonly node: string; readonly fromMs: number; readonly untilMs: number }[];
  readonly frame: FlowFrame | undefined;
  readonly playing: "still" | "play" | "continue";
  /** It is at its end. */
  readonly over: boolean;
  readonly speed: Speed;
  readonly aheadMs: number;
  readonly untilMs: number;
  readonly aheadEvents: number;
  readonly running: boolean;
  readonly courses: readonly Course[];
  readonly outcome: Outcome | undefined;
  readonly runs: readonly PastRun[];
  /** Number of the run that the present one is compared with. */
  readonly base: number | undefined;
  /** What has been changed since the run before. */
  readonly change: string;
  readonly tab: Tab;
  readonly selected: string | undefined;
  readonly inspected: Inspected | undefined;
  readonly life: { readonly message: number; readonly lines: readonly LifeLine[] } | undefined;
  readonly lines: readonly FlowLine[];
  readonly breakpoints: readonly string[];
  readonly halted: string | undefined;
  readonly sweep: SweepAsked | undefined;
  readonly sweepRows: readonly SweepRow[];
  readonly sweeping: string | undefined;
  readonly notice: string | undefined;
  readonly announcement: string;
}

export const INITIAL_STATE: FlowState = {
  name: "",
  source: undefined,
  savedText: "",
  drawing: undefined,
  problems: [],
  broken: false,
  places: [],
  faults: [],
  frame: undefined,
  playing: "still",
  over: false,
  speed: 10,
  aheadMs: 0,
  untilMs: 0,
  aheadEvents: 0,
  running: false,
  courses: [],
  outcome: undefined,
  runs: [],
  base: undefined,
  change: "",
  tab: "node",
  selected: undefined,
  inspected: undefined,
  life: undefined,
  lines: [],
  breakpoints: [],
  halted: undefined,
  sweep: undefined,
  sweepRows: [],
  sweeping: undefined,
  notice: undefined,
  announcement: "",
};
