/** What AWS takes and what still cannot be meant: alternatives that say nothing, fields that no event has. */
import type { Fix } from "../problem.ts";
import type { Finding } from "../rules/finding.ts";
import { replaceFix } from "../schema/fixes.ts";
import { closest } from "../schema/suggest.ts";
import type { ArrayNode, Node } from "../text/tree.ts";
import type { ReadPattern } from "./read.ts";
import type { Alternative, Condition, PatternDialect, Scalar } from "./types.ts";

/** Fields of an event on a bus. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html */
export const EVENT_FIELDS: readonly string[] = [
  ...["version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail", "replay-name"],
];

/** A number of DynamoDB, which stands in its records as a text. */
const DYNAMODB_NUMBER = /^dynamodb\.(Keys|NewImage|OldImage)\..*\.N$/;

export function lintFindings(
  text: string,
  root: Node,
  dialect: PatternDialect,
  { conditions, lists, paths }: ReadPattern,
): readonly Finding[] {
  const findings = conditions.flatMap((condition) => {
    const list = lists[condition.id];
    if (list?.kind !== "array") return [];
    const subject = { text, list, condition };
    const isNumber = dialect !== "eventbridge" && DYNAMODB_NUMBER.test(paths[condition.path] ?? "");
    return [...negations(subject), ...covered(subject), ...(isNumber ? numbersOfDynamoDb(subject) : [])];
  });
  return dialect === "eventbridge" ? [...findings, ...unknownFields(root)] : findings;
}

interface Subject {
  readonly text: string;
  readonly list: ArrayNode;
  readonly condition: Condition;
}

function indexOf({ pointer }: Alternative): number {
  return Number(pointer.slice(pointer.lastIndexOf("/") + 1));
}

function nodeOf({ list }: Subject, alternative: Alternative): Node {
  return list.items[indexOf(alternative)] ?? list;
}

/** Two `anything-but` in one list: what one leaves out the other lets in. */
function negations(subject: Subject): readonly Finding[] {
  const [first, second] = subject.condition.alternatives.filter(({ operator }) => operator === "anything-but");
  if (first === undefined || second === undefined) return [];
  return [
    {
      rule: "pattern-always-true",
      node: nodeOf(subject, second),
      message:
        "Elements of a list are alternatives: what the other anything-but leaves out, this one lets in. Put all of it into one anything-but.",
      related: [{ ...placeOf(nodeOf(subject, first)), message: "the other anything-but" }],
    },
  ];
}

function placeOf({ start, end }: Node): { start: number; end: number } {
  return { start, end };
}

/** How many operators of a list each of its values is tried on. */
const MOST_OPERATORS = 20;

/** A value that another alternative passes already. */
function covered(subject: Subject): readonly Finding[] {
  const { alternatives } = subject.condition;
  const seen = new Map<Scalar, Alternative>();
  const operators = alternatives.filter(({ operator }) => operator !== "equals").slice(0, MOST_OPERATORS);
  return alternatives.flatMap((alternative) => {
    const { lookup } = alternative;
    if (lookup.by !== "value") return [];
    const twin = seen.get(lookup.value);
    seen.set(lookup.value, alternative);
    const other = twin ?? operators.find((candidate) => candidate !== alternative && candidate.passes(lookup.value));
    if (other === undefined) return [];
    const node = nodeOf(subject, alternative);
    return [
      {
        rule: twin === undefined ? "pattern-covered-value" : "pattern-repeated-value",
        node,
        message:
          twin === undefined
            ? `${alternative.text} passes ${other.text} already.`
            : `${alternative.text} stands in the list twice.`,
        related: [{ ...placeOf(nodeOf(subject, other)), message: twin === undefined ? "passes it" : "first here" }],
        fixes: removeItem(subject, indexOf(alternative)),
      },
    ];
  });
}

/** Takes an element out of a list in brackets, with its comma. */
function removeItem({ text, list }: Subject, index: number): readonly Fix[] {
  const item = list.items[index];
  if (item === undefined || text[list.start] !== "[") return [];
  const before = list.items[index - 1];
  const after = list.items[index + 1];
  const start = before === undefined ? item.start : before.end;
  const end = before === undefined ? (after?.start ?? item.end) : item.end;
  return [{ title: `Remove ${text.slice(item.start, item.end)}`, edits: [{ start, end, newText: "" }] }];
}

function numbersOfDynamoDb(subject: Subject): readonly Finding[] {
  return subject.condition.alternatives.flatMap((alternative) => {
    const { operator, lookup, text } = alternative;
    const isNumber = lookup.by === "value" && typeof lookup.value === "number";
    if (operator !== "numeric" && !isNumber) return [];
    const node = nodeOf(subject, alternative);
    return [
      {
        rule: "pattern-dynamodb-number",
        node,
        message: `DynamoDB's records hold numbers as texts ({"N": "100"}), so ${isNumber ? "a number" : "numeric"} never matches.`,
        fixes: isNumber ? [replaceFix(`Write ${JSON.stringify(text)}`, node, JSON.stringify(text))] : [],
      },
    ];
  });
}

function unknownFields(root: Node): readonly Finding[] {
  if (root.kind !== "object") return [];
  return root.properties.flatMap(({ key }) => {
    const [field = ""] = key.value.split(".", 1);
    if (key.value === "$or" || EVENT_FIELDS.includes(field)) return [];
    const near = closest(field, EVENT_FIELDS);
    const hint = near === undefined ? "What a service tells stands in detail." : `Did you mean ${near}?`;
    return [
      {
        rule: "pattern-unknown-field",
        node: key,
        message: `Events on a bus have no field ${field} at their top. ${hint}`,
        fixes: near === undefined ? [] : [replaceFix(`Change to ${near}`, key, JSON.stringify(near))],
      },
    ];
  });
}
