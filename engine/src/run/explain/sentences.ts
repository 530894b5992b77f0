/** How explanations say things: values cut to a few words, comparisons as sentences. */
import type { JsonValue } from "../../json.ts";

/** Characters of a value inside a sentence. */
const SHOWN = 60;

/** A value as JSON, cut where it is long. */
export function shown(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}

export function typeWord(value: JsonValue): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return { string: "a text", number: "a number", boolean: "a boolean" }[typeof value as string] ?? "an object";
}

/** How two values are compared, in words: "120 is greater than 100", "$.total were greater than 100". */
export interface Relation {
  /** Behind "is" and "were". */
  readonly positive: string;
  readonly negative: string;
}

const EQUAL: Relation = { positive: "", negative: "not " };

export const RELATIONS: Readonly<Record<string, Relation>> = {
  Equals: EQUAL,
  LessThan: { positive: "less than ", negative: "not less than " },
  LessThanEquals: { positive: "at most ", negative: "more than " },
  GreaterThan: { positive: "greater than ", negative: "not greater than " },
  GreaterThanEquals: { positive: "at least ", negative: "less than " },
  Matches: { positive: "like ", negative: "not like " },
};

/** The operators of JSONata that compare. */
export const JSONATA_RELATIONS: Readonly<Record<string, Relation>> = {
  "=": EQUAL,
  "!=": { positive: "not ", negative: "" },
  "<": { positive: "less than ", negative: "not less than " },
  "<=": { positive: "at most ", negative: "more than " },
  ">": { positive: "greater than ", negative: "not greater than " },
  ">=": { positive: "at least ", negative: "less than " },
  in: { positive: "in ", negative: "not in " },
};

/** Why a comparison came out as it did, and what would turn it round. */
export function compared(
  name: string,
  actual: JsonValue,
  { positive, negative }: Relation,
  expected: JsonValue,
  holds: boolean,
): { readonly why: string; readonly wish: string; readonly unwish: string } {
  const right = shown(expected);
  return {
    why: `${shown(actual)} is ${holds ? positive : negative}${right}`,
    wish: `${name} were ${positive}${right}`,
    unwish: `${name} were ${negative}${right}`,
  };
}
