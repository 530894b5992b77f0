/**
 * A definition as its language sees it: scopes (the machine, a branch, an item processor) of states with transitions.
 * Built from the tree, so every part knows its place in the text; it survives broken input: what is missing is left out.
 * https://states-language.net/spec.html
 */
import type { Node, ObjectNode, StringNode } from "../text/tree.ts";
import type { QueryLanguage, ScopeKind, StateType } from "../vocabulary.ts";
import type { StateFacts } from "./state-facts.ts";

export interface Machine {
  readonly node: ObjectNode;
  readonly queryLanguage: QueryLanguage;
  readonly scope: Scope;
  /** Every scope, outer before inner, in document order. */
  readonly scopes: readonly Scope[];
  /** Every state of every scope, in document order. */
  readonly states: readonly State[];
}

/** A set of states that may transition to each other. */
export interface Scope {
  /** Document-unique: "" for the machine, else the pointer of its object. */
  readonly id: string;
  readonly kind: ScopeKind;
  readonly node: ObjectNode;
  /** The Parallel or Map that this scope belongs to. */
  readonly owner: State | undefined;
  /** Index among the branches of a Parallel. */
  readonly index: number;
  readonly startAt: StringNode | undefined;
  /** The `States` object, where there is one. */
  readonly statesNode: ObjectNode | undefined;
  readonly states: readonly State[];
  /** First state of each name. */
  readonly byName: ReadonlyMap<string, State>;
}

export interface State {
  readonly name: string;
  readonly nameNode: StringNode;
  readonly node: ObjectNode;
  /** Undefined where it is missing or not one of AWS's. */
  readonly type: StateType | undefined;
  readonly queryLanguage: QueryLanguage;
  readonly scope: Scope;
  /** Branches, or the one item processor. */
  readonly scopes: readonly Scope[];
  readonly transitions: readonly Transition[];
  /** `End: true`, Succeed or Fail. */
  readonly terminal: boolean;
  /** Its type, its end or some transition is only known after deployment. */
  readonly openEnded: boolean;
  /** Kept from one edit to the next. */
  readonly facts: StateFacts;
}

export interface Transition {
  readonly kind: "next" | "choice" | "default" | "catch";
  /** The name it names, which may be no state's. */
  readonly target: string;
  /** The value node that holds the name. */
  readonly node: StringNode;
  /** Which Choice rule or catcher. */
  readonly index: number;
  /** The rule or catcher object; undefined for Next and Default. */
  readonly rule: Node | undefined;
}
