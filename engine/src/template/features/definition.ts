/** Where a name of a template is declared, and every place that names it. */
import type { DefinitionPlace, Place, Surroundings } from "../../editor/types.ts";
import { nodeAt } from "../../text/navigate.ts";
import type { StringNode } from "../../text/tree.ts";
import type { TemplateDocument } from "../document.ts";
import { fileKey } from "../file-key.ts";
import { partAt } from "../parts.ts";
import { declarationOf, declaredAt, type Reference, referencesIn } from "../references.ts";
import { substitutedDefinition } from "./substituted.ts";

export function definition(
  document: TemplateDocument,
  offset: number,
  surroundings: Surroundings,
): readonly DefinitionPlace[] {
  return (
    fromFile(document, offset, surroundings) ??
    substitutedDefinition(document, offset, surroundings) ??
    fromReference(document, offset) ??
    fromPart(document, offset, surroundings)
  );
}

function fromPart(document: TemplateDocument, offset: number, surroundings: Surroundings): readonly DefinitionPlace[] {
  const at = partAt(document.parts, offset);
  if (at === undefined) return [];
  const places = at.part.language.definition?.(at.part.document, at.offset, surroundings) ?? [];
  return places.map((place) => {
    if (place.uri !== undefined) return { ...place, origin: at.part.outer(place.origin) };
    const name = at.part.outer({ start: place.nameStart, end: place.nameEnd });
    return { ...at.part.outer(place), origin: at.part.outer(place.origin), nameStart: name.start, nameEnd: name.end };
  });
}

function fromReference(document: TemplateDocument, offset: number): readonly DefinitionPlace[] | undefined {
  const { template } = document;
  const reference = referenceAt(document, offset);
  const key = template && reference && declarationOf(template, reference);
  return key === undefined || reference === undefined ? undefined : [placeOf(key, reference)];
}

/** From `DefinitionUri` to the file. */
function fromFile(
  { embedded }: TemplateDocument,
  offset: number,
  { files }: Surroundings,
): readonly DefinitionPlace[] | undefined {
  const clicked = embedded.files.find(({ path }) => path !== undefined && offset >= path.start && offset <= path.end);
  const file = clicked?.path && files[fileKey(clicked.path.value)];
  if (clicked?.path === undefined || file === undefined) return undefined;
  const origin = { start: clicked.path.start, end: clicked.path.end };
  return [{ uri: file.uri, start: 0, end: 0, nameStart: 0, nameEnd: 0, origin }];
}

function placeOf(key: StringNode, origin: Place): DefinitionPlace {
  const whole = key.parent?.kind === "property" ? key.parent : key;
  const { start, end } = origin;
  return { start: whole.start, end: whole.end, origin: { start, end }, nameStart: key.start, nameEnd: key.end };
}

export function referenceAt({ template, parsed }: TemplateDocument, offset: number): Reference | undefined {
  if (template === undefined) return undefined;
  return referencesIn(template, parsed).find(({ start, end }) => offset >= start && offset <= end);
}

/** What is named at an offset: by a reference, or by its own key. */
export function nameAt(
  document: TemplateDocument,
  offset: number,
): (Pick<Reference, "space" | "name"> & Place) | undefined {
  const { template } = document;
  const reference = referenceAt(document, offset);
  if (reference !== undefined) return reference;
  const node = nodeAt(document.parsed.root, offset);
  const declared = template && node && declaredAt(template, node);
  return node && declared && { ...declared, start: node.start, end: node.end };
}

export function references(document: TemplateDocument, offset: number, includeDeclaration: boolean): readonly Place[] {
  const named = nameAt(document, offset);
  if (named !== undefined) return placesOf(document, named, includeDeclaration);
  const at = partAt(document.parts, offset);
  const inside = at?.part.language.references?.(at.part.document, at.offset, includeDeclaration);
  return at === undefined || inside === undefined ? [] : inside.map((place) => at.part.outer(place));
}

/** In document order. */
export function placesOf(
  { template, parsed }: TemplateDocument,
  named: Pick<Reference, "space" | "name">,
  includeDeclaration: boolean,
): readonly Place[] {
  if (template === undefined) return [];
  const key = declarationOf(template, named);
  const uses = referencesIn(template, parsed).filter((reference) => {
    return reference.name === named.name && declarationOf(template, reference) === key;
  });
  const places = uses.map(({ start, end }) => ({ start, end }));
  if (includeDeclaration && key !== undefined) places.push({ start: key.start, end: key.end });
  return places.sort((a, b) => a.start - b.start);
}
