/** What can be wrong with keys, lists and `$or`, in our words and AWS's. */
import { MAX_PATTERN_BRANCHES } from "../limits.ts";
import type { Finding } from "../rules/finding.ts";
import { replaceFix } from "../schema/fixes.ts";
import { valueOf } from "../text/navigate.ts";
import type { ArrayNode, Node, ObjectNode, Property } from "../text/tree.ts";
import { type DialectRow, NESTED_IN_ATTRIBUTES } from "./dialects.ts";
import { seenAt, typeWords } from "./operators/operator.ts";

export function noObject(root: Node, { subject }: DialectRow): Finding {
  return {
    rule: "pattern-object",
    node: root,
    message: `The ${subject} is an object of keys with lists: {"key": ["value"]}.`,
    aws: "Filter is not an object",
    at: seenAt(root),
  };
}

export function noList(name: string, value: Node): Finding {
  const json = JSON.stringify(valueOf(value));
  return {
    rule: "pattern-value",
    node: value,
    message: `What ${name} may be stands in a list: [${json}].`,
    aws: `"${name}" must be an object or an array`,
    fixes: [replaceFix("Put it into a list", value, `[${json}]`)],
  };
}

export function emptyObject(object: ObjectNode): Finding {
  return {
    rule: "pattern-empty-object",
    node: object,
    message: "An object needs at least one key with a list.",
    aws: "Empty objects are not allowed",
  };
}

/** `key`: the one at the top. */
export function nestedInAttributes(list: ArrayNode, key: Node): Finding {
  return {
    rule: "pattern-nested-attributes",
    node: key,
    message:
      "Message attributes are flat, so keys of their policy hold lists. To look into the body, set FilterPolicyScope to " +
      "MessageBody.",
    aws: NESTED_IN_ATTRIBUTES,
    at: list.start + 1,
  };
}

export function takenTogether(before: Property, { key }: Property): Finding {
  return {
    rule: "pattern-duplicate-key",
    node: key,
    message: `${key.value} stands here twice; AWS takes both together.`,
    related: [{ start: before.key.start, end: before.key.end, message: "first here" }],
  };
}

export function replacedList(list: Node, name: string, before: Node): Finding {
  return {
    rule: "pattern-duplicate-key",
    node: list.parent?.kind === "property" ? list.parent.key : list,
    message: `There is another list for ${name}: AWS takes the last one, this, and forgets the other.`,
    related: [{ start: before.start, end: before.end, message: "the other list" }],
  };
}

export function orWithoutList(key: Node, value: Node): Finding {
  const message = `$or takes a list of objects, not ${typeWords(value)}.`;
  return { rule: "pattern-or", node: key, message, aws: "It must be an Array followed with $or.", at: seenAt(value) };
}

export function noObjectInOr(item: Node): Finding {
  return {
    rule: "pattern-or",
    node: item,
    message: `$or takes objects of keys with lists, not ${typeWords(item)}.`,
    aws: "Only JSON object is allowed in array of $or relationship.",
    at: seenAt(item),
  };
}

export function lonelyOr(list: ArrayNode): Finding {
  const single = "$or with one object says nothing: take the object's keys out of it, or add another.";
  return {
    rule: "pattern-or",
    node: list,
    message: list.items.length === 0 ? "$or is empty." : single,
    aws: "There must have at least 2 Objects in $or relationship.",
  };
}

export function reservedInOr({ key }: Property): Finding {
  return {
    rule: "pattern-or",
    node: key,
    message: `${key.value} is an operator and stands inside the list of a key: {"key": [{"${key.value}": ...}]}.`,
    aws: `${key.value} is Ruler reserved fieldName which cannot be used inside $or.`,
  };
}

export function tooManyWays(list: ArrayNode): Finding {
  return {
    rule: "pattern-too-many-branches",
    node: list,
    message: `There are more than ${MAX_PATTERN_BRANCHES} ways through the $or of this pattern; Sluice follows no more.`,
  };
}
