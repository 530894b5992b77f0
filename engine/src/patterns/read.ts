/**
 * Reads a pattern in the order in which AWS's engine does: keys and what they hold, `$or`, lists. What is wrong with it is
 * found in that order too, so that the first finding is AWS's answer.
 * https://github.com/aws/event-ruler
 */
import { MAX_PATTERN_BRANCHES } from "../limits.ts";
import type { Finding } from "../rules/finding.ts";
import { pointerOf, valueOf } from "../text/navigate.ts";
import type { ArrayNode, Node, ObjectNode, Property } from "../text/tree.ts";
import { conditionOf } from "./condition.ts";
import { DIALECTS, type DialectRow } from "./dialects.ts";
import { isFilledIn } from "./filled-in.ts";
import { readNumber } from "./numbers.ts";
import { type OperatorReader, unknownTest } from "./operators/operator.ts";
import {
  emptyObject,
  lonelyOr,
  nestedInAttributes,
  noList,
  noObject,
  noObjectInOr,
  orWithoutList,
  replacedList,
  reservedInOr,
  takenTogether,
  tooManyWays,
} from "./read-findings.ts";
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
  else if (!isFilledIn(root)) reader.report(noObject(root, row));
  return { ...walk.result(), findings };
}

/** Numbers count by how they are written. */
function numberOf(text: string, node: Node, { numbers }: DialectRow): Scalar {
  const written = text.slice(node.start, node.end);
  const value = valueOf(node) as number;
  return readNumber(/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(written) ? written : String(value), numbers);
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
    const branches = this.ways.map(branchOf);
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
      const outermost = place.outermost ?? property.key;
      if (place.insideOr && RESERVED_IN_OR.has(name)) this.reader.report(reservedInOr(property));
      else this.readKey(property, { ...place, path: [...place.path, name], outermost });
      const before = seen.get(name);
      // Lists are told as conditions that are replaced.
      if (before?.value.kind === "object" && property.value.kind === "object") {
        this.reader.report(takenTogether(before, property));
      }
      seen.set(name, property);
    }
    if (object.properties.length === 0) this.reader.report(emptyObject(object));
  }

  private readKey({ key, value }: Property, place: Place): void {
    const { path, outermost } = place;
    if (isFilledIn(value)) {
      this.addCondition(path, value, [{ ...unknownTest("equals"), pointer: pointerOf(value), text: "" }]);
    } else if (value.kind === "object") {
      this.readObject(value, place);
    } else if (value.kind === "array") {
      if (path.length > 1 && !this.reader.row.nests) this.reader.report(nestedInAttributes(value, outermost ?? key));
      this.addCondition(path, value, readList(value, this.reader));
    } else if (value.kind !== "missing") {
      this.reader.report(noList(key.value, value));
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
    if (replaced !== undefined) this.reader.report(replacedList(list, name, this.lists[replaced.id] as Node));
  }

  /** Each element of `$or` goes on from all ways so far. */
  private readOr({ key, value: list }: Property, place: Place): void {
    if (isFilledIn(list)) return;
    if (list.kind !== "array") {
      this.reader.report(orWithoutList(key, list));
      return;
    }
    const before = this.ways;
    const after: Way[] = [];
    for (const item of list.items) {
      if (item.kind === "object") {
        if (!this.tooManyWays) this.ways = before.map((way) => goingOn(way, pointerOf(item)));
        this.readObject(item, { ...place, insideOr: true });
        if (!this.tooManyWays) for (const way of this.ways) after.push(way);
      } else if (!isFilledIn(item)) {
        this.reader.report(noObjectInOr(item));
      }
      if (after.length > MAX_PATTERN_BRANCHES && !this.tooManyWays) this.giveUp(list);
    }
    if (!this.tooManyWays && after.length > 0) this.ways = after;
    if (list.items.length < 2) this.reader.report(lonelyOr(list));
  }

  /** No way is followed from here on; what is wrong is still found. */
  private giveUp(list: ArrayNode): void {
    this.ways = [];
    this.tooManyWays = true;
    this.reader.report(tooManyWays(list));
  }
}

function goingOn({ conditions, choices }: Way, choice: string): Way {
  return { conditions: new Map(conditions), choices: [...choices, choice] };
}

function branchOf({ conditions, choices }: Way): Branch {
  const sorted = [...conditions].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return { conditions: sorted.map(([, condition]) => condition), choices };
}
