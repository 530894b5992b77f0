/** What a key that does not match has most likely to do with: another type, another case, another name, another scope. */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../json.ts";
import { closest } from "../schema/suggest.ts";
import { type PatternEvent, parsedJson } from "./events.ts";
import { foldKey } from "./ignore-case.ts";
import { isWide } from "./numbers.ts";
import { show } from "./operators/show.ts";
import { recordData } from "./records.ts";
import type { Alternative, CompiledPattern, Scalar, SnsMessage } from "./types.ts";

/** How many fields of an event are looked at for one of a similar name. */
const MOST_FIELDS = 500;

/** A value that is nearly right. */
export function valueHint(leaves: readonly Scalar[], alternatives: readonly Alternative[]): string | undefined {
  for (const { lookup, operator } of alternatives) {
    if (operator === "numeric" && leaves.some((leaf) => typeof leaf === "string" && isNumber(leaf))) {
      return "numeric compares numbers only, and this is a text.";
    }
    if (lookup.by !== "value") continue;
    const wanted = lookup.value;
    const twin = leaves.find((leaf) => plain(leaf) === plain(wanted));
    if (twin !== undefined)
      return `One is ${typeName(twin)}, the other ${typeName(wanted)}: AWS does not take them for the same.`;
    const inOtherCase =
      typeof wanted === "string" &&
      leaves.some((leaf) => typeof leaf === "string" && foldKey(leaf) === foldKey(wanted));
    if (inOtherCase)
      return `It differs from ${show(wanted)} in case only; {"equals-ignore-case": ${show(wanted)}} takes both.`;
  }
  return undefined;
}

function isNumber(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}

function plain(value: Scalar): string {
  return isWide(value) ? value.text : String(value);
}

function typeName(value: Scalar): string {
  if (value === null) return "null";
  return typeof value === "string" ? "a text" : typeof value === "boolean" ? "a boolean" : "a number";
}

/** A field of a similar name, or the same name where the pattern does not look. */
export function absenceHint(pattern: CompiledPattern, path: string, event: PatternEvent): string | undefined {
  const { dialect } = pattern;
  if (dialect === "sns-attributes" || dialect === "sns-body")
    return snsHint(dialect === "sns-body", path, event as SnsMessage);
  const data = typeof event === "string" ? parsedJson(event) : (event as JsonObject);
  if (!isObject(data)) return undefined;
  return nameHint(path, dialect === "eventbridge" ? data : recordData(data));
}

function snsHint(isBody: boolean, path: string, { body, attributes = {} }: SnsMessage): string | undefined {
  const data = parsedJson(body ?? "");
  const fields = objectOf(data);
  if (isBody) {
    if (Object.hasOwn(attributes, path)) return "There is an attribute of that name; the policy looks into the body.";
    return nameHint(path, fields);
  }
  if (attributes[path]?.Type.startsWith("Binary") === true) return "The attribute is Binary, which filters do not see.";
  if (leafPaths(fields).includes(path))
    return "The body has a field of that name; the policy looks at attributes only: FilterPolicyScope MessageBody looks into the body.";
  const near = closest(path, Object.keys(attributes));
  return near === undefined ? undefined : `There is an attribute ${near}.`;
}

function nameHint(path: string, data: JsonObject): string | undefined {
  const paths = leafPaths(data);
  if (paths.some((other) => other.startsWith(`${path}.`)))
    return "There is an object of that name, and only what it holds can be matched.";
  const near = closest(path, paths);
  return near === undefined ? undefined : `There is a field ${near}.`;
}

/** Fields that hold something, in AWS's notation. */
function leafPaths(data: JsonObject): readonly string[] {
  const paths = new Set<string>();
  const visit = (value: JsonValue, path: string): void => {
    if (paths.size >= MOST_FIELDS) return;
    if (Array.isArray(value)) for (const item of value) visit(item as JsonValue, path);
    else if (isObject(value))
      for (const [key, inner] of Object.entries(value)) visit(inner, path === "" ? key : `${path}.${key}`);
    else paths.add(path);
  };
  visit(data, "");
  return [...paths];
}
