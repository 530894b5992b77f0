/** The files in a folder of the machine that the server runs on whose names say what they hold. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { kindOfName } from "@sluice/engine";

const MAX_FILES = 500;
const MAX_FOLDERS = 5_000;
const SKIPPED = new Set(["node_modules", "dist", "out", "build", "cdk.out", "target", "vendor"]);

/**
 * Addresses of `*.asl.json`, `*.asl.yaml` and the like below a folder; none for what is no folder of files. Nearest
 * folders first, so that what the bounds leave out lies deepest.
 */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const root = pathOf(folder);
  if (root === undefined) return [];
  const found: string[] = [];
  const folders = [root];
  for (const path of folders) {
    for (const entry of await readdir(path, { withFileTypes: true }).catch(() => [])) {
      if (found.length >= MAX_FILES) return found;
      const inner = join(path, entry.name);
      const isSkipped = entry.name.startsWith(".") || SKIPPED.has(entry.name);
      if (entry.isDirectory() && !isSkipped && folders.length < MAX_FOLDERS) folders.push(inner);
      else if (entry.isFile() && kindOfName(entry.name) !== undefined) found.push(pathToFileURL(inner).href);
    }
  }
  return found;
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined; // an address that no path can have
  }
}
