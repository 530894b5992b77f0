/** Fields that an object lacks, and fields of which it has too many. */
import type { Problem } from "../problem.ts";
import { property } from "../text/navigate.ts";
import type { ObjectNode } from "../text/tree.ts";
import { addFix, removeFix } from "./fixes.ts";
import { fieldOf } from "./locate.ts";
import { listOf, subject } from "./names.ts";
import { type ObjectPlace, shapeProblem } from "./shape-finding.ts";
import type { FieldGroup } from "./types.ts";

/** All that one object lacks: fields, and groups of which it should have one. */
export interface Missing {
  readonly place: ObjectPlace;
  readonly fields: string[];
  readonly groups: FieldGroup[];
}

export function missingProblem({ place, fields, groups }: Missing): Problem {
  const { node, entry } = place;
  const falseField = groups.flatMap((group) => group.fields).find((name) => property(node, name) !== undefined);
  const wanted = [
    ...(fields.length > 0 ? [listOf(fields, "and")] : []),
    ...groups.map((group) => groupName(place, group)),
  ];
  const first = fields[0] ?? groups[0]?.fields[0] ?? "";
  const needs = `${subject(node, entry.title)} must have ${wanted.join(", and ")}`;
  return shapeProblem({
    rule: "missing-field",
    at: falseField === undefined ? anchorOf(node) : (property(node, falseField) ?? node),
    message: falseField === undefined ? `${needs}.` : `${needs}; \`"${falseField}": false\` is none.`,
    docs: fieldOf(place.kind, first)?.link ?? entry.link,
    fixes: [
      groups.some((group) => group.fields.includes("End")) && falseField === undefined
        ? addFix('Add "End": true', node, '"End": true')
        : undefined,
    ],
    awsAt: node,
    aws: awsMissing(place, fields, groups),
  });
}

function awsMissing(place: ObjectPlace, fields: readonly string[], groups: readonly FieldGroup[]): string {
  if (place.kind === "credentials") return "The field 'RoleArn' is required but was missing";
  const names = [...fields, ...groups.map((group) => group.fields[0])];
  return `These fields are required: [${names.join(", ")}]`;
}

/** "`Next` or `End`", "a comparison operator". */
function groupName(place: ObjectPlace, group: FieldGroup): string {
  if (group.name !== undefined) return group.name;
  const names = group.fields.filter((name) => {
    const language = fieldOf(place.kind, name)?.queryLanguage;
    return language === undefined || language === place.queryLanguage;
  });
  return listOf(names, "or");
}

/** One of the fields is to go: all but the one that stands first in the group's list. */
export function exclusiveProblem(place: ObjectPlace, group: FieldGroup): Problem | undefined {
  const present = group.fields.flatMap((name) => property(place.node, name) ?? []);
  const preferred = present[0];
  const extra = present.at(-1);
  if (preferred === undefined || extra === undefined) return undefined;
  const names = present.map(({ key }) => key.value);
  return shapeProblem({
    rule: "exclusive-fields",
    at: extra.key,
    message: `${listOf(names, "and")} exclude each other: keep ${present.length === 2 ? "one of the two" : "one of them"}.`,
    docs: fieldOf(place.kind, extra.key.value)?.link ?? place.entry.link,
    related: present
      .slice(0, -1)
      .map(({ key }) => ({ start: key.start, end: key.end, message: `${key.value} stands here.` })),
    fixes: [removeFix(extra), present.length === 2 ? removeFix(preferred) : undefined],
    awsAt: place.node,
  });
}

/** Where to say that an object lacks something: at its Type, else at the key it stands under, else at its brace. */
function anchorOf(node: ObjectNode): { readonly start: number; readonly end: number } {
  const type = property(node, "Type");
  if (type !== undefined && type.value.kind === "string") return type;
  const { parent } = node;
  const isMember = parent?.kind === "property" && parent.parent.parent?.kind === "property" && isStates(parent.parent);
  if (parent?.kind === "property" && !isMember) return parent.key;
  const [first] = node.properties;
  // Without brackets the first key is all there is to point at.
  if (first !== undefined && first.start === node.start) return first.key;
  return { start: node.start, end: Math.min(node.start + 1, node.end) };
}

function isStates(node: ObjectNode): boolean {
  return node.parent?.kind === "property" && node.parent.key.value === "States";
}
