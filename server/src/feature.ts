/** What one feature of the protocol is, and what it may use. */
import type { Connection, ServerCapabilities } from "vscode-languageserver";
import type { Beside } from "./beside.ts";
import type { Diagnostics } from "./diagnostics.ts";
import type { Documents } from "./documents.ts";
import type { Settings } from "./settings.ts";
import type { WorkspaceDocuments } from "./workspace-documents.ts";

export interface Server {
  readonly beside: Beside;
  readonly connection: Connection;
  readonly documents: Documents;
  readonly diagnostics: Diagnostics;
  readonly settings: Settings;
  readonly workspace: WorkspaceDocuments;
}

export interface Feature {
  /** What it adds to the answer to `initialize`. */
  readonly capabilities: ServerCapabilities;
  register(server: Server): void;
}
