/**
 * What the user says that files hold: the setting `sluice.files`, and `files` in the nearest `.sluicerc.json`, which wins.
 * The server reads the same; here it decides which documents the server is told of.
 */
import { associationsInConfig, CONFIG_FILE_NAME, type FileAssociations, readFileAssociations } from "@sluice/engine";
import { Disposable, type Uri, workspace } from "vscode";

/** Looking further would take longer than anybody has such files. */
const MAX_CONFIG_FILES = 200;

export class ProjectFiles implements Disposable {
  readonly #changed: () => void;
  readonly #byFolder = new Map<string, FileAssociations>();
  readonly #watching: Disposable;

  /** `changed` is called whenever files may hold something else than before. */
  constructor(changed: () => void) {
    this.#changed = changed;
    const watcher = workspace.createFileSystemWatcher(`**/${CONFIG_FILE_NAME}`);
    this.#watching = Disposable.from(
      watcher,
      watcher.onDidCreate((uri) => this.#read(uri)),
      watcher.onDidChange((uri) => this.#read(uri)),
      watcher.onDidDelete((uri) => this.#forget(uri)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("sluice.files")) this.#changed();
      }),
    );
    void this.#readAll();
  }

  filesFor(uri: Uri): FileAssociations {
    const setting = readFileAssociations(workspace.getConfiguration("sluice", uri).get("files"));
    const address = uri.toString();
    for (let at = address.lastIndexOf("/"); at > 0; at = address.lastIndexOf("/", at - 1)) {
      const project = this.#byFolder.get(address.slice(0, at));
      if (project !== undefined) return { ...setting, ...project };
    }
    return setting;
  }

  dispose(): void {
    this.#watching.dispose();
  }

  async #readAll(): Promise<void> {
    const found = await workspace.findFiles(`**/${CONFIG_FILE_NAME}`, "**/node_modules/**", MAX_CONFIG_FILES);
    await Promise.all(found.map((uri) => this.#read(uri)));
  }

  async #read(uri: Uri): Promise<void> {
    try {
      const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
      this.#byFolder.set(folderOf(uri), associationsInConfig(text));
      this.#changed();
    } catch {
      this.#forget(uri); // gone again
    }
  }

  #forget(uri: Uri): void {
    if (this.#byFolder.delete(folderOf(uri))) this.#changed();
  }
}

function folderOf(uri: Uri): string {
  const address = uri.toString();
  return address.slice(0, address.lastIndexOf("/"));
}
