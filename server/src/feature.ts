/** What one feature of the protocol is, and what it may use. */
import type { Connection, ServerCapabilities } from "vscode-languageserver";
import type { Examples } from "./beside.ts";
import type { Diagnostics } from "./diagnostics.ts";
import type { Documents } from "./documents.ts";
import type { Settings } from "./settings.ts";
import type { WorkspaceDefinitions } from "./workspace-definitions.ts";

export interface Server {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly diagnostics: Diagnostics;
  readonly examples: Examples;
  readonly settings: Settings;
  readonly workspace: WorkspaceDefinitions;
}

export interface Feature {
  /** What it adds to the answer to `initialize`. */
  readonly capabilities: ServerCapabilities;
  register(server: Server): void;
}
