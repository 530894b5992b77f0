/** What a word of a pattern means: a field of the event, an operator, a value; with what the samples beside have there. */
import { code, docLink, docMarkdown, paragraphs } from "../../editor/markdown.ts";
import type { HoverText, Surroundings } from "../../editor/types.ts";
import type { PatternDialect } from "../../patterns/types.ts";
import { fieldDoc, objectDoc } from "../../schema/docs.ts";
import type { FieldDoc } from "../../schema/types.ts";
import { nodeAt } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { samplesAround, valuesInSamples } from "../samples/around.ts";
import type { PatternDocument } from "../types.ts";
import { alternativeAt, conditionAt, patternOf } from "./compiled.ts";
import { dialectOf } from "./dialect.ts";
import { type PatternPlace, placeInPattern } from "./place.ts";
import { asksOf, fieldName, listOfValues, thirdPerson } from "./words.ts";

/** Undefined where there is nothing to say. */
export function hover(document: PatternDocument, offset: number, surroundings: Surroundings): HoverText | undefined {
  const node = nodeAt(document.parsed.root, offset);
  if (node === undefined || node.kind === "object" || node.kind === "array") return undefined;
  const markdown = markdownOf(document, node, surroundings);
  return markdown === undefined ? undefined : { start: node.start, end: node.end, markdown };
}

function markdownOf(document: PatternDocument, node: Node, surroundings: Surroundings): string | undefined {
  const place = placeInPattern(node);
  const isKey = node.parent?.kind === "property" && node.parent.key === node;
  const dialect = dialectOf(document, surroundings);
  if (!isKey) return valueMarkdown(document, node, place, dialect);
  if (node.kind !== "string") return undefined;
  if (place.role === "fields") return fieldMarkdown(document, node.value, node, place, dialect, surroundings);
  return place.role === "match" ? operatorMarkdown(place, node.value) : undefined;
}

/** A key of the event: what it is, what is asked of it, what the samples have. */
function fieldMarkdown(
  document: PatternDocument,
  key: string,
  node: Node,
  { path }: PatternPlace,
  dialect: PatternDialect,
  surroundings: Surroundings,
): string | undefined {
  const isOrKey = key === "$or" && node.parent?.kind === "property" && node.parent.value.kind === "array";
  const doc = isOrKey ? fieldDoc(document.kind, key) : path.length === 0 ? eventFieldDoc(dialect, key) : undefined;
  if (isOrKey) return doc && docMarkdown(doc);
  const whole = [...path, key];
  const value = node.parent?.kind === "property" ? node.parent.value : node;
  const condition = value.kind === "array" ? conditionAt(patternOf(document, dialect), value) : undefined;
  const asked = condition === undefined ? undefined : `Must ${asksOf(condition)}.`;
  const around = samplesAround(surroundings);
  const values = around === undefined ? [] : valuesInSamples(around.samples, dialect, whole);
  const seen = values.length === 0 || value.kind === "object" ? undefined : `In the samples: ${listOfValues(values)}.`;
  const title = doc === undefined ? `**${code(fieldName(whole))}**: ${whatIs(dialect, path)}` : undefined;
  const text = paragraphs(title, doc?.text, asked, seen, doc && docLink(doc.link));
  return text === "" ? undefined : text;
}

/** What every event, or every record, has. */
function eventFieldDoc(dialect: PatternDialect, key: string): FieldDoc | undefined {
  if (dialect === "sns-attributes" || dialect === "sns-body") return undefined;
  return fieldDoc(dialect === "eventbridge" ? "event-pattern" : "record", key);
}

function whatIs(dialect: PatternDialect, path: readonly string[]): string {
  const what = {
    "sns-attributes": "message attribute",
    "sns-body": "key of the message body",
    eventbridge: path[0] === "detail" ? "field of the event's detail" : "field of the event",
    pipes: "field of the record",
    esm: "field of the record",
  };
  return what[dialect];
}

function operatorMarkdown({ kind = "match" }: PatternPlace, name: string): string | undefined {
  const doc = fieldDoc(kind, name);
  return doc && docMarkdown({ ...doc, required: false }, objectDoc(kind)?.name);
}

/** Comparisons of `numeric`, in words. */
const COMPARISONS: Readonly<Record<string, string>> = {
  "=": "equal to",
  "<": "less than",
  "<=": "less than or equal to",
  ">": "greater than",
  ">=": "greater than or equal to",
};

function valueMarkdown(
  document: PatternDocument,
  node: Node,
  { role, path, operator }: PatternPlace,
  dialect: PatternDialect,
): string | undefined {
  if (role !== "value" && role !== "operand") return undefined;
  const words = node.kind === "string" && operator === "numeric" ? COMPARISONS[node.value] : undefined;
  const condition = conditionAt(patternOf(document, dialect), node);
  const alternative = condition && alternativeAt(condition, node);
  const asked = alternative && `${code(fieldName(path))} matches where it ${thirdPerson(alternative.asks)}.`;
  const strict =
    role === "value" && node.kind === "string"
      ? "Compared exactly, in this case; a number is not the same as its text."
      : undefined;
  const text = paragraphs(
    words === undefined ? undefined : `**${code(String(valueText(node)))}**: ${words}`,
    asked,
    strict,
  );
  return text === "" ? undefined : text;
}

function valueText(node: Node): string {
  return node.kind === "string" ? node.value : "";
}
