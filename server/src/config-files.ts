/**
 * The `.sluicerc.json` of each folder that has open documents: looked for once from the folder upwards, then kept until
 * the editor says that such a file has changed. What is wrong with one is shown in it.
 */
import { CONFIG_FILE_NAME, type ConfigFile, lineStarts, positionAt, readConfigFile } from "@sluice/engine";
import {
  type Connection,
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
} from "vscode-languageserver";

/** Gives the text of a file, or undefined where there is none. */
export type ReadFile = (uri: string) => Promise<string | undefined>;

type FolderConfig = Pick<ConfigFile, "rules" | "files">;

const NOTHING: FolderConfig = { rules: {}, files: {} };

export class ConfigFiles {
  readonly #connection: Connection;
  readonly #read: ReadFile;
  readonly #loading = new Map<string, Promise<FolderConfig>>();
  readonly #loaded = new Map<string, FolderConfig>();
  readonly #reported = new Set<string>();

  constructor(connection: Connection, read: ReadFile) {
    this.#connection = connection;
    this.#read = read;
  }

  /** Asks to be told of changes; `changed` is called behind every one, when all is forgotten. */
  listen(params: InitializeParams, changed: () => void): void {
    const connection = this.#connection;
    const watches = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    if (watches) {
      connection.onInitialized(() => {
        const watchers = [{ globPattern: `**/${CONFIG_FILE_NAME}` }];
        connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
      });
    }
    connection.onDidChangeWatchedFiles(({ changes }) => {
      if (!changes.some(({ uri }) => uri.endsWith(`/${CONFIG_FILE_NAME}`))) return;
      this.#loading.clear();
      this.#loaded.clear();
      for (const uri of this.#reported)
        void connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => undefined);
      this.#reported.clear();
      changed();
    });
  }

  /** What is known by now; nothing before `load`. */
  configFor(uri: string): FolderConfig {
    return this.#loaded.get(folderOf(uri) ?? "") ?? NOTHING;
  }

  /** Undefined where the document's settings are known already. */
  load(uri: string): Promise<unknown> | undefined {
    const folder = folderOf(uri);
    if (folder === undefined || this.#loaded.has(folder)) return undefined;
    let loading = this.#loading.get(folder);
    if (loading === undefined) {
      loading = this.#find(folder).catch((): FolderConfig => NOTHING);
      this.#loading.set(folder, loading);
      const mine = loading;
      void loading.then((config) => {
        // A change meanwhile has made it old.
        if (this.#loading.get(folder) === mine) this.#loaded.set(folder, config);
      });
    }
    return loading;
  }

  async #find(start: string): Promise<FolderConfig> {
    for (let folder: string | undefined = start; folder !== undefined; folder = folderOf(folder)) {
      const uri = `${folder}/${CONFIG_FILE_NAME}`;
      const text = await this.#read(uri);
      if (text === undefined) continue;
      const config = readConfigFile(text);
      this.#report(uri, text, config.problems);
      return config;
    }
    return NOTHING;
  }

  #report(uri: string, text: string, problems: ReturnType<typeof readConfigFile>["problems"]): void {
    if (problems.length === 0) return;
    const lines = lineStarts(text);
    const diagnostics = problems.map(({ start, end, message }) => ({
      range: { start: positionAt(lines, start), end: positionAt(lines, end) },
      severity: DiagnosticSeverity.Error,
      source: "sluice",
      message,
    }));
    this.#reported.add(uri);
    void this.#connection.sendDiagnostics({ uri, diagnostics }).catch(() => undefined);
  }
}

/** The address without its last segment; undefined at the root, and for documents that are no files. */
function folderOf(uri: string): string | undefined {
  const match = /^([\w.+-]+:\/\/[^/]*(?:\/.*)?)\/[^/]*$/.exec(uri);
  return match?.[1];
}
