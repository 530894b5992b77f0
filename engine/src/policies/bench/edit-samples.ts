/** Editing a file of sample messages, where a person's own lines stay as they are. */
import { applyEdits, modify } from "jsonc-parser";
import { isObject, type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import type { PatternEvent } from "../../patterns/events.ts";
import { parsedJson } from "../../patterns/events.ts";
import type { KeyVerdict, PatternDialect } from "../../patterns/types.ts";
import { valueOf } from "../../text/navigate.ts";
import { parseText } from "../../text/parse.ts";
import { breaksOf } from "../../text/parsed.ts";
import { sampleOf } from "../samples/new-file.ts";
import { readSamples, type Sample } from "../samples/read.ts";
import { withField } from "./with-field.ts";

export type SamplesEdit =
  /** One more message, behind the others. */
  | { readonly kind: "add"; readonly sample: JsonObject }
  /** What the message holds, as JSON; its name and what is expected stay. */
  | { readonly kind: "set"; readonly index: number; readonly content: JsonObject }
  /** What is expected of it; undefined: nothing. */
  | { readonly kind: "expect"; readonly index: number; readonly matches: boolean | readonly string[] | undefined }
  | { readonly kind: "rename"; readonly index: number; readonly name: string }
  | { readonly kind: "remove"; readonly index: number };

/**
 * The text of a file of samples after an edit. `text` undefined or blank: there is no file yet. Undefined: the text is no
 * file of samples that could be edited.
 */
export function editSamples(text: string | undefined, edit: SamplesEdit): string | undefined {
  const before = text === undefined || text.trim() === "" ? '{\n  "messages": []\n}\n' : text;
  const parsed = parseText(before, "json");
  const { root } = parsed;
  if (breaksOf(parsed).length > 0) return undefined;
  const list = root.kind === "array" ? [] : ["messages"];
  const samples = readSamples(root);
  if (edit.kind === "add") {
    const count = root.kind === "array" ? root.items.length : samples.length;
    return root.kind === "array" || root.kind === "object"
      ? put(before, [...list, count], edit.sample, true)
      : undefined;
  }
  const sample = samples[edit.index];
  if (sample === undefined) return undefined;
  const at = [...list, indexInList(sample)];
  switch (edit.kind) {
    case "remove":
      return put(before, at, undefined);
    case "set":
      return put(before, at, { ...framed(sample), ...edit.content, ...expectationOf(sample) });
    case "rename":
      return put(before, at, { name: edit.name, ...ownContent(sample), ...expectationOf(sample) });
    case "expect":
      return edit.matches === undefined || isOwn(sample)
        ? put(before, [...at, "matches"], edit.matches as JsonValue | undefined)
        : put(before, at, { ...ownContent(sample), matches: edit.matches as JsonValue });
  }
}

/** Its place among all items of its list, messages or not. */
function indexInList({ node }: Sample): number {
  return node.parent?.kind === "array" ? node.parent.items.indexOf(node) : 0;
}

/** An event that stands there as it is has no place for what is ours. */
function isOwn({ node, eventNode, attributesNode, bodyNode }: Sample): boolean {
  return eventNode !== node || attributesNode !== undefined || bodyNode !== undefined;
}

function ownContent(sample: Sample): JsonObject {
  const value = valueOf(sample.node);
  const { name: _, matches: __, ...content } = isObject(value) ? value : ({} as JsonObject);
  return isOwn(sample) ? content : { event: content };
}

function framed({ name }: Sample): JsonObject {
  return name === undefined ? {} : { name };
}

function expectationOf({ node }: Sample): JsonObject {
  const value = valueOf(node);
  return isObject(value) && value.matches !== undefined ? { matches: value.matches } : {};
}

function put(text: string, path: (string | number)[], value: JsonValue | undefined, isInsertion = false): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const formattingOptions = { insertSpaces: !/^\t/m.test(text), tabSize: 2, eol };
  return applyEdits(text, modify(text, path, value, { formattingOptions, isArrayInsertion: isInsertion }));
}

/** A message as people write it down, with a name. */
export function namedSample(dialect: PatternDialect, name: string, event: PatternEvent): JsonObject {
  return { name, ...sampleOf({ dialect }, event) };
}

/**
 * What a message holds after the nearest change that would make a key match. `content`: as `BenchMessage.text` has it.
 * Undefined where the change is none of a field.
 */
export function withChange(content: JsonObject, dialect: PatternDialect, key: KeyVerdict): JsonObject | undefined {
  const change = key.changes?.message;
  if (change === undefined) return undefined;
  const { value } = change;
  if (dialect === "sns-attributes") {
    const written = content.MessageAttributes;
    const attributes = objectOf(written);
    return { ...content, MessageAttributes: withField(attributes, [key.path], value) };
  }
  const steps = stepsOf(key.pointer);
  if (dialect === "sns-body") {
    const { Message: body = {} } = content;
    const fields = typeof body === "string" ? (parsedJson(body) ?? {}) : body;
    return { ...content, Message: withField(fields, steps, value) };
  }
  return isObject(content.event)
    ? { ...content, event: withField(content.event, steps, value) }
    : (withField(content, steps, value) as JsonObject);
}

/** The names of the keys around a list of a pattern: `/detail/$or/1/state` is `detail`, `state`. */
function stepsOf(pointer: string): readonly string[] {
  const segments = pointer.split("/").slice(1);
  return segments
    .filter((segment, index) => segment !== "$or" && segments[index - 1] !== "$or")
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}
