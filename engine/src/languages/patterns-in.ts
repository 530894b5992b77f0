/** The filter policies and event patterns of a document, itself one or a template: for the bench, and edits that it makes. */
import { styleOf } from "../editor/compose.ts";
import { addItem } from "../editor/object-edits.ts";
import { NOTHING_AROUND } from "../editor/surroundings.ts";
import type { Surroundings } from "../editor/types.ts";
import type { NearestChange } from "../patterns/types.ts";
import type { BenchPattern } from "../policies/bench/types.ts";
import { findDialect } from "../policies/pattern/dialect.ts";
import { samplesAround } from "../policies/samples/around.ts";
import type { PatternDocument } from "../policies/types.ts";
import type { TextEdit } from "../problem.ts";
import { placesOfPart } from "../template/machines.ts";
import type { Part } from "../template/parts.ts";
import { nodeAtPointer, pointerOf } from "../text/navigate.ts";
import { renderTree } from "../text/rendered.ts";
import { filesBeside } from "./features.ts";
import type { Document } from "./types.ts";

/** Address of the file of sample messages for a document's patterns. */
export function samplesUriOf(document: Document, uri: string): string | undefined {
  return filesBeside(document, uri).messages;
}

/** In document order; none of a document of another kind. `uri` names it. */
export function patternsIn(
  document: Document,
  uri: string,
  surroundings: Surroundings = NOTHING_AROUND,
): readonly BenchPattern[] {
  if (document.kind === "template") return named(document.parts.filter(holdsPattern));
  if (document.kind !== "filter-policy" && document.kind !== "event-pattern") return [];
  const { dialect, because } = findDialect(document, samplesAround(surroundings)?.scope);
  const { text } = document;
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
  return [{ pointer: "", name, dialect, because, text, places: [], start: 0, end: text.length }];
}

/**
 * The edits of a document that put a value into a list of one of its patterns, as the nearest change of the pattern says.
 * `pointer`: of the pattern. Undefined where nothing is to be put there.
 */
export function changePattern(document: Document, pointer: string, change: NearestChange): TextEdit[] | undefined {
  const { place, value } = change;
  const part =
    document.kind === "template" ? document.parts.find((one) => pointerOf(one.embedded.node) === pointer) : undefined;
  const { parsed } = part?.document ?? document;
  const list = nodeAtPointer(parsed.root, place);
  if (value === undefined || list?.kind !== "array") return undefined;
  const inner = addItem(list, value, styleOf(parsed));
  const edit = inner && part ? part.edit(inner) : inner;
  return edit && [edit];
}

function holdsPattern({ embedded: { holds } }: Part): boolean {
  return holds === "filter-policy" || holds === "event-pattern" || holds === "filter-pattern";
}

/** Several of one resource are told apart by where they stand in it. */
function named(parts: readonly Part[]): readonly BenchPattern[] {
  const perResource = new Map<string, number>();
  for (const { embedded } of parts) {
    const { id } = embedded.resource;
    perResource.set(id, (perResource.get(id) ?? 0) + 1);
  }
  return parts.map((part) => {
    const { node, resource, content } = part.embedded;
    const { dialect } = findDialect(part.document as PatternDocument, undefined);
    const pointer = pointerOf(node);
    const detail = perResource.get(resource.id) === 1 ? "" : ` ${whereIn(pointer)}`;
    return {
      pointer,
      name: `${resource.id}${detail}`,
      dialect,
      because: "as the template says",
      start: node.start,
      end: node.end,
      ...("tree" in content
        ? renderTree(part.document.parsed.root)
        : { text: part.document.parsed.text, places: placesOfPart(part) }),
    };
  });
}

/** Words that say nothing about which one it is. */
const PLAIN = new Set(["Properties", "Events", "FilterCriteria", "Filters", "Pattern", "FilterPolicy", "EventPattern"]);

/** `/Resources/Fn/Properties/Events/Jobs/Properties/FilterCriteria/Filters/1/Pattern` is `Jobs 2`. */
function whereIn(pointer: string): string {
  const words = pointer
    .split("/")
    .slice(3)
    .filter((word) => !PLAIN.has(word));
  return words.map((word) => (/^\d+$/.test(word) ? String(Number(word) + 1) : word)).join(" ");
}
