/** Helpers around the files that lie beside a document. */
import type { Surroundings } from "./types.ts";

/** A document that stands alone. */
export const NOTHING_AROUND: Surroundings = { files: {} };

/** `dir/order.asl.json`, its own ending and "input.json" give `dir/order.input.json`. */
export function uriBeside(uri: string, ownEnding: RegExp, ending: string): string {
  return `${uri.replace(ownEnding, "")}.${ending}`;
}

/** The address of a path that counts from a document's folder. */
export function uriOfPath(uri: string, path: string): string {
  const parts = uri.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(encodeURIComponent(part));
  }
  return parts.join("/");
}
