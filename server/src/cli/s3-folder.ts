/**
 * S3 as a folder: `s3://bucket/key` is the file `bucket/key` in it. Nothing outside of the folder can be named.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ObjectStore, StoredObject } from "@sluice/engine";

/** Where S3 is looked for, beside the definition and in the working directory. */
export const S3_FOLDER = path.join(".sluice", "s3");

/** The folder is made when something is written to it first. */
export function folderObjectStore(folder: string): ObjectStore {
  const root = path.resolve(folder);
  return {
    get: (bucket, key) => {
      const file = fileOf(root, bucket, key);
      return file === undefined ? undefined : readIfThere(file);
    },
    list: (bucket, prefix) => {
      const inside = within(root, bucket);
      return inside === undefined || !isFolder(inside) ? undefined : listFiles(inside, prefix);
    },
    put: (bucket, key, bytes) => {
      const file = fileOf(root, bucket, key);
      if (file === undefined) throw new Error(`s3://${bucket}/${key} names no file inside the folder of S3`);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    },
  };
}

/** Undefined where a bucket or a key would lead out of the folder, as `..` does. */
function fileOf(root: string, bucket: string, key: string): string | undefined {
  const inside = within(root, bucket);
  return inside === undefined ? undefined : within(inside, key);
}

function within(folder: string, name: string): string | undefined {
  const file = path.resolve(folder, `./${name}`);
  const way = path.relative(folder, file);
  const leads = name.split(/[\\/]/).includes("..") || name.includes("\0");
  return leads || way === "" || way.startsWith("..") || path.isAbsolute(way) ? undefined : file;
}

function readIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EISDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
}

function listFiles(bucket: string, prefix: string): readonly StoredObject[] {
  const found: StoredObject[] = [];
  for (const entry of readdirSync(bucket, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const key = path.relative(bucket, file).split(path.sep).join("/");
    if (!key.startsWith(prefix)) continue;
    const { size, mtimeMs: lastModifiedMs } = statSync(file);
    found.push({ key, size, lastModifiedMs, etag: createHash("md5").update(readFileSync(file)).digest("hex") });
  }
  return found;
}
