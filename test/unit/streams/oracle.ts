/**
 * What must hold of any trace of a system of streams, read from its records alone: each key's records are handed over in
 * order, none is skipped, nobody is ahead of what is done, no change of owners loses anything.
 */
import type { JsonObject } from "../../../engine/src/json.ts";
import type { Simulation } from "../../../engine/src/sim/simulation.ts";
import type { FlowRecord } from "../../../engine/src/sim/types.ts";
import { type Contents, contentsOf } from "./systems.ts";

/** The first thing that is wrong. */
export function wrongIn(simulation: Simulation, records: readonly FlowRecord[]): string | undefined {
  const contents = contentsOf(simulation);
  return (
    wrongOrder(contents, records) ??
    wrongMapping(simulation, contents, records) ??
    wrongGroup(simulation, contents, records) ??
    wrongDelivery(simulation, contents)
  );
}

function messagesOf(records: readonly FlowRecord[], node: string, ...words: readonly string[]): ReadonlySet<number> {
  const told = records.filter((record) => record.node === node && words.includes(record.what));
  return new Set(told.map(({ message = 0 }) => message));
}

/** What the function is first invoked with, and the group first processes: by key as the shards have it. */
function wrongOrder(contents: Contents, records: readonly FlowRecord[]): string | undefined {
  const place = new Map<number, readonly [key: string, position: number]>();
  for (const { shard, records: all } of contents) {
    for (const { message, partitionKey, position } of all)
      place.set(message.number, [`${shard} ${partitionKey}`, position]);
  }
  for (const node of ["Reader", "Group"]) {
    const last = new Map<string, number>();
    for (const message of messagesOf(records, node, "started")) {
      const [key, position] = place.get(message) ?? ["", 0];
      if (position < (last.get(key) ?? -1)) return `${node} got m${message} of ${key} after a later one`;
      last.set(key, position);
    }
  }
  return undefined;
}

function wrongMapping(simulation: Simulation, contents: Contents, records: readonly FlowRecord[]): string | undefined {
  const handed = messagesOf(records, "Reader", "started");
  const done = new Set([...handed, ...messagesOf(records, "Mapping", "filtered", "deadLettered", "lost")]);
  const { shards } = simulation.view("Mapping") as { shards: readonly { shard: number; checkpoint: number }[] };
  const checkpoints = new Map(shards.map(({ shard, checkpoint }) => [shard, checkpoint]));
  for (const { shard, records: all } of contents) {
    const checkpoint = checkpoints.get(shard) ?? all.length;
    const skipped = all.slice(0, checkpoint).find(({ message }) => !done.has(message.number));
    if (skipped !== undefined) return `the mapping skipped m${skipped.message.number} of shard ${shard}`;
    // Retries are limited, and the end comes long after the last record.
    if (checkpoint < all.length) return `the mapping is at ${checkpoint} of ${all.length} in shard ${shard}`;
  }
  return undefined;
}

interface GroupView extends JsonObject {
  readonly leases: readonly { readonly shard: number; readonly checkpoint: number }[] & JsonObject["leases"];
}

function wrongGroup(simulation: Simulation, contents: Contents, records: readonly FlowRecord[]): string | undefined {
  const done = messagesOf(records, "Group", "processed", "processedTwice", "lost");
  const { leases } = simulation.view("Group") as GroupView;
  const checkpoints = new Map(leases.map(({ shard, checkpoint }) => [shard, checkpoint]));
  for (const { shard, records: all } of contents) {
    const skipped = all.slice(0, checkpoints.get(shard)).find(({ message }) => !done.has(message.number));
    if (skipped !== undefined) return `the group skipped m${skipped.message.number} of shard ${shard}`;
    const left = all.find(({ message }) => !done.has(message.number));
    if (left !== undefined) return `the group never came to m${left.message.number} of shard ${shard}`;
  }
  return undefined;
}

/** Whatever was read has been delivered, or put below the error prefix. */
function wrongDelivery(simulation: Simulation, contents: Contents): string | undefined {
  const { incomingRecords, delivered, failed, missed, lost } = simulation.metrics().Delivery ?? {};
  if (incomingRecords === undefined) return undefined;
  const total = (metric: unknown): number => (metric as { readonly total: number }).total;
  const all = contents.reduce((sum, { records }) => sum + records.length, 0);
  const [came, gone] = [total(incomingRecords), total(delivered) + total(failed)];
  if (total(missed) + total(lost) > 0) return `${total(missed)} records were missed, ${total(lost)} lost`;
  return came === all && gone === all ? undefined : `${all} records, ${came} read, ${gone} delivered or failed`;
}
