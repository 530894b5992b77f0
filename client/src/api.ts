/** The extension's exports. */
import type { Uri } from "vscode";
import type { FlowPanel } from "./flow/flow-panel.ts";
import type { FlowCommand } from "./flow/protocol.ts";
import type { Panel } from "./panel/panel.ts";
import type { PanelCommand } from "./panel/protocol.ts";
import type { SubjectAddress } from "./panel/subject.ts";

/** What the extension gives to those who activate it: other extensions, and the suite that runs in a real VS Code. */
export interface SluiceApi {
  readonly host: "desktop" | "web";
  /** Extension host time, milliseconds: reading the bundle, and `activate` itself. */
  readonly loadMs: number;
  readonly activateMs: number;
  /** Resolves once the language server answers; it starts with the first state machine that is opened. */
  serverReady(): Promise<void>;
  /** Opens a panel beside a document, as the command does, and gives it: its reports tell how a run went. */
  openPanel(address: SubjectAddress, start?: PanelCommand): Promise<Panel>;
  /** Opens an execution history on the definition that has its states; undefined: it is none, or nobody chose. */
  openHistory(uri: Uri): Promise<Panel | undefined>;
  /** Opens the flow of what a file describes, as the command does: its reports tell what a run came to. */
  simulate(uri: Uri, start?: FlowCommand): Promise<FlowPanel>;
}
