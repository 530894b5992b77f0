/** Renaming resources, parameters, conditions and mappings, and what embedded documents let be renamed. */
import { contentRange, rewriteString } from "../../editor/string-edit.ts";
import type { Renamed, RenameTarget } from "../../editor/types.ts";
import type { TextEdit } from "../../problem.ts";
import type { TemplateDocument } from "../document.ts";
import { partAt } from "../parts.ts";
import { declarationOf } from "../references.ts";
import { nameAt, placesOf } from "./definition.ts";

export function renameTarget(document: TemplateDocument, offset: number): RenameTarget | undefined {
  const named = nameAt(document, offset);
  if (named !== undefined && document.template !== undefined) {
    const key = declarationOf(document.template, named);
    if (key === undefined) return undefined;
    const isKey = key.start === named.start;
    return { ...(isKey ? contentRange(document, key) : { start: named.start, end: named.end }), name: named.name };
  }
  const at = partAt(document.parts, offset);
  const target = at?.part.language.renameTarget?.(at.part.document, at.offset);
  return at === undefined || target === undefined ? undefined : at.part.outer(target);
}

export function rename(document: TemplateDocument, offset: number, newName: string): Renamed {
  const named = nameAt(document, offset);
  if (named !== undefined && document.template !== undefined) return renameNamed(document, named, newName);
  const at = partAt(document.parts, offset);
  const renamed = at?.part.language.rename?.(at.part.document, at.offset, newName);
  if (at === undefined || renamed === undefined) return { refused: "Nothing here can be renamed." };
  if ("refused" in renamed) return renamed;
  const edits = renamed.edits.map((edit) => at.part.edit(edit));
  return edits.every((edit) => edit !== undefined)
    ? { edits }
    : { refused: "A part of the name is only known after deployment." };
}

function renameNamed(
  document: TemplateDocument,
  named: NonNullable<ReturnType<typeof nameAt>>,
  newName: string,
): Renamed {
  const { template } = document;
  const key = template && declarationOf(template, named);
  if (template === undefined || key === undefined) return { refused: `Nothing here is called ${named.name}.` };
  if (!/^[A-Za-z0-9]+$/.test(newName)) return { refused: "A name in a template has letters and digits only." };
  if (newName === named.name) return { edits: [] };
  const isTaken =
    named.space === "condition"
      ? template.conditions.has(newName)
      : named.space === "mapping"
        ? template.mappings.has(newName)
        : template.byId.has(newName) || template.parameters.has(newName);
  if (isTaken) return { refused: `There is a ${newName} already.` };
  const uses: readonly TextEdit[] = placesOf(document, named, false).map((place) => ({ ...place, newText: newName }));
  return { edits: [...uses, rewriteString(document, key, newName)].sort((a, b) => a.start - b.start) };
}
