/** Which open documents are ours: by language id, or, for plain JSON and YAML, by their names and their heads. */
import {
  type DocumentKind,
  type FileAssociations,
  looksLikeHistory,
  RECOGNIZED_HEAD_LENGTH,
  recognize,
} from "@sluice/engine";
import { Range, type TextDocument, workspace } from "vscode";

export const ASL_LANGUAGES: readonly string[] = ["asl", "asl-yaml"];

export type PlainFiles = "features" | "language" | "off";

/** The setting `sluice.plainFiles`. */
export function plainFilesSetting(): PlainFiles {
  return workspace.getConfiguration("sluice").get<PlainFiles>("plainFiles", "features");
}

export function isAsl(document: TextDocument): boolean {
  return ASL_LANGUAGES.includes(document.languageId);
}

/** What a plain JSON or YAML document holds that the server knows. Reads the first lines only, whatever the size. */
export function plainKind(document: TextDocument, files: FileAssociations): DocumentKind | undefined {
  const { languageId, uri } = document;
  if (plainLanguage(document) === undefined) return undefined;
  return recognize({ text: head(document), uri: uri.path, languageId, files })?.kind;
}

/** A JSON document that holds an execution history, by its first lines. */
export function isHistory(document: TextDocument): boolean {
  return plainLanguage(document) === "json" && looksLikeHistory(head(document));
}

function plainLanguage(document: TextDocument): "json" | "yaml" | undefined {
  if (document.languageId === "json" || document.languageId === "jsonc") return "json";
  return document.languageId === "yaml" ? "yaml" : undefined;
}

/** A line has a character or more, so that many lines are always enough; a single long line is cut. */
function head(document: TextDocument): string {
  const lines = Math.min(document.lineCount, 400);
  return document.getText(new Range(0, 0, lines, 0)).slice(0, RECOGNIZED_HEAD_LENGTH);
}
