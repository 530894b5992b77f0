/** A record on its way through a delivery stream. */
import type { Finder, Keeper, Message } from "../../sim/types.ts";
import type { Keys } from "./metadata-query.ts";

export interface FirehoseRecord {
  readonly message: Message;
  /** What is delivered: the message's own body, or what it was transformed into. */
  readonly body: string;
  readonly bytes: number;
  /** Milliseconds. */
  readonly arrivedMs: number;
  /** Partition keys that the function has given. */
  readonly keys?: Keys;
}

/** As plain data; the body where it is not the message's. */
export type SavedFirehoseRecord = readonly [
  message: number,
  body: string | null,
  bytes: number,
  arrivedMs: number,
  keys: Keys | null,
];

export function saveFirehoseRecord(record: FirehoseRecord, keeper: Keeper): SavedFirehoseRecord {
  const { message, body, bytes, arrivedMs, keys = null } = record;
  return [keeper.keep(message), body === message.body ? null : body, bytes, arrivedMs, keys];
}

export function restoreFirehoseRecord(
  [number, body, bytes, arrivedMs, keys]: SavedFirehoseRecord,
  finder: Finder,
): FirehoseRecord {
  const message = finder.find(number);
  return { message, body: body ?? message.body, bytes, arrivedMs, ...(keys !== null && { keys }) };
}
