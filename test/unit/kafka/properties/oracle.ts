/**
 * What must hold of any trace of Kafka, read from its records alone: offsets go up by one, each group handles every record of
 * a partition in its order, and skips none that it was not told to have lost.
 */
import type { FlowRecord } from "../../../../engine/src/sim/types.ts";

/** Where a record stands. */
interface Place {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

const DONE: ReadonlySet<string> = new Set(["processed", "discarded", "deadLettered"]);
const LOSSES: ReadonlySet<string> = new Set(["kafka.truncated", "kafka.unclean"]);

export function wrongIn(records: readonly FlowRecord[], topics: ReadonlySet<string>): string | undefined {
  const places = new Map<number, Place>();
  const ends = new Map<string, number>();
  const latest = new Map<string, number>();
  const handled = new Map<string, number>();
  /** The offset that each group is to handle next, by group and partition. */
  const next = (group: string, { topic, partition }: Place): string => `${group} ${topic} ${partition}`;
  for (const { what, node, message = 0, why, other = "" } of records) {
    const place = places.get(message);
    if (what === "arrived" && topics.has(node)) {
      const [partition, offset] = [Number(why?.partition), Number(why?.offset)];
      const key = `${node} ${partition}`;
      const end = ends.get(key) ?? 0;
      if (message < (latest.get(key) ?? 0)) return `${node}: m${message} came behind m${latest.get(key)}`;
      latest.set(key, message);
      if (offset > end) return `${node}: offset ${offset} of partition ${partition} after ${end - 1}`;
      ends.set(key, offset + 1);
      places.set(message, { topic: node, partition, offset });
      // After records went with a broker, others have their offsets: what is read goes back with the log.
      if (offset < end) goBack(handled, node, partition, offset);
    } else if (what === "lost" && LOSSES.has(String(why?.code)) && place !== undefined) {
      goBack(handled, place.topic, place.partition, place.offset);
      const key = `${place.topic} ${place.partition}`;
      ends.set(key, Math.min(ends.get(key) ?? 0, place.offset));
      places.delete(message);
    } else if (what === "held" && why?.code === "kafka.sent-again" && place !== undefined) {
      const key = `${place.topic} ${place.partition}`;
      ends.set(key, Math.min(ends.get(key) ?? 0, place.offset));
      latest.set(key, 0);
      goBack(handled, place.topic, place.partition, place.offset);
      places.delete(message);
    } else if (what === "skipped" && !topics.has(node)) {
      const key = `${node} ${other} ${why?.partition}`;
      handled.set(key, (handled.get(key) ?? 0) + Number(why?.count));
    } else if (DONE.has(what) && place !== undefined) {
      const key = next(node, place);
      const expected = handled.get(key) ?? 0;
      if (place.offset > expected)
        return `${node} handled ${place.topic} ${place.partition}/${place.offset} before ${expected}`;
      handled.set(key, Math.max(expected, place.offset + 1));
    }
  }
  return undefined;
}

function goBack(handled: Map<string, number>, topic: string, partition: number, offset: number): void {
  for (const [key, to] of handled) {
    if (key.endsWith(` ${topic} ${partition}`)) handled.set(key, Math.min(to, offset));
  }
}
