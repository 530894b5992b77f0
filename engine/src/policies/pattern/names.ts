/** Where else a key of a pattern stands: in the alternatives of `$or`, and in the samples beside. */
import { contentRange, rewriteString } from "../../editor/string-edit.ts";
import type { DefinitionPlace, Place, Renamed, RenameTarget, Surroundings } from "../../editor/types.ts";
import type { PatternDialect } from "../../patterns/types.ts";
import { nodeAt } from "../../text/navigate.ts";
import type { Node, StringNode } from "../../text/tree.ts";
import { samplesAround } from "../samples/around.ts";
import { fieldKeysOf } from "../samples/fields.ts";
import type { PatternDocument } from "../types.ts";
import { dialectOf } from "./dialect.ts";
import { placeInPattern } from "./place.ts";
import { fieldName } from "./words.ts";

/** Every key that names the same field, in document order. */
export function references(document: PatternDocument, offset: number): readonly Place[] {
  const field = fieldAt(document, offset);
  return field === undefined ? [] : keysOf(document, field.name).map(({ start, end }) => ({ start, end }));
}

/** The same field in the samples beside. */
export function definition(
  document: PatternDocument,
  offset: number,
  surroundings: Surroundings,
): readonly DefinitionPlace[] {
  const field = fieldAt(document, offset);
  const around = samplesAround(surroundings);
  if (field === undefined || around === undefined) return [];
  const { start, end } = field.key;
  const dialect: PatternDialect = dialectOf(document, surroundings);
  return around.samples.flatMap((sample) =>
    fieldKeysOf(sample, dialect, field.name).map((key) => ({
      uri: around.file.uri,
      start: key.parent?.start ?? key.start,
      end: key.parent?.end ?? key.end,
      origin: { start, end },
      nameStart: key.start,
      nameEnd: key.end,
    })),
  );
}

/** Undefined where there is no key of the user's. */
export function renameTarget(document: PatternDocument, offset: number): RenameTarget | undefined {
  const field = fieldAt(document, offset);
  return field && { ...contentRange(document, field.key), name: field.key.value };
}

/** The key in this pattern, wherever it stands; what sends the messages has to follow by itself. */
export function rename(document: PatternDocument, offset: number, newName: string): Renamed {
  const field = fieldAt(document, offset);
  if (field === undefined) return { refused: "Only the keys of a pattern can be renamed." };
  if (newName === "") return { refused: "A key needs a name." };
  const siblings = field.key.parent?.kind === "property" ? field.key.parent.parent.properties : [];
  if (siblings.some(({ key }) => key !== field.key && key.value === newName)) {
    return { refused: `There is a key ${JSON.stringify(newName)} here already.` };
  }
  return { edits: keysOf(document, field.name).map((key) => rewriteString(document, key, newName)) };
}

/** The key under an offset, and the field that it names. */
function fieldAt(
  { parsed }: PatternDocument,
  offset: number,
): { readonly key: StringNode; readonly name: string } | undefined {
  const node = nodeAt(parsed.root, offset);
  return node === undefined ? undefined : fieldOf(node);
}

function fieldOf(node: Node): { readonly key: StringNode; readonly name: string } | undefined {
  if (node.kind !== "string" || node.parent?.kind !== "property" || node.parent.key !== node) return undefined;
  const { role, path } = placeInPattern(node);
  if (role !== "fields" || placeInPattern(node.parent.value).role === "or") return undefined;
  return { key: node, name: fieldName([...path, node.value]) };
}

function keysOf({ parsed }: PatternDocument, name: string): readonly StringNode[] {
  const keys: StringNode[] = [];
  const open: Node[] = [parsed.root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === "array") open.push(...node.items);
    if (node.kind !== "object") continue;
    for (const { key, value } of node.properties) {
      if (fieldOf(key)?.name === name) keys.push(key);
      open.push(value);
    }
  }
  return keys.sort((a, b) => a.start - b.start);
}
