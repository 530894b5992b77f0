/** What a pattern is once it is read: the shapes that reader, matcher, index and explainer share. */
import type { JsonValue } from "../json.ts";

/**
 * Where a pattern is used: an SNS filter policy on message attributes or on the body, an EventBridge rule, a pipe's filter,
 * a Lambda event source mapping's filter.
 */
export type PatternDialect = "sns-attributes" | "sns-body" | "eventbridge" | "pipes" | "esm";

/** A JSON number that no double holds exactly: AWS compares it by its text. */
export interface WideNumber {
  readonly text: string;
}

/** A leaf of an event, as operators see it. */
export type Scalar = string | number | boolean | null | WideNumber;

export type OperatorName =
  | "equals"
  | "exactly"
  | "prefix"
  | "suffix"
  | "equals-ignore-case"
  | "wildcard"
  | "anything-but"
  | "numeric"
  | "cidr"
  | "exists";

/** How an index finds an alternative without trying it on every value. */
export type Lookup =
  | { readonly by: "value"; readonly value: Scalar }
  | { readonly by: "prefix" | "suffix" | "folded"; readonly text: string }
  | { readonly by: "scan" };

/** What an operator says about values. Closures, made once when the pattern is read. */
export interface Test {
  readonly operator: OperatorName;
  readonly lookup: Lookup;
  /** Whether a leaf that is there passes. */
  passes(value: Scalar): boolean;
  /** Passes where the field is not there at all: `exists: false` only. */
  readonly whenAbsent?: true;
  /** What it asks for, behind "must": `begin with "order-"`. */
  readonly asks: string;
  /** A value that passes, as near to `value` as the operator can tell; undefined where there is none. */
  nearest(value: Scalar | undefined): Scalar | undefined;
}

/** One element of the list that a key has: the key passes where one of them does. */
export interface Alternative extends Test {
  /** JSON pointer into the pattern. */
  readonly pointer: string;
  /** The element as JSON text. */
  readonly text: string;
}

/** One key of a pattern with its list. */
export interface Condition {
  /** Counts from 0 in the pattern. */
  readonly id: number;
  /** Index into the pattern's `paths`. */
  readonly path: number;
  /** JSON pointer of the list. */
  readonly pointer: string;
  readonly alternatives: readonly Alternative[];
  /** One of the alternatives passes where the field is not there. */
  readonly mayBeAbsent: boolean;
  /** Whether a leaf that is there passes one of them. */
  passes(value: Scalar): boolean;
}

/** One way through all `$or`: all of these conditions must hold. Sorted by path, as AWS's engine tries them. */
export interface Branch {
  readonly conditions: readonly Condition[];
  /** JSON pointers of the elements of `$or` that it goes through. */
  readonly choices: readonly string[];
}

/** What AWS answers to a pattern that it does not take. */
export interface Rejection {
  /** `InvalidParameter`, `InvalidEventPatternException`, ... */
  readonly code: string;
  /** The first line of AWS's message; behind it AWS appends the position of its parser. */
  readonly message: string;
}

/** The fields that a pattern asks for, step by step; a step holds no dots, whatever holds them in the event. */
export interface FieldNode {
  readonly step: string;
  /** As JSON mostly has it, with the quote behind it; empty where it cannot stand in JSON without an escape. */
  readonly quoted: string;
  /** Index of the field that ends here; -1 where none does. */
  field: number;
  readonly children: FieldNode[];
  /** The children by their steps, where they are too many to go through. */
  byStep: Map<string, FieldNode> | undefined;
}

/** A condition as it is judged while an event is read. */
export interface QuickCondition {
  readonly bit: number;
  passes(value: Scalar): boolean;
  /** The texts that pass, where nothing else does and they are few: compared where they stand. */
  readonly texts: readonly string[] | undefined;
}

/** Conditions by field, those that hold where it is not there, and those of each branch as bits. */
export interface QuickPlan {
  readonly byField: readonly (readonly QuickCondition[])[];
  readonly absent: readonly Condition[];
  readonly branches: readonly number[];
}

export interface CompiledPattern {
  readonly dialect: PatternDialect;
  /** Why AWS does not take the pattern; it then matches nothing. */
  readonly rejection?: Rejection;
  /** Fields in AWS's notation, steps joined with dots. */
  readonly paths: readonly string[];
  readonly conditions: readonly Condition[];
  readonly branches: readonly Branch[];
  readonly fields: FieldNode;
  /** Undefined where there are too many conditions for it. */
  readonly quick: QuickPlan | undefined;
}

/** A change that would make a key match. */
export interface NearestChange {
  /** One sentence: "Set detail.state to "running"." */
  readonly text: string;
  /** In the message the field in AWS's notation, in the pattern the JSON pointer of a list. */
  readonly place: string;
  /** What to put there, or into the list; left out: take the field away. */
  readonly value?: JsonValue;
}

/** What became of one key of a pattern. */
export interface KeyVerdict {
  /** The field in AWS's notation: `detail.state`. */
  readonly path: string;
  /** JSON pointer of the key's list in the pattern. */
  readonly pointer: string;
  readonly matched: boolean;
  /** The first few leaves that the message has in the field; none where it is not there. */
  readonly values: readonly JsonValue[];
  /** The alternative that passed: its JSON pointer in the pattern, and its text. */
  readonly by?: { readonly pointer: string; readonly text: string };
  /** Why it matches or does not, in a sentence or two. */
  readonly why: string;
  /** Where it does not match: the nearest message that would, and the nearest pattern. */
  readonly changes?: { readonly message?: NearestChange; readonly pattern?: NearestChange };
}

export interface PatternMatch {
  readonly matches: boolean;
  /** The keys of the way through `$or` that matches or comes nearest, in the order of their names. */
  readonly because: readonly KeyVerdict[];
  /** JSON pointers of the elements of `$or` on that way, and how many ways there are. */
  readonly way: { readonly choices: readonly string[]; readonly of: number };
  /** Why there is nothing to match at all: AWS refuses the pattern, or cannot read the message. */
  readonly unreadable?: string;
}

/**
 * A message as SNS filters it. `Type`: String, String.Array (the value is JSON text of a list), Number (a number or its
 * text) or Binary, which filters do not see.
 */
export interface SnsMessage {
  readonly body?: string;
  readonly attributes?: Readonly<Record<string, SnsAttribute>>;
}

export interface SnsAttribute {
  readonly Type: string;
  readonly Value: string | number;
}
