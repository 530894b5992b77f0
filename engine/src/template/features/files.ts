/** The files that belong to a template: those that its resources are made from, and sample messages for its patterns. */
import { contentRange } from "../../editor/string-edit.ts";
import { uriBeside, uriOfPath } from "../../editor/surroundings.ts";
import type { DocumentLink, Surroundings } from "../../editor/types.ts";
import type { TemplateDocument } from "../document.ts";
import { fileKey } from "../file-key.ts";

/** Paths count from the template's folder; `orders.messages.json` is for `orders.template.yaml` and `orders.yaml`. */
export function filesBeside({ embedded }: TemplateDocument, uri: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    messages: uriBeside(uri, /(\.template)?\.(json|ya?ml)$/i, "messages.json"),
  };
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
