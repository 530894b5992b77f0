/** `${Name}` in texts of a template that the template itself fills in: variables of `Fn::Sub`'s own, DefinitionSubstitutions. */
import { code, paragraphs, plain } from "../../editor/markdown.ts";
import type { DefinitionPlace, HoverText, Place, Surroundings } from "../../editor/types.ts";
import { nodeAt, pathAt, property, valueNode } from "../../text/navigate.ts";
import { offsetInString } from "../../text/string-offset.ts";
import type { Node, Property, StringNode } from "../../text/tree.ts";
import type { TemplateDocument } from "../document.ts";
import { fileKey } from "../file-key.ts";
import { intrinsicOf, type Sub, subOf, subVariables } from "../intrinsics.ts";
import { placeholdersIn } from "../placeholders.ts";

/** One use of a name, with the entry that says what is put in its place. */
interface Substituted {
  readonly name: string;
  readonly place: Place;
  readonly entry: Property;
}

/** Above the name: what is put in. */
export function substitutedHover(document: TemplateDocument, offset: number): HoverText | undefined {
  const found = usesAround(document, offset).find(({ place }) => offset >= place.start && offset <= place.end);
  if (found === undefined) return undefined;
  const { name, place, entry } = found;
  const value = document.text.slice(entry.value.start, entry.value.end).trim();
  return { ...place, markdown: paragraphs(`**${plain(name)}** is ${code(value)}`) };
}

/** From a use to what is put in, and from there to the first use: in the template, or in the definition's own file. */
export function substitutedDefinition(
  document: TemplateDocument,
  offset: number,
  surroundings: Surroundings,
): readonly DefinitionPlace[] | undefined {
  const uses = usesAround(document, offset);
  const used = uses.find(({ place }) => offset >= place.start && offset <= place.end);
  if (used !== undefined) {
    const { start, end, key } = used.entry;
    return [{ start, end, nameStart: key.start, nameEnd: key.end, origin: used.place }];
  }
  const entry = uses.find(({ entry: { key } }) => offset >= key.start && offset <= key.end);
  if (entry === undefined) return inFile(document, offset, surroundings);
  const { start, end } = entry.place;
  return [{ start, end, nameStart: start, nameEnd: end, origin: rangeOf(entry.entry.key) }];
}

/** Uses in the definition or the `Fn::Sub` that an offset lies in, in order. */
function usesAround(document: TemplateDocument, offset: number): readonly Substituted[] {
  const sub = subAround(document, offset);
  return [...(sub === undefined ? [] : usesInSub(document, sub)), ...usesInDefinitions(document)];
}

function usesInSub({ parsed }: TemplateDocument, { text, own }: Sub): readonly Substituted[] {
  return subVariables(text.value).flatMap(({ name, start, end }) => {
    const entry = property(own, name);
    const place = { start: offsetInString(parsed, text, start), end: offsetInString(parsed, text, end) };
    return entry === undefined ? [] : [{ name, place, entry }];
  });
}

/** The innermost `Fn::Sub` with variables of its own that an offset lies in. */
function subAround({ parsed }: TemplateDocument, offset: number): Sub | undefined {
  const around = pathAt(parsed.root, offset).flatMap((node) => {
    const intrinsic = intrinsicOf(node);
    return (intrinsic && subOf(intrinsic)) ?? [];
  });
  return around.findLast(({ own }) => own !== undefined);
}

function usesInDefinitions({ embedded }: TemplateDocument): readonly Substituted[] {
  return embedded.documents.flatMap((document) => {
    const substitutions = valueNode(document.owner, "DefinitionSubstitutions");
    if (document.holds !== "asl" || substitutions === undefined) return [];
    return (placeholdersIn(document) ?? []).flatMap(({ name, start, end }) => {
      const entry = property(substitutions, name);
      return entry === undefined ? [] : [{ name, place: { start, end }, entry }];
    });
  });
}

function inFile(
  { parsed, embedded }: TemplateDocument,
  offset: number,
  { files }: Surroundings,
): readonly DefinitionPlace[] | undefined {
  const key = nodeAt(parsed.root, offset);
  const made = embedded.files.find(({ substitutions }) => isKeyOf(substitutions, key));
  const file = made?.path && files[fileKey(made.path.value)];
  if (file === undefined || key?.kind !== "string") return undefined;
  const index = file.text.indexOf(`\${${key.value}}`);
  if (index < 0) return undefined;
  const [start, end] = [index + 2, index + 2 + key.value.length];
  return [{ uri: file.uri, start, end, nameStart: start, nameEnd: end, origin: rangeOf(key) }];
}

function isKeyOf(substitutions: Node | undefined, node: Node | undefined): node is StringNode {
  return node?.kind === "string" && property(substitutions, node.value)?.key === node;
}

function rangeOf({ start, end }: Place): Place {
  return { start, end };
}
