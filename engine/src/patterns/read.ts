/**
 * Reads a pattern in the order in which AWS's engine does: keys and what they hold, `$or`, lists. What is wrong with it is
 * found in that order too, so that the first finding is AWS's answer.
 * https://github.com/aws/event-ruler
 */
import { MAX_PATTERN_BRANCHES } from "../limits.ts";
import type { Finding } from "../rules/finding.ts";
import { replaceFix } from "../schema/fixes.ts";
import { pointerOf, valueOf } from "../text/navigate.ts";
import type { ArrayNode, Node, ObjectNode, Property } from "../text/tree.ts";
import { DIALECTS, type DialectRow, NESTED_IN_ATTRIBUTES } from "./dialects.ts";
import { isFilledIn } from "./filled-in.ts";
import { isWide, readNumber } from "./numbers.ts";
import { memberOf } from "./operators/member.ts";
import { type OperatorReader, seenAt, typeWords, unknownTest } from "./operators/operator.ts";
import { readList } from "./read-list.ts";
import type { Alternative, Branch, Condition, PatternDialect, Scalar } from "./types.ts";

/** What a pattern says, and what is wrong with it. */
export interface ReadPattern {
  readonly paths: readonly string[];
  readonly conditions: readonly Condition[];
  readonly branches: readonly Branch[];
  /** What stands behind each condition's key, by the condition's id. */
  readonly lists: readonly Node[];
  /** In AWS's order. */
  readonly findings: readonly Finding[];
}

export interface ReadOptions {
  /** `$or` is a field like any other: so AWS's engine reads patterns in which it cannot be taken for the word. */
  readonly orIsField?: true;
}

/** Names that AWS's engine keeps for itself inside `$or`. */
const RESERVED_IN_OR: ReadonlySet<string> = new Set([
  ...["exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard", "numeric", "cidr"],
  ...["=", "<", "<=", ">", ">=", "regex", "not-wildcard", "not-equals-ignore-case"],
  ...["date-after", "date-on-or-after", "date-before", "date-on-or-before", "in-date-range"],
  ...["ip-address-in-range", "ip-address-not-in-range"],
]);

/** A way through `$or` while it is being read: conditions by path. */
interface Way {
  readonly conditions: Map<string, Condition>;
  readonly choices: readonly string[];
}

/** Where an object of keys stands. */
interface Place {
  readonly path: readonly string[];
  readonly insideOr?: boolean;
  /** The key at the top below which it stands. */
  readonly outermost?: Node;
}

/** `text`: the document that `root` stands in. */
export function readPattern(text: string, root: Node, dialect: PatternDialect, options: ReadOptions = {}): ReadPattern {
  const findings: Finding[] = [];
  const row = DIALECTS[dialect];
  const reader: OperatorReader = {
    row,
    numberOf: (node) => numberOf(text, node, row),
    report(finding) {
      findings.push(finding);
    },
  };
  const walk = new Walk(reader, options);
  if (root.kind === "object") walk.readObject(root, { path: [] });
  else if (!isFilledIn(root)) refuseRoot(root, reader);
  return { ...walk.result(), findings };
}

/** Numbers count by how they are written. */
function numberOf(text: string, node: Node, { numbers }: DialectRow): Scalar {
  const written = text.slice(node.start, node.end);
  const value = valueOf(node) as number;
  return readNumber(/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(written) ? written : String(value), numbers);
}

function refuseRoot(root: Node, { report, row }: OperatorReader): void {
  report({
    rule: "pattern-object",
    node: root,
    message: `A ${row.subject} is an object of keys with lists: {"key": ["value"]}.`,
    aws: "Filter is not an object",
    at: seenAt(root),
  });
}

class Walk {
  private readonly reader: OperatorReader;
  private readonly options: ReadOptions;
  private readonly conditions: Condition[] = [];
  private readonly lists: Node[] = [];
  private readonly paths = new Map<string, number>();
  private ways: Way[] = [{ conditions: new Map(), choices: [] }];
  private tooManyWays = false;

