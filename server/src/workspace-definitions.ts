/** The definitions in the workspace's folders that are not open: read when a feature asks, parsed when they changed. */
import { type AslDocument, languageOf, openDocument } from "@sluice/engine";
import type { Connection, InitializeParams } from "vscode-languageserver";
import type { ReadFile } from "./config-files.ts";

/** Addresses of the definitions below a folder. */
export type ListDefinitions = (folder: string) => Promise<readonly string[]>;

/** AWS takes no larger ones. */
const MAX_LENGTH = 1_048_576;

export interface Definition {
  readonly uri: string;
  readonly asl: AslDocument;
}

export class WorkspaceDefinitions {
  readonly #connection: Connection;
  readonly #read: ReadFile;
  readonly #list: ListDefinitions;
  #folders: readonly string[] = [];
  #canAsk = false;
  readonly #known = new Map<string, AslDocument>();

  constructor(connection: Connection, read: ReadFile, list: ListDefinitions) {
    this.#connection = connection;
    this.#read = read;
    this.#list = list;
  }

  listen({ workspaceFolders, rootUri, capabilities }: InitializeParams): void {
    this.#canAsk = capabilities.workspace?.workspaceFolders === true;
    this.#folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
  }

  /** Everything that is not among `open`. */
  async closed(open: ReadonlySet<string>): Promise<readonly Definition[]> {
    if (this.#canAsk) {
      const folders = await this.#connection.workspace.getWorkspaceFolders().catch(() => undefined);
      this.#folders = folders?.map(({ uri }) => uri) ?? this.#folders;
    }
    const definitions: Definition[] = [];
    for (const folder of this.#folders) {
      for (const uri of await this.#list(folder)) {
        const asl = open.has(uri) ? undefined : await this.#document(uri);
        if (asl !== undefined) definitions.push({ uri, asl });
      }
    }
    return definitions;
  }

  async #document(uri: string): Promise<AslDocument | undefined> {
    const text = await this.#read(uri);
    if (text === undefined || text.length > MAX_LENGTH) return undefined;
    const known = this.#known.get(uri);
    if (known?.text === text) return known;
    const asl = openDocument(text, languageOf(text, uri));
    this.#known.set(uri, asl);
    return asl;
  }
}
