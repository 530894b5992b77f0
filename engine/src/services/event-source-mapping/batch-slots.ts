/** The batches of one shard that may be in hand at the same time, each with what is left of it to hand over. */
import type { Finder, Keeper } from "../../sim/types.ts";
import type { ShardRecord } from "../shards/shard-record.ts";
import { restoreStreamBatch, type SavedStreamBatch, type StreamBatch, saveStreamBatch } from "./stream-batch.ts";

export interface Slot {
  /** From 0. */
  readonly place: number;
  /** Free slots have none. */
  batches: readonly StreamBatch[];
  /** The function has the first of them. */
  isInvoked: boolean;
  /** It is the last invocation of a tumbling window. */
  isFinal: boolean;
  /** Goes up with each invocation and pause: events of before no longer count. */
  serial: number;
}

export type SavedSlot = Omit<Slot, "place" | "batches"> & { readonly batches: readonly SavedStreamBatch[] };

const SLOTS = 16;
const SERIALS = 2 ** 20;

/** The shard and the slot that a ref is of. */
export function addresseeOf(ref: number): { readonly shard: number; readonly place: number } {
  const rest = Math.floor(ref / SERIALS);
  return { shard: Math.floor(rest / SLOTS), place: rest % SLOTS };
}

/** Events of before no longer count. */
export function turn(slot: Slot): void {
  slot.serial = (slot.serial + 1) % SERIALS;
}

export class BatchSlots {
  readonly #shard: number;
  readonly #slots: Slot[] = [];

  constructor(shard: number) {
    this.#shard = shard;
  }

  at(place: number): Slot {
    this.#slots[place] ??= { place, batches: [], isInvoked: false, isFinal: false, serial: 0 };
    return this.#slots[place];
  }

  get all(): readonly Slot[] {
    return this.#slots;
  }

  /** The ref of what is set for a slot now. */
  refOf({ place, serial }: Slot): number {
    return (this.#shard * SLOTS + place) * SERIALS + serial;
  }

  /** The slot that a ref is of, if it still counts. */
  of(ref: number): Slot | undefined {
    const slot = this.#slots[addresseeOf(ref).place];
    return slot !== undefined && this.refOf(slot) === ref ? slot : undefined;
  }

  get isFree(): boolean {
    return this.#slots.every(({ batches }) => batches.length === 0);
  }

  /** All that is in hand, or to be handed over again. */
  get records(): readonly ShardRecord[] {
    return this.#slots.flatMap(({ batches }) => batches.flatMap(({ records }) => records));
  }

  /** Position of the first record of all batches, or of another that may be before it. */
  firstPosition(position: number): number {
    let first = position;
    for (const { batches } of this.#slots) {
      for (const { records } of batches) first = Math.min(first, records[0]?.position ?? first);
    }
    return first;
  }

  /** When the first batch of a slot failed that is to be tried again, milliseconds; undefined: none has. */
  get failedMs(): number | undefined {
    let failedMs: number | undefined;
    for (const { batches } of this.#slots) {
      const of = batches[0]?.failedMs;
      if (of !== undefined && (failedMs === undefined || of < failedMs)) failedMs = of;
    }
    return failedMs;
  }

  /** Batches that the function has. */
  get invoked(): number {
    let invoked = 0;
    for (const { isInvoked } of this.#slots) if (isInvoked) invoked += 1;
    return invoked;
  }

  save(keeper: Keeper): readonly SavedSlot[] {
    return this.#slots.map(({ place: _, batches, ...slot }) => {
      return { ...slot, batches: batches.map((batch) => saveStreamBatch(batch, keeper)) };
    });
  }

  restore(saved: readonly SavedSlot[], finder: Finder): void {
    for (const [place, { batches, ...slot }] of saved.entries()) {
      this.#slots[place] = { ...slot, place, batches: batches.map((batch) => restoreStreamBatch(batch, finder)) };
    }
  }
}
