/**
 * Names of the objects that a delivery stream writes: prefixes with expressions, or the date behind a plain prefix.
 * https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html
 */
import type { Random } from "../../random.ts";
import type { Keys } from "./metadata-query.ts";

export interface KeyFacts {
  readonly streamName: string;
  /** The arrival of the oldest record. */
  readonly epochMs: number;
  readonly random: Random;
  /** By the names in `partitionKeyFromQuery` and `partitionKeyFromLambda`. */
  readonly keys?: Keys;
  /** In `firehose:error-output-type`. */
  readonly errorType?: string;
}

const EXPRESSION = /!\{([^:}]+):([^}]*)\}/g;

export function objectKey(prefix: string, extension: string, facts: KeyFacts): string {
  const { streamName, epochMs, random } = facts;
  const [year, month, day, hour, minute, second] = partsOf(epochMs);
  const folder = expanded(prefix, facts);
  const stamp = [year, month, day, hour, minute, second].join("-");
  return `${folder}${streamName}-1-${stamp}-${random.uuid()}${extension}`;
}

/** Without expressions, the hour is put behind it. */
function expanded(prefix: string, facts: KeyFacts): string {
  const { epochMs, random, keys = {}, errorType = "" } = facts;
  const [year, month, day, hour] = partsOf(epochMs);
  const isPlain = !prefix.includes("!{");
  if (isPlain) {
    const folder = errorType === "" || prefix.includes(errorType) ? "" : `${errorType}/`;
    return `${prefix}${folder}${year}/${month}/${day}/${hour}/`;
  }
  return prefix.replace(EXPRESSION, (whole, namespace: string, name: string) => {
    if (namespace === "timestamp") return written(name, epochMs);
    if (namespace.startsWith("partitionKeyFrom")) return keys[name] ?? "";
    if (name === "error-output-type") return errorType.replace(/\/$/, "");
    return name === "random-string" ? random.uuid().replaceAll("-", "").slice(0, 11) : whole;
  });
}

function partsOf(epochMs: number): readonly string[] {
  return new Date(epochMs).toISOString().split(/[-T:.]/);
}

/** A pattern of Java's DateTimeFormatter, as far as prefixes use it. */
function written(pattern: string, epochMs: number): string {
  const [year = "", month = "", day = "", hour = "", minute = "", second = ""] = partsOf(epochMs);
  const words: Readonly<Record<string, string>> = { yyyy: year, yy: year.slice(2), MM: month, dd: day, HH: hour };
  return pattern.replace(/'([^']*)'|yyyy|yy|MM|dd|HH|mm|ss/g, (word, quoted: string | undefined) => {
    return quoted ?? words[word] ?? (word === "mm" ? minute : second);
  });
}
