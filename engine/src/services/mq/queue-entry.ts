/** A message in a queue of a broker, with what the queue knows of it. */
import type { Finder, Keeper, Message } from "../../sim/types.ts";

export interface QueueEntry {
  /** Its place: what goes back goes before all that came later. */
  readonly number: number;
  readonly message: Message;
  readonly sentMs: number;
  /** How often it has been delivered, and when for the first time. */
  count: number;
  firstMs: number;
}

export type SavedEntry = readonly [number: number, message: number, sentMs: number, count: number, firstMs: number];

export function saveEntry({ number, message, sentMs, count, firstMs }: QueueEntry, keeper: Keeper): SavedEntry {
  return [number, keeper.keep(message), sentMs, count, firstMs];
}

export function restoreEntry([number, message, sentMs, count, firstMs]: SavedEntry, finder: Finder): QueueEntry {
  return { number, message: finder.find(message), sentMs, count, firstMs };
}
