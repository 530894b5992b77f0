/** The first samples for a policy: a message that it takes, and one like it that it leaves out. */
import type { JsonObject } from "../../json.ts";
import { type PatternEvent, parsedJson } from "../../patterns/events.ts";
import { messageThatDoesNot, messageThatMatches } from "../../patterns/generate.ts";
import type { CompiledPattern, SnsMessage } from "../../patterns/types.ts";
import { attributeValue } from "./read.ts";
import { isOfSns } from "./verdict.ts";

/** Text of a file of samples, to be changed by its user. */
export function newSamples(pattern: CompiledPattern): string {
  const taken = messageThatMatches(pattern);
  const leftOut = messageThatDoesNot(pattern);
  const messages = [
    ...(taken === undefined ? [] : [{ name: "to be taken", ...sampleOf(pattern, taken), matches: true }]),
    ...(leftOut === undefined ? [] : [{ name: "to be left out", ...sampleOf(pattern, leftOut), matches: false }]),
  ];
  const scope = pattern.dialect === "sns-body" ? { FilterPolicyScope: "MessageBody" } : {};
  return `${JSON.stringify({ ...scope, messages }, null, 2)}\n`;
}

/** A message as people write it: values as they are, JSON not as text. */
export function sampleOf({ dialect }: Pick<CompiledPattern, "dialect">, event: PatternEvent): JsonObject {
  if (!isOfSns(dialect))
    return { event: typeof event === "string" ? (parsedJson(event) ?? {}) : (event as JsonObject) };
  const { body, attributes } = event as SnsMessage;
  if (dialect === "sns-body") return { Message: body === undefined ? "" : (parsedJson(body) ?? body) };
  const values = Object.entries(attributes ?? {}).map(
    ([name, attribute]) => [name, attributeValue(attribute)] as const,
  );
  return { MessageAttributes: Object.fromEntries(values) };
}
