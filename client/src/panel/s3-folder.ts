/**
 * S3 as a folder of the workspace: `s3://bucket/key` is the file `.sluice/s3/bucket/key`, beside the definition or at the
 * workspace folder's root. Read and written through the editor's file system, on the desktop and in the browser alike.
 */
import { Disposable, FileType, RelativePattern, Uri, window, workspace } from "vscode";
import type { HostMessage, S3Object } from "./protocol.ts";

/** What a panel is given of a folder: it keeps all of it in memory. */
const MAX_TOTAL_BYTES = 32 * 1024 * 1024;
const MAX_FILES = 5_000;

const FOLDER = ".sluice/s3";

/** Does anything in the text read from S3 or write to it? */
export function usesS3(text: string): boolean {
  return /\b(ItemReader|ResultWriter)\b/.test(text);
}

/** The message that tells the panel what the folder holds. */
export async function readObjects(definition: Uri): Promise<HostMessage> {
  const folder = await findFolder(definition);
  if (!folder) return { type: "objects", objects: undefined };
  const files: FoundFile[] = [];
  const listed = await listFiles(folder, "", files).catch(() => false);
  const objects: S3Object[] = [];
  let left = MAX_TOTAL_BYTES;
  let whole = listed;
  for (const { uri, path } of files) {
    const slash = path.indexOf("/");
    if (slash < 0) continue; // a file without a bucket around it
    const body = await readUpTo(uri, left);
    if (body === undefined) {
      whole = false;
      continue;
    }
    left -= body.length;
    objects.push({ bucket: path.slice(0, slash), key: path.slice(slash + 1), body });
  }
  const most = `${MAX_FILES} files, ${MAX_TOTAL_BYTES / 1024 / 1024} MB`;
  const problem = `Some of ${FOLDER} cannot be read here (the panel reads ${most}). The command line reads all of it: sluice run`;
  return { type: "objects", objects, ...(!whole && { problem }) };
}

/** Writes objects into the folder that is read, or else beside the definition. */
export async function saveObjects(definition: Uri, objects: readonly S3Object[]): Promise<void> {
  const folder = (await findFolder(definition)) ?? Uri.joinPath(definition, "..", FOLDER);
  let saved = 0;
  try {
    for (const { bucket, key, body } of objects) {
      if (!staysInside(bucket) || !staysInside(key)) continue;
      const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
      await workspace.fs.writeFile(Uri.joinPath(folder, bucket, key), bytes);
      saved += 1;
    }
  } catch (error) {
    void window.showErrorMessage(`Not saved: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  const refused = objects.length - saved;
  const rest = refused === 0 ? "" : `; ${refused} would lie outside of the folder`;
  void window.showInformationMessage(
    `Saved ${saved} of ${objects.length} to ${workspace.asRelativePath(folder)}${rest}.`,
  );
}

/** Calls `changed` when a file of S3 comes, changes or goes. */
export function watchObjects(definition: Uri, changed: () => void): Disposable {
  const root = workspace.getWorkspaceFolder(definition)?.uri;
  const places = [Uri.joinPath(definition, ".."), ...(root ? [root] : [])];
  const watchers = places.map((place) => workspace.createFileSystemWatcher(new RelativePattern(place, `${FOLDER}/**`)));
  const listeners = watchers.flatMap((one) => [
    one.onDidCreate(changed),
    one.onDidChange(changed),
    one.onDidDelete(changed),
  ]);
  return Disposable.from(...watchers, ...listeners);
}

async function findFolder(definition: Uri): Promise<Uri | undefined> {
  const root = workspace.getWorkspaceFolder(definition)?.uri;
  for (const place of [Uri.joinPath(definition, ".."), ...(root ? [root] : [])]) {
    const folder = Uri.joinPath(place, FOLDER);
    try {
      if ((await workspace.fs.stat(folder)).type & FileType.Directory) return folder;
    } catch {
      // not there: the next one may be
    }
  }
  return undefined;
}

/** Undefined where it is larger, or cannot be read any more. */
async function readUpTo(uri: Uri, maxBytes: number): Promise<Uint8Array | undefined> {
  try {
    return (await workspace.fs.stat(uri)).size > maxBytes ? undefined : await workspace.fs.readFile(uri);
  } catch {
    return undefined;
  }
}

interface FoundFile {
  readonly uri: Uri;
  /** Below the folder, with `/`. */
  readonly path: string;
}

/** False where there are more files than are wanted. Links are not followed: they may lead round in circles. */
async function listFiles(folder: Uri, path: string, found: FoundFile[]): Promise<boolean> {
  for (const [name, type] of await workspace.fs.readDirectory(folder)) {
    if (found.length >= MAX_FILES) return false;
    const uri = Uri.joinPath(folder, name);
    const inner = path === "" ? name : `${path}/${name}`;
    if (type === FileType.File) found.push({ uri, path: inner });
    else if (type === FileType.Directory && !(await listFiles(uri, inner, found))) return false;
  }
  return true;
}

/** No part of it leads up: it names a file below. */
function staysInside(name: string): boolean {
  return name !== "" && !name.split(/[\\/]/).includes("..");
}
