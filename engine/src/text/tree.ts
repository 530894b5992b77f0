/**
 * The position-keeping tree that JSON and YAML both become. Everything that must point at text (problems, hovers,
 * completion, rename) walks this tree; everything that only needs the data calls `valueOf`.
 *
 * Nodes keep their identity for as long as their text does not change: an edit re-reads the smallest enclosing value
 * and moves the offsets of what follows, so that a cache keyed by a node stays right.
 */
export type Node =
  | ObjectNode
  | ArrayNode
  | StringNode
  | NumberNode
  | BooleanNode
  | NullNode
  | PlaceholderNode
  | MissingNode;

interface NodeBase {
  /** UTF-16 offsets into the document; `end` is exclusive. Strings include their quotes. */
  start: number;
  end: number;
  parent: Property | ArrayNode | undefined;
}

export interface ObjectNode extends NodeBase {
  readonly kind: "object";
  readonly properties: Property[];
}

/** One `key: value`. A key that stands twice gives two properties. */
export interface Property {
  readonly kind: "property";
  start: number;
  end: number;
  parent: ObjectNode;
  readonly key: StringNode;
  readonly value: Node;
}

export interface ArrayNode extends NodeBase {
  readonly kind: "array";
  readonly items: Node[];
}

export interface StringNode extends NodeBase {
  readonly kind: "string";
  /** The text with escapes resolved. `offsetInString` maps an index of it back to the document. */
  readonly value: string;
  /** Left out where the value stands in the document as it is between its quotes. */
  readonly escaped?: true;
  /** Behind YAML's tag `!Sub`: CloudFormation fills in its `${Name}`. */
  readonly sub?: true;
}

export interface NumberNode extends NodeBase {
  readonly kind: "number";
  readonly value: number;
}

export interface BooleanNode extends NodeBase {
  readonly kind: "boolean";
  readonly value: boolean;
}

export interface NullNode extends NodeBase {
  readonly kind: "null";
}

/**
 * A bare `${Name}` or a YAML tag of CloudFormation such as `!GetAtt`: replaced before AWS reads the text, a value of
 * unknown type, never a mistake.
 */
export interface PlaceholderNode extends NodeBase {
  readonly kind: "placeholder";
  /** `Name`, or the tag without its exclamation mark. */
  readonly name: string;
  /** What stands behind the tag. Its parent is the placeholder's own, as if it stood there without the tag. */
  readonly argument?: Node;
}

/** Where a value should be (`"Next":` with nothing behind it). Zero length. */
export interface MissingNode extends NodeBase {
  readonly kind: "missing";
}
