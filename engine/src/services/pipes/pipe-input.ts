/**
 * What an enrichment or a target gets of an event: the event, or what an input template makes of it. Paths look into the
 * data, which is taken out of its encoding.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-input-transformation.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { recordData } from "../../patterns/records.ts";
import { eventTime } from "../events/event.ts";
import { valueAt } from "../events/target-input.ts";
import { inputTemplateOf } from "../input-template.ts";

/** What templates can name of the pipe itself. */
export interface PipeNames {
  readonly pipeArn: string;
  readonly sourceArn: string;
  readonly targetArn: string;
  readonly enrichmentArn: string;
}

/** As text; undefined where a template comes to nothing that is JSON. */
export type PipeInput = (event: JsonValue, epochMs: number) => string | undefined;

/** `template`: InputTemplate; undefined: the event as it is. */
export function pipeInputOf(template: JsonValue | undefined, names: PipeNames): PipeInput {
  if (template === undefined || template === "") return (event) => JSON.stringify(event);
  const own = valuesOf(names);
  const filled = inputTemplateOf(String(template), (name) => name.startsWith("$") || name in own || name in EVENT);
  return (event, epochMs) =>
    filled.fill((name) => {
      if (name in own) return own[name];
      return name in EVENT ? EVENT[name]?.(event, epochMs) : valueIn(name, event);
    });
}

function valuesOf({ pipeArn, sourceArn, targetArn, enrichmentArn }: PipeNames): Readonly<Record<string, string>> {
  return {
    "aws.pipes.pipe-arn": pipeArn,
    "aws.pipes.pipe-name": pipeArn.slice(pipeArn.lastIndexOf("/") + 1),
    "aws.pipes.source-arn": sourceArn,
    "aws.pipes.target-arn": targetArn,
    "aws.pipes.enrichment-arn": enrichmentArn,
  };
}

const EVENT: Readonly<Record<string, (event: JsonValue, epochMs: number) => JsonValue>> = {
  "aws.pipes.event": (event) => event,
  "aws.pipes.event.json": (event) => event,
  "aws.pipes.event.ingestion-time": (_, epochMs) => eventTime(epochMs),
};

/** Where a path leads in an event; undefined: nowhere. */
export function valueIn(path: string, event: JsonValue): JsonValue | undefined {
  const isRecord = typeof event === "object" && event !== null && !Array.isArray(event);
  return valueAt(path, isRecord ? recordData(event as JsonObject) : event);
}

/** A parameter of a target that may be a path into the event: `$.body.customer`. */
export function parameterOf(value: JsonValue | undefined, event: JsonValue): string | undefined {
  if (value === undefined) return undefined;
  const text = String(value);
  const found = text.startsWith("$.") ? valueIn(text, event) : text;
  return found === undefined || found === null ? undefined : typeof found === "string" ? found : JSON.stringify(found);
}