  constructor(reader: OperatorReader, options: ReadOptions) {
    this.reader = reader;
    this.options = options;
  }

  result(): Omit<ReadPattern, "findings"> {
    const branches = this.tooManyWays ? [] : this.ways.map(branchOf);
    return { paths: [...this.paths.keys()], conditions: this.conditions, branches, lists: this.lists };
  }

  readObject(object: ObjectNode, place: Place): void {
    const seen = new Map<string, Property>();
    for (const property of object.properties) {
      const name = property.key.value;
      if (name === "$or" && this.options.orIsField === undefined) {
        this.readOr(property, place);
        continue;
      }
      if (place.insideOr && RESERVED_IN_OR.has(name)) this.refuseReserved(property);
      else
        this.readKey(property, { ...place, path: [...place.path, name], outermost: place.outermost ?? property.key });
      const before = seen.get(name);
      if (before !== undefined) this.warnTwice(before, property);
      seen.set(name, property);
    }
    if (object.properties.length === 0) this.refuseEmpty(object);
  }

  private readKey({ key, value }: Property, place: Place): void {
    const { path, outermost } = place;
    if (isFilledIn(value)) {
      this.addCondition(path, value, [{ ...unknownTest("equals"), pointer: pointerOf(value), text: "" }]);
    } else if (value.kind === "object") {
      this.readObject(value, place);
    } else if (value.kind === "array") {
      if (path.length > 1 && !this.reader.row.nests) this.refuseNesting(value, outermost ?? key);
      this.addCondition(path, value, readList(value, this.reader));
    } else if (value.kind !== "missing") {
      this.refuseValue(key.value, value);
    }
  }

  private addCondition(path: readonly string[], list: Node, alternatives: readonly Alternative[]): void {
    const name = path.join(".");
    const index = this.paths.get(name) ?? this.paths.size;
    this.paths.set(name, index);
    const condition = conditionOf(this.conditions.length, index, pointerOf(list), alternatives);
    this.conditions.push(condition);
    this.lists.push(list);
    let replaced: Condition | undefined;
    for (const { conditions } of this.ways) {
      // The last one wins, also over one that stands outside of $or.
      replaced = conditions.get(name) ?? replaced;
      conditions.set(name, condition);
    }
    if (replaced !== undefined) this.warnReplaced(list, name, this.lists[replaced.id] as Node);
  }

  /** Each element of `$or` goes on from all ways so far. */
  private readOr({ key, value: list }: Property, place: Place): void {
    if (isFilledIn(list)) return;
    if (list.kind !== "array") {
      this.refuseOr(
        list,
        `$or takes a list of objects, not ${typeWords(list)}.`,
        "It must be an Array followed with $or.",
        key,
      );
      return;
    }
    const before = this.ways;
    const after: Way[] = [];
    for (const item of list.items) {
      if (item.kind === "object") {
        const choice = pointerOf(item);
        this.ways = before.map(({ conditions, choices }) => ({
          conditions: new Map(conditions),
          choices: [...choices, choice],
        }));
        this.readObject(item, { ...place, insideOr: true });
        for (const way of this.ways) after.push(way);
      } else if (!isFilledIn(item)) {
        this.refuseOr(
          item,
          `$or takes objects of keys with lists, not ${typeWords(item)}.`,
          "Only JSON object is allowed in array of $or relationship.",
        );
      }
      if (after.length > MAX_PATTERN_BRANCHES) return this.refuseWays(list);
    }
    this.ways = after.length === 0 ? before : after;
    if (list.items.length < 2) this.refuseLonelyOr(list);
  }

  private refuseWays(list: ArrayNode): void {
    this.ways = [{ conditions: new Map(), choices: [] }];
    if (this.tooManyWays) return;
    this.tooManyWays = true;
    this.reader.report({
      rule: "pattern-too-many-branches",
      node: list,
      message: `There are more than ${MAX_PATTERN_BRANCHES} ways through the $or of this pattern; Sluice follows no more.`,
    });
  }

