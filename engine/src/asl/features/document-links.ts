/** Where the words of a definition lead out of it: the pages about its resources, and the files beside it. */
import { contentRange, isAliasCopy } from "../../editor/string-edit.ts";
import type { DocumentLink, Surroundings } from "../../editor/types.ts";
import { property, valueNode } from "../../text/navigate.ts";
import type { AslDocument } from "../document.ts";
import { resourceDoc } from "./integration-docs.ts";

/** In document order. */
export function documentLinks(document: AslDocument, { files }: Surroundings): readonly DocumentLink[] {
  const links = [
    ...fileLink(document, "StartAt", files.input?.uri, "Example input"),
    ...fileLink(document, "States", files.mocks?.uri, "Mocked answers of tasks"),
  ];
  for (const { node } of document.machine?.states ?? []) {
    const resource = valueNode(node, "Resource");
    if (resource?.kind !== "string" || isAliasCopy(document, resource)) continue;
    const doc = resourceDoc(resource.value);
    if (doc !== undefined) links.push({ ...contentRange(document, resource), target: doc.link, tooltip: doc.title });
  }
  return links.sort((a, b) => a.start - b.start);
}

/** On the key of the machine that the file says more about: what it starts with, what its states are answered. */
function fileLink(
  document: AslDocument,
  field: string,
  target: string | undefined,
  what: string,
): readonly DocumentLink[] {
  const key = document.machine === undefined ? undefined : property(document.machine.node, field)?.key;
  if (key === undefined || target === undefined) return [];
  const name = decoded(target.slice(target.lastIndexOf("/") + 1));
  return [{ ...contentRange(document, key), target, tooltip: `${what}: ${name}` }];
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
