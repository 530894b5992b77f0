/** What the user's settings say about files, where names and contents do not: globs, each with what such files hold. */
import type { DocumentOptions, Recognized } from "../editor/recognition.ts";
import { isObject } from "../json.ts";
import { parseJson } from "../text/json-reader.ts";
import { valueOf } from "../text/navigate.ts";
import type { DocumentKind } from "../vocabulary.ts";
import { globMatches } from "./glob.ts";

/** By glob. Of several that match the last one counts. */
export type FileAssociations = Readonly<Record<string, FileKind>>;

/** What a setting may say that a file holds, each with what that means; `none` keeps Sluice away from it. */
export const FILE_KINDS = {
  "state-machine": known("asl"),
  template: known("template"),
  "filter-policy": known("filter-policy"),
  "filter-policy-attributes": known("filter-policy", { dialect: "sns-attributes" }),
  "filter-policy-body": known("filter-policy", { dialect: "sns-body" }),
  "event-pattern": known("event-pattern"),
  "pipes-pattern": known("event-pattern", { dialect: "pipes" }),
  "esm-pattern": known("event-pattern", { dialect: "esm" }),
  "redrive-policy": known("redrive-policy"),
  "subscription-redrive-policy": known("redrive-policy", { redriveOf: "subscription" }),
  "redrive-allow-policy": known("redrive-allow-policy"),
  messages: known("messages"),
  scenario: known("scenario"),
  none: "none",
} as const satisfies Readonly<Record<string, Recognized | "none">>;

export type FileKind = keyof typeof FILE_KINDS;

function known(kind: DocumentKind, options: DocumentOptions = {}): Recognized {
  return { kind, options };
}

/** Undefined where the settings say nothing about a file. */
export function associationOf(uri: string, files: FileAssociations = {}): Recognized | "none" | undefined {
  const path = decoded(uri);
  const found = Object.keys(files).findLast((glob) => globMatches(glob, path));
  const kind = found === undefined ? undefined : files[found];
  return kind === undefined ? undefined : FILE_KINDS[kind];
}

/** Takes what an editor gives for the setting: what is no association is left out. */
export function readFileAssociations(value: unknown): FileAssociations {
  if (typeof value !== "object" || value === null) return {};
  const entries = Object.entries(value).filter((entry): entry is [string, FileKind] => isFileKind(entry[1]));
  return Object.fromEntries(entries);
}

/** The associations in the text of a `.sluicerc.json`, for who wants nothing else of it. */
export function associationsInConfig(text: string): FileAssociations {
  const value = valueOf(parseJson(text).root);
  return isObject(value) ? readFileAssociations(value.files) : {};
}

/** An address, or a path, as a path. */
function decoded(uri: string): string {
  const path = uri.replaceAll("\\", "/");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export function isFileKind(value: unknown): value is FileKind {
  return typeof value === "string" && Object.hasOwn(FILE_KINDS, value);
}