  private refuseLonelyOr(list: ArrayNode): void {
    const [only] = list.items;
    const message =
      only === undefined
        ? "$or is empty."
        : "$or with one object says nothing: take the object's keys out of it, or add another.";
    this.refuseOr(list, message, "There must have at least 2 Objects in $or relationship.");
  }

  private refuseOr(node: Node, message: string, aws: string, key?: Node): void {
    const at = node.kind === "array" ? node.end : seenAt(node);
    this.reader.report({ rule: "pattern-or", node: key ?? node, message, aws, at });
  }

  private refuseReserved({ key }: Property): void {
    this.reader.report({
      rule: "pattern-or",
      node: key,
      message: `${key.value} is an operator and stands inside the list of a key: {"key": [{"${key.value}": ...}]}.`,
      aws: `${key.value} is Ruler reserved fieldName which cannot be used inside $or.`,
    });
  }

  private refuseValue(name: string, value: Node): void {
    const json = JSON.stringify(valueOf(value));
    this.reader.report({
      rule: "pattern-value",
      node: value,
      message: `What ${name} may be stands in a list: [${json}].`,
      aws: `"${name}" must be an object or an array`,
      fixes: [replaceFix("Put it into a list", value, `[${json}]`)],
    });
  }

  private refuseEmpty(object: ObjectNode): void {
    this.reader.report({
      rule: "pattern-empty-object",
      node: object,
      message: "An object needs at least one key with a list.",
      aws: "Empty objects are not allowed",
    });
  }

  private refuseNesting(list: ArrayNode, key: Node): void {
    this.reader.report({
      rule: "pattern-nested-attributes",
      node: key,
      message:
        "Message attributes are flat, so keys of their policy hold lists. To look into the body, set FilterPolicyScope to MessageBody.",
      aws: NESTED_IN_ATTRIBUTES,
      at: list.start + 1,
    });
  }

  /** Lists are told as conditions that are replaced. */
  private warnTwice(before: Property, { key, value }: Property): void {
    if (before.value.kind !== "object" || value.kind !== "object") return;
    this.reader.report({
      rule: "pattern-duplicate-key",
      node: key,
      message: `${key.value} stands here twice; AWS takes both together.`,
      related: [{ start: before.key.start, end: before.key.end, message: "first here" }],
    });
  }

  private warnReplaced(list: Node, name: string, before: Node): void {
    this.reader.report({
      rule: "pattern-duplicate-key",
      node: list.parent?.kind === "property" ? list.parent.key : list,
      message: `There is another list for ${name}: AWS takes the last one, this, and forgets the other.`,
      related: [{ start: before.start, end: before.end, message: "the other list" }],
    });
  }
}

function conditionOf(id: number, path: number, pointer: string, alternatives: readonly Alternative[]): Condition {
  const [first, ...others] = alternatives;
  return {
    id,
    path,
    pointer,
    alternatives,
    mayBeAbsent: alternatives.some(({ whenAbsent }) => whenAbsent === true),
    passes: first === undefined ? () => false : others.length === 0 ? first.passes : anyPasses(alternatives),
  };
}

function anyPasses(alternatives: readonly Alternative[]): (value: Scalar) => boolean {
  const values: Scalar[] = [];
  const scans: Alternative[] = [];
  for (const alternative of alternatives) {
    const { lookup } = alternative;
    if (lookup.by === "value" && !isWide(lookup.value)) values.push(lookup.value);
    else scans.push(alternative);
  }
  const isMember = memberOf(values);
  if (scans.length === 0) return isMember;
  return (value) => {
    if (isMember(value)) return true;
    for (let i = 0; i < scans.length; i++) if (scans[i]?.passes(value) === true) return true;
    return false;
  };
}

function branchOf({ conditions, choices }: Way): Branch {
  const sorted = [...conditions].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return { conditions: sorted.map(([, condition]) => condition), choices };
}
