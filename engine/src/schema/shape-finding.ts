/** What the validators found, with the place in the tree; and how a Problem is made of it. */
import type { Fix, Problem, Related } from "../problem.ts";
import { awsLocation } from "../text/navigate.ts";
import type { Node, ObjectNode } from "../text/tree.ts";
import type { QueryLanguage } from "../vocabulary.ts";
import type { FieldEntry, ObjectEntry } from "./types.ts";

/** An object of the language that something is wrong with, or in. */
export interface ObjectPlace {
  readonly node: ObjectNode;
  readonly kind: string;
  readonly entry: ObjectEntry;
  readonly queryLanguage: QueryLanguage;
}

/** A value that something is wrong with. */
export interface ValuePlace {
  readonly node: Node;
  readonly owner: ObjectPlace;
  readonly field: FieldEntry;
  readonly fieldName: string;
  /** It is an item of the field's array, or a member of its object. */
  readonly inside: boolean;
}

export interface ProblemParts {
  readonly rule: string;
  readonly at: { readonly start: number; readonly end: number };
  readonly message: string;
  readonly docs: string;
  readonly fixes?: readonly (Fix | undefined)[];
  readonly related?: readonly Related[];
  /** The node whose location AWS gives. */
  readonly awsAt: Node;
  /** AWS's words, where they are on record; ours otherwise. */
  readonly aws?: string;
}

export function shapeProblem(parts: ProblemParts): Problem {
  const { rule, at, message, docs, related = [], aws = message, awsAt } = parts;
  const fixes = (parts.fixes ?? []).filter((fix) => fix !== undefined);
  return {
    rule,
    severity: "error",
    start: at.start,
    end: at.end,
    message,
    ...(related.length > 0 ? { related } : {}),
    ...(fixes.length > 0 ? { fixes } : {}),
    docs,
    aws: { code: "SCHEMA_VALIDATION_FAILED", message: aws, location: awsLocation(awsAt) },
  };
}
