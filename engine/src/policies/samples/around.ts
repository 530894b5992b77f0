/** The sample messages that lie beside a policy, and the values that they have. */
import type { FileBeside, Surroundings } from "../../editor/types.ts";
import { isObject, type JsonValue } from "../../json.ts";
import { parsedJson } from "../../patterns/events.ts";
import { recordData } from "../../patterns/records.ts";
import type { PatternDialect } from "../../patterns/types.ts";
import { parseText } from "../../text/parse.ts";
import { attributeValue, readSamples, readScope, type Sample, type Scope } from "./read.ts";

export interface SamplesAround {
  readonly file: FileBeside;
  /** As the file says. */
  readonly scope: Scope | undefined;
  readonly samples: readonly Sample[];
}

const read = new WeakMap<FileBeside, SamplesAround>();

/** Undefined where there is no file of samples; the same answer for the same file. */
export function samplesAround({ files: { messages: file } }: Surroundings): SamplesAround | undefined {
  if (file === undefined) return undefined;
  let samples = read.get(file);
  if (samples === undefined) {
    const { root } = parseText(file.text, "json");
    samples = { file, scope: readScope(root), samples: readSamples(root) };
    read.set(file, samples);
  }
  return samples;
}

/** What a pattern of a dialect sees of a sample, as data. */
export function dataOf({ message, event }: Sample, dialect: PatternDialect): JsonValue {
  switch (dialect) {
    case "sns-attributes":
      return Object.fromEntries(
        Object.entries(message.attributes ?? {}).map(([name, attribute]) => [name, attributeValue(attribute)]),
      );
    case "sns-body":
      return parsedJson(message.body ?? "") ?? null;
    case "eventbridge":
      return event;
    default:
      return recordData(event);
  }
}

/** Every value that the samples have at a path, arrays looked into, each once, in the order of the samples. */
export function valuesInSamples(
  samples: readonly Sample[],
  dialect: PatternDialect,
  path: readonly string[],
): readonly JsonValue[] {
  const found = new Map<string, JsonValue>();
  for (const sample of samples) {
    for (const value of path.reduce<readonly JsonValue[]>(stepInto, elementsOf(dataOf(sample, dialect)))) {
      found.set(JSON.stringify(value), value);
    }
  }
  return [...found.values()];
}

function stepInto(values: readonly JsonValue[], key: string): readonly JsonValue[] {
  return values.flatMap((value) =>
    isObject(value) && Object.hasOwn(value, key) ? elementsOf(value[key] ?? null) : [],
  );
}

function elementsOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value.flatMap(elementsOf) : [value];
}
