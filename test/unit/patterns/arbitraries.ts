/** Patterns and events made at random out of few words, so that they often have to do with each other. */
import type { JsonObject, JsonValue } from "@sluice/engine";
import fc from "fast-check";

const KEYS = ["a", "b", "c", "a.b"];
const TEXTS = ["", "x", "X", "xy", "yx", "xyz", "10.0.0.1", "2001:db8::1", "ß", "1"];
const NUMBERS = [0, 1, -1, 2, 1.5, 1e3, 0.1];

const key = fc.constantFrom(...KEYS);
const text = fc.constantFrom(...TEXTS);
const number = fc.constantFrom(...NUMBERS);
const scalar: fc.Arbitrary<JsonValue> = fc.oneof(text, number, fc.constantFrom(true, false, null));

const range = fc
  .tuple(fc.constantFrom(">", ">="), number, fc.constantFrom("<", "<="), number)
  .filter(([, low, , high]) => low < high);
const inner: fc.Arbitrary<JsonValue> = fc.oneof(
  text.map((prefix) => ({ prefix })),
  text.map((suffix) => ({ suffix })),
  text.map((wanted) => ({ "equals-ignore-case": wanted })),
  fc.constantFrom("x*", "*y", "*", "x*z", "").map((wildcard) => ({ wildcard })),
);

/** One element of a list, of all operators that EventBridge has. */
export const element: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 3, arbitrary: inner },
  fc.constantFrom("10.0.0.0/24", "2001:db8::/32").map((cidr) => ({ cidr })),
  fc.boolean().map((exists) => ({ exists })),
  fc.tuple(fc.constantFrom("=", "<", ">="), number).map((numeric) => ({ numeric })),
  range.map((numeric) => ({ numeric })),
  fc.oneof(text, number, fc.array(text, { minLength: 1, maxLength: 3 })).map((but) => ({ "anything-but": but })),
  text.map((but) => ({ "anything-but": { "equals-ignore-case": but } })),
  text.filter((but) => but !== "").map((but) => ({ "anything-but": { prefix: but } })),
  text.map((but) => ({ prefix: { "equals-ignore-case": but } })),
  text.map((but) => ({ suffix: { "equals-ignore-case": but } })),
);

const list = fc.array(element, { minLength: 1, maxLength: 3 });

/** Patterns that EventBridge takes, with nesting and `$or`. */
export const pattern: fc.Arbitrary<JsonObject> = fc.letrec<{ keys: JsonObject; object: JsonObject }>((tie) => ({
  keys: fc.dictionary(key, fc.oneof({ maxDepth: 2 }, list, tie("keys")), {
    minKeys: 1,
    maxKeys: 3,
  }) as fc.Arbitrary<JsonObject>,
  object: fc.oneof(
    { weight: 3, arbitrary: tie("keys") },
    fc
      .tuple(tie("keys"), fc.array(tie("keys"), { minLength: 2, maxLength: 3 }))
      .map(([keys, or]) => ({ ...keys, $or: or })),
  ),
})).object;

const value: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: scalar },
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(key, tie("value"), { maxKeys: 3 }) as fc.Arbitrary<JsonObject>,
  ),
})).value;

export const event: fc.Arbitrary<JsonObject> = fc.dictionary(key, value, { maxKeys: 4 }) as fc.Arbitrary<JsonObject>;
