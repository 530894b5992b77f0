/** Files: reading one as text, and finding the documents below a folder. */
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import {
  type Document,
  type FileAssociations,
  type FileBeside,
  fileBeside,
  filesBeside,
  kindOfName,
  type Recognized,
  recognize,
  type Surroundings,
} from "@sluice/engine";
import type { ConfigFor } from "./config.ts";
import { decode } from "./decode.ts";
import { UnreadableError } from "./failure.ts";

/** Other people's files, and what builds leave behind. Folders whose names start with a dot are left out as well. */
const SKIPPED_FOLDERS = new Set(["node_modules"]);

export interface TextFile {
  /** As the user would write it: relative to the working directory, with forward slashes. */
  readonly name: string;
  readonly text: string;
}

/** A file that holds something that the engine knows. */
export interface DocumentFile extends TextFile, Recognized {}

/** A file that could not be read; the others are still worth checking. */
export interface UnreadFile {
  readonly name: string;
  readonly reason: string;
}

/** The files that belong to a document; one that cannot be read counts as missing. */
export async function surroundingsOf(
  document: Document,
  cwd: string,
  name: string,
  associations: FileAssociations,
): Promise<Surroundings> {
  const files: Record<string, FileBeside> = {};
  for (const [what, uri] of Object.entries(filesBeside(document, name))) {
    const text = await readText(cwd, uri).catch(() => undefined);
    if (text !== undefined) files[what] = fileBeside(uri, text, associations);
  }
  return { files };
}

/** Reads a file of UTF-8 text; a byte order mark is dropped. Throws UnreadableError. */
export async function readText(cwd: string, name: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path.resolve(cwd, name));
  } catch (error) {
    throw new UnreadableError(`${name} ${reasonOf(error)}`);
  }
  return decode(bytes, name);
}

/**
 * The documents that `paths` name: files as they are, folders searched for files that hold one by their name, and for
 * `.json`, `.yaml` and `.template` files that do by their content. Sorted, each once.
 */
export async function findDocuments(
  cwd: string,
  paths: readonly string[],
  configFor: ConfigFor,
): Promise<{ readonly files: readonly DocumentFile[]; readonly unread: readonly UnreadFile[] }> {
  const files = new Map<string, DocumentFile>();
  const unread = new Map<string, UnreadFile>();
  const read = async (name: string, otherwise?: Recognized): Promise<void> => {
    if (files.has(name) || unread.has(name)) return;
    const config = await configFor(name);
    try {
      const text = await readText(cwd, name);
      const found = recognize({ text, uri: name, files: config.files }) ?? otherwise;
      if (found !== undefined) files.set(name, { name, text, ...found });
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      unread.set(name, { name, reason: error.message.slice(name.length + 1) });
    }
  };
  for (const given of paths) {
    const name = tidy(given);
    if (!(await isFolder(cwd, name))) {
      // Whoever names a file wants to hear about it; nearly all are definitions.
      await read(name, { kind: "asl", options: {} });
      continue;
    }
    for (const found of await walk(cwd, name, unread)) await read(found);
  }
  const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
  return { files: [...files.values()].sort(byName), unread: [...unread.values()].sort(byName) };
}

function tidy(name: string): string {
  const normal = path.normalize(name).split(path.sep).join("/");
  return normal.length > 1 ? normal.replace(/\/$/, "") : normal;
}

async function isFolder(cwd: string, name: string): Promise<boolean> {
  try {
    return (await stat(path.resolve(cwd, name))).isDirectory();
  } catch {
    return false;
  }
}

/** Names of candidates below a folder, without following links: those could lead round in a circle. */
async function walk(cwd: string, top: string, unread: Map<string, UnreadFile>): Promise<readonly string[]> {
  const found: string[] = [];
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const prefix = folder === "." ? "" : folder === "/" ? "/" : `${folder}/`;
    try {
      for (const entry of await readdir(path.resolve(cwd, folder), { withFileTypes: true })) {
        const name = prefix + entry.name;
        if (entry.isDirectory()) {
          if (!entry.name.startsWith(".") && !SKIPPED_FOLDERS.has(entry.name)) folders.push(name);
        } else if (entry.isFile() && (/\.(?:json|ya?ml|template)$/i.test(name) || kindOfName(name) !== undefined)) {
          found.push(name);
        }
      }
    } catch (error) {
      unread.set(folder, { name: folder, reason: reasonOf(error) });
    }
  }
  return found;
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return "does not exist";
    case "EISDIR":
      return "is a folder, not a file";
    case "EACCES":
    case "EPERM":
      return "may not be read: permission denied";
    default:
      return `cannot be read: ${message}`;
  }
}
