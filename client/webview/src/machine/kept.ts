/** What VS Code keeps of a panel over a restart of the window. */
import type { MachineType, TraceEvent } from "@sluice/engine";
import type { MockCaseName, Speed, Tab } from "./state.ts";
import type { VisitStage } from "./worker/protocol.ts";

export interface Kept {
  /** What brings the document back. */
  readonly uri?: string;
  /** Of the definition inside the document. */
  readonly pointer?: string;
  /** Only where it was edited in the panel. */
  readonly inputText?: string;
  readonly machineType?: MachineType;
  readonly speed?: Speed;
  /** "ask": a person answers. */
  readonly mock?: MockCaseName | "ask";
  readonly tab?: Tab;
  readonly selected?: string;
  /** Size of the details, as a share of the page. */
  readonly split?: number;
  readonly run?: KeptRun;
}

/** A run that is not too large to be kept: enough to look at it again. */
export interface KeptRun {
  readonly events: readonly TraceEvent[];
  readonly stages: readonly VisitStage[];
  readonly cursor: number;
  readonly key: string;
  readonly type: MachineType;
  readonly mock?: MockCaseName;
  /** It ran elsewhere: the file that tells of it. */
  readonly history?: string;
}
