/** The files that lie beside a definition: `order.asl.json` has `order.mocks.json` and `order.input.json`. */
import { Disposable, RelativePattern, Uri, workspace } from "vscode";
import type { SiblingFile } from "./protocol.ts";

export type SiblingKind = "mocks" | "input" | "handlers";

/** The last part of an address. */
export function fileName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}

/** What files lie beside: a document, or one machine of several in it. */
export interface Beside {
  readonly uri: Uri;
  /** What the files are named after. */
  readonly stem: string;
}

/** `order` of `order.asl.json`, `order.json`, `order.asl.yaml`, `order.asl`. */
export function stemOf(definition: Uri): string {
  return fileName(definition).replace(/(\.asl)?\.(json|ya?ml)$|\.asl$/i, "");
}

/** `dir/order.asl.json` and "mocks" give `dir/order.mocks.json`. */
export function siblingUri({ uri, stem }: Beside, kind: SiblingKind): Uri {
  return Uri.joinPath(uri, "..", `${stem}.${kind}.json`);
}

export function readSibling(definition: Beside, kind: SiblingKind): Promise<SiblingFile> {
  return readFile(siblingUri(definition, kind));
}

/** The text as an open editor has it, or else as the file has it. */
export async function readFile(uri: Uri): Promise<SiblingFile> {
  const name = fileName(uri);
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return { name, text: open.getText() };
  try {
    return { name, text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
  } catch {
    return { name, text: undefined }; // no such file: nothing to say about it
  }
}

export function watchSibling(definition: Beside, kind: SiblingKind, changed: () => void): Disposable {
  return watchFile(siblingUri(definition, kind), changed);
}

/** Calls `changed` when the file comes, changes or goes, or when it is typed into. */
export function watchFile(uri: Uri, changed: () => void): Disposable {
  const folder = Uri.joinPath(uri, "..");
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, escapeGlob(fileName(uri))));
  return Disposable.from(
    watcher,
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    watcher.onDidDelete(changed),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === uri.toString()) changed();
    }),
  );
}

function escapeGlob(name: string): string {
  return name.replace(/[[\]{}*?]/g, (character) => `[${character}]`);
}
