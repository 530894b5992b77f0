/**
 * What a target gets of an event: all of it, a part, a constant, or what a template makes of it.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { isPathMistake, parsePath } from "../../paths/parse.ts";
import { inputTemplateOf } from "../input-template.ts";
import { type BusEvent, eventTime } from "./event.ts";

/** The rule that a target belongs to, for predefined variables. */
export interface RuleNames {
  readonly ruleArn: string;
  readonly ruleName: string;
}

/** Undefined where nothing can be delivered: what the template makes is not JSON. */
export type TargetInput = (event: BusEvent) => string | undefined;

/** `target`: with Input, InputPath or InputTransformer, one of them at most. */
export function targetInputOf(target: JsonObject, rule: RuleNames): TargetInput {
  const { Input: input, InputPath: path, InputTransformer: transformer } = target;
  if (typeof input === "string") return () => input;
  if (isObject(transformer)) return transformed(transformer, rule);
  if (typeof path !== "string" || path === "$" || path === "") return ({ message }) => message.body;
  return (event) => JSON.stringify(valueAt(path, event.value) ?? null);
}

function transformed({ InputPathsMap, InputTemplate }: JsonObject, rule: RuleNames): TargetInput {
  const paths = objectOf(InputPathsMap);
  const isName = (name: string): boolean => Object.hasOwn(paths, name) || Object.hasOwn(PREDEFINED, name);
  const template = inputTemplateOf(String(InputTemplate), isName);
  return (event) =>
    template.fill((name) => {
      const predefined = Object.hasOwn(PREDEFINED, name) ? PREDEFINED[name] : undefined;
      return predefined === undefined ? valueAt(String(paths[name]), event.value) : predefined(event, rule);
    });
}

/** Where a path of names and indexes leads; undefined: nowhere. */
export function valueAt(path: string, input: JsonValue): JsonValue | undefined {
  const parsed = parsePath(path);
  if (isPathMistake(parsed)) return undefined;
  const found = parsed.evaluate({ input, context: {}, variable: () => undefined });
  return "value" in found ? found.value : undefined;
}

const PREDEFINED: Readonly<Record<string, (event: BusEvent, rule: RuleNames) => JsonValue>> = {
  "aws.events.rule-arn": (_, { ruleArn }) => ruleArn,
  "aws.events.rule-name": (_, { ruleName }) => ruleName,
  "aws.events.event.ingestion-time": ({ ingestedMs }) => eventTime(ingestedMs),
  "aws.events.event.json": ({ value }) => value,
  // Without the detail, and with a name that events do not have.
  "aws.events.event": ({ value: { detail: _, "detail-type": detailType = "", ...rest } }) => ({ ...rest, detailType }),
};
