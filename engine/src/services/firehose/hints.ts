/**
 * Buffering hints: a buffer is emptied when it has so many bytes, or when its first record is so old.
 * https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html
 */
import { type JsonValue, objectOf } from "../../json.ts";
import { FIREHOSE_BUFFER_MEBIBYTES, FIREHOSE_BUFFER_SECONDS } from "../../limits.ts";
import { numberOf } from "../settings.ts";

export interface Hints {
  readonly bytes: number;
  readonly intervalMs: number;
}

export const MEBIBYTE = 1_048_576;

export function hintsOf(given: JsonValue | undefined, seconds = FIREHOSE_BUFFER_SECONDS): Hints {
  const { SizeInMBs: size, IntervalInSeconds: interval } = objectOf(given);
  return {
    bytes: numberOf(size, FIREHOSE_BUFFER_MEBIBYTES) * MEBIBYTE,
    intervalMs: numberOf(interval, seconds) * 1_000,
  };
}
