/** The documents in the workspace's folders that are not open: read when a feature asks, parsed when they changed. */
import { type Document, openDocument, recognize, textLanguageOf } from "@sluice/engine";
import type { Connection, InitializeParams } from "vscode-languageserver";
import type { ReadFile } from "./config-files.ts";

/** Addresses of the files below a folder whose names say that they hold documents. */
export type ListFiles = (folder: string) => Promise<readonly string[]>;

/** AWS takes no larger ones. */
const MAX_LENGTH = 1_048_576;

export interface WorkspaceDocument {
  readonly uri: string;
  readonly document: Document;
}

export class WorkspaceDocuments {
  readonly #connection: Connection;
  readonly #read: ReadFile;
  readonly #list: ListFiles;
  #folders: readonly string[] = [];
  #canAsk = false;
  readonly #known = new Map<string, Document>();

  constructor(connection: Connection, read: ReadFile, list: ListFiles) {
    this.#connection = connection;
    this.#read = read;
    this.#list = list;
  }

  listen({ workspaceFolders, rootUri, capabilities }: InitializeParams): void {
    this.#canAsk = capabilities.workspace?.workspaceFolders === true;
    this.#folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
  }

  /** Everything that is not among `open`. */
  async closed(open: ReadonlySet<string>): Promise<readonly WorkspaceDocument[]> {
    if (this.#canAsk) {
      const folders = await this.#connection.workspace.getWorkspaceFolders().catch(() => undefined);
      this.#folders = folders?.map(({ uri }) => uri) ?? this.#folders;
    }
    const found: WorkspaceDocument[] = [];
    for (const folder of this.#folders) {
      for (const uri of await this.#list(folder)) {
        const document = open.has(uri) ? undefined : await this.#document(uri);
        if (document !== undefined) found.push({ uri, document });
      }
    }
    return found;
  }

  async #document(uri: string): Promise<Document | undefined> {
    const text = await this.#read(uri);
    if (text === undefined || text.length > MAX_LENGTH) return undefined;
    const known = this.#known.get(uri);
    if (known?.text === text) return known;
    const found = recognize({ text, uri });
    if (found === undefined) return undefined;
    const document = openDocument(found.kind, text, textLanguageOf({ text, uri }), found.options);
    this.#known.set(uri, document);
    return document;
  }
}
