/** The first samples for a policy: a message that it takes, and one like it that it leaves out. */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import type { CompiledPattern, Condition, Scalar } from "../../patterns/types.ts";
import { parseText } from "../../text/parse.ts";
import { readSamples } from "./read.ts";
import { verdictOf } from "./verdict.ts";

/** Text of a file of samples, to be changed by its user. What it expects is what the policy says. */
export function newSamples(pattern: CompiledPattern): string {
  const [branch] = pattern.branches;
  const inOrder = (branch?.conditions ?? []).toSorted((a, b) => a.id - b.id);
  const fields = inOrder.filter(isAskedFor).map(
    (condition): Field => ({
      steps: stepsOf(pattern, condition),
      value: passing(condition),
    }),
  );
  const taken = messageOf(pattern, fields);
  const leftOut = variations(fields)
    .map((varied) => messageOf(pattern, varied))
    .find((message) => !isTaken(pattern, message));
  const messages = [
    { name: "to be taken", ...taken, matches: isTaken(pattern, taken) },
    ...(leftOut === undefined ? [] : [{ name: "to be left out", ...leftOut, matches: false }]),
  ];
  const scope = pattern.dialect === "sns-body" ? { FilterPolicyScope: "MessageBody" } : {};
  return `${JSON.stringify({ ...scope, messages }, null, 2)}\n`;
}

interface Field {
  readonly steps: readonly string[];
  readonly value: JsonValue;
}

/** Where only `exists: false` stands, nothing is to be there. */
function isAskedFor({ alternatives }: Condition): boolean {
  return alternatives.some(({ whenAbsent }) => whenAbsent !== true);
}

/** A dot in an attribute's name is a part of it. */
function stepsOf({ dialect, paths }: CompiledPattern, { path }: Condition): readonly string[] {
  const name = paths[path] ?? "";
  return dialect === "sns-attributes" ? [name] : name.split(".");
}

function passing({ alternatives }: Condition): JsonValue {
  for (const alternative of alternatives) {
    const value = alternative.nearest(undefined);
    if (value !== undefined) return plain(value);
  }
  return "?";
}

function plain(value: Scalar): JsonValue {
  return typeof value === "object" && value !== null ? Number(value.text) : value;
}

/** The same fields with one of them changed, or not there. */
function variations(fields: readonly Field[]): readonly (readonly Field[])[] {
  return fields.flatMap(({ steps, value }, index) => [
    fields.with(index, { steps, value: other(value) }),
    fields.toSpliced(index, 1),
  ]);
}

/** A value of the same type that nobody is likely to ask for. */
function other(value: JsonValue): JsonValue {
  if (typeof value === "number") return value === 0 ? 1 : -value;
  return typeof value === "boolean" ? !value : "something else";
}

function messageOf({ dialect }: CompiledPattern, fields: readonly Field[]): JsonObject {
  if (dialect === "sns-attributes") return { MessageAttributes: nested(fields) };
  return dialect === "sns-body" ? { Message: nested(fields) } : { event: nested(fields) };
}

function nested(fields: readonly Field[]): JsonObject {
  const result: Record<string, JsonValue> = {};
  for (const { steps, value } of fields) {
    let at = result;
    for (const step of steps.slice(0, -1)) {
      const inner = Object.hasOwn(at, step) ? at[step] : undefined;
      const next: Record<string, JsonValue> = isObject(inner) ? { ...inner } : {};
      define(at, step, next);
      at = next;
    }
    define(at, steps.at(-1) ?? "", value);
  }
  return result;
}

/** A plain assignment to `__proto__` would set the prototype instead. */
function define(object: Record<string, JsonValue>, key: string, value: JsonValue): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

/** As the file of samples will be read. */
function isTaken(pattern: CompiledPattern, message: JsonObject): boolean {
  const [sample] = readSamples(parseText(JSON.stringify([message]), "json").root);
  return sample !== undefined && verdictOf(pattern, sample).matches;
}
