/** Sentences about what a pattern asks for, the same in hovers, symbols and reasons. */
import { code } from "../../editor/markdown.ts";
import type { JsonValue } from "../../json.ts";
import type { Condition } from "../../patterns/types.ts";

/** How many alternatives, or values, are told. */
const SHOWN = 8;

/** `be "a" or "b", or begin with "c"`: behind "must". */
export function asksOf({ alternatives }: Pick<Condition, "alternatives">): string {
  const plain = alternatives
    .filter(({ operator }) => operator === "equals")
    .map(({ asks }) => asks.slice("be ".length));
  const others = alternatives.filter(({ operator }) => operator !== "equals").map(({ asks }) => asks);
  const told = others.slice(0, SHOWN);
  if (others.length > SHOWN) told.push(`be what one of ${others.length - SHOWN} more takes`);
  if (plain.length > 0) told.unshift(`be ${either(plain)}`);
  const last = told.pop() ?? "be one of nothing";
  return told.length === 0 ? last : `${told.join(", ")}, or ${last}`;
}

function either(values: readonly string[]): string {
  const told = values.slice(0, SHOWN);
  if (values.length > SHOWN) told.push(`one of ${values.length - SHOWN} more`);
  const last = told.pop() ?? "be one of nothing";
  return told.length === 0 ? last : `${told.join(", ")} or ${last}`;
}

/** "be 1" as "is 1": what is asked for, told of the field. */
export function thirdPerson(asks: string): string {
  if (asks.startsWith("be ")) return `is ${asks.slice(3)}`;
  if (asks.startsWith("not be ")) return `is not ${asks.slice(7)}`;
  if (asks.startsWith("not ")) return `does ${asks}`;
  return asks.replace(/^\w+/, (verb) => `${verb}s`);
}

/** "`1`, `"a"` and 3 more". */
export function listOfValues(values: readonly JsonValue[]): string {
  const told = values.slice(0, SHOWN).map((value) => code(JSON.stringify(value)));
  const more = values.length - told.length;
  return more > 0 ? `${told.join(", ")} and ${more} more` : told.join(", ");
}

/** The name of a field as people say it: `detail.state`. */
export function fieldName(path: readonly string[]): string {
  return path.join(".");
}
