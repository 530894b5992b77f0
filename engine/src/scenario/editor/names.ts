/** Where a name of a scenario is declared, in it or in the template that it simulates, and every place that names it. */
import { contentRange, rewriteString } from "../../editor/string-edit.ts";
import type { DefinitionPlace, Place, Renamed, RenameTarget, Surroundings } from "../../editor/types.ts";
import type { TextEdit } from "../../problem.ts";
import { nodeAt } from "../../text/navigate.ts";
import type { StringNode } from "../../text/tree.ts";
import { scenarioAround, subjectFile } from "../around.ts";
import type { ScenarioDocument } from "../document.ts";
import { declaredIn, mentionsIn } from "../mentions.ts";
import { insideAt } from "./inside.ts";

/** A name under the cursor. */
interface Named extends Place {
  readonly id: string;
  readonly node: StringNode;
}

export function definition(
  document: ScenarioDocument,
  offset: number,
  surroundings: Surroundings,
): readonly DefinitionPlace[] {
  const { parsed } = document;
  const inside = insideAt(parsed, offset);
  if (inside !== undefined) return inside.language.definition?.(inside.document, offset, inside.surroundings) ?? [];
  const named = namedAt(document, offset);
  if (named === undefined) return [];
  const { start, end, id } = named;
  const origin = { start, end };
  const own = declaredIn(parsed.root).filter((node) => node.value === id);
  const here = own.map((node): DefinitionPlace => {
    const whole = node.parent?.kind === "property" && node.parent.key === node ? node.parent : node;
    return { start: whole.start, end: whole.end, origin, nameStart: node.start, nameEnd: node.end };
  });
  return [...here, ...inTemplate(document, id, origin, surroundings)];
}

/** What the template says of the resource; of a policy or pattern by itself, the file. */
function inTemplate(
  document: ScenarioDocument,
  id: string,
  origin: Place,
  surroundings: Surroundings,
): readonly DefinitionPlace[] {
  const around = scenarioAround(document, surroundings);
  const uri = subjectFile(around, surroundings)?.uri;
  const node = around.system.topology.nodes.find((each) => each.id === id);
  if (uri === undefined || node === undefined) return [];
  const isTemplate = around.open.subject.kind === "template";
  if (isTemplate && node.end === 0) return []; // the scenario's own resource
  const { start, end } = isTemplate ? node : { start: 0, end: 0 };
  return [{ uri, start, end, origin, nameStart: start, nameEnd: isTemplate ? start + id.length : 0 }];
}

/** In document order. */
export function references(document: ScenarioDocument, offset: number, includeDeclaration: boolean): readonly Place[] {
  const named = namedAt(document, offset);
  return named === undefined
    ? []
    : placesOf(document, named.id, includeDeclaration).map(({ start, end }) => ({ start, end }));
}

export function renameTarget(document: ScenarioDocument, offset: number): RenameTarget | undefined {
  const named = namedAt(document, offset);
  return named && { start: named.start, end: named.end, name: named.id };
}

/** Only what the scenario itself names; logical ids of a template are the template's to rename. */
export function rename(document: ScenarioDocument, offset: number, newName: string): Renamed {
  const named = namedAt(document, offset);
  if (named === undefined) return { refused: "Only names of consumers, traffic and resources can be renamed." };
  const declared = declaredIn(document.parsed.root).map((node) => node.value);
  if (!declared.includes(named.id)) return { refused: `${named.id} is not named here: rename it in the template.` };
  if (!/^\w+$/.test(newName)) return { refused: "A name has letters, digits and underscores only." };
  if (declared.includes(newName)) return { refused: `There is a ${newName} already.` };
  return { edits: placesOf(document, named.id, true).map((place) => editOf(document, place, newName)) };
}

function editOf(document: ScenarioDocument, { node, id }: Named, newName: string): TextEdit {
  return rewriteString(document, node, newName + node.value.slice(id.length));
}

function namedAt(document: ScenarioDocument, offset: number): Named | undefined {
  const node = nodeAt(document.parsed.root, offset);
  return node === undefined ? undefined : allIn(document).find((each) => each.node === node && offset <= each.end);
}

function placesOf(document: ScenarioDocument, id: string, includeDeclaration: boolean): readonly Named[] {
  const declarations = new Set(includeDeclaration ? [] : declaredIn(document.parsed.root));
  return allIn(document).filter((each) => each.id === id && !declarations.has(each.node));
}

/** Every name, declared or mentioned, in document order. */
function allIn(document: ScenarioDocument): readonly Named[] {
  const { root } = document.parsed;
  const declared = declaredIn(root).map((node) => ({ id: node.value, node }));
  const all = [...declared, ...mentionsIn(root)].map(({ id, node }): Named => {
    const { start, end } = contentRange(document, node);
    return { id, node, start, end: Math.min(end, start + id.length) };
  });
  return all.sort((a, b) => a.start - b.start);
}
