/** The files that a template's resources are made from. */
import { contentRange } from "../../editor/string-edit.ts";
import { uriOfPath } from "../../editor/surroundings.ts";
import type { DocumentLink, Surroundings } from "../../editor/types.ts";
import type { TemplateDocument } from "../document.ts";
import { fileKey } from "../file-key.ts";

/** Paths count from the template's folder. */
export function filesBeside({ embedded }: TemplateDocument, uri: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const { path } of embedded.files) {
    if (path !== undefined) files[fileKey(path.value)] = uriOfPath(uri, path.value);
  }
  return files;
}

/** In document order: definition files, and what embedded documents link to. */
export function documentLinks(document: TemplateDocument, surroundings: Surroundings): readonly DocumentLink[] {
  const files = document.embedded.files.flatMap(({ path }) => {
    const file = path && surroundings.files[fileKey(path.value)];
    if (path === undefined || file === undefined) return [];
    return [{ ...contentRange(document, path), target: file.uri, tooltip: "Definition of the state machine" }];
  });
  const inside = document.parts.flatMap((part) => {
    const links = part.language.documentLinks?.(part.document, { files: {} }) ?? [];
    return links.map((link) => part.outer(link));
  });
  return [...files, ...inside].sort((a, b) => a.start - b.start);
}
