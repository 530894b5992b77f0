/** Received messages as plain data, for the checkpoints of those who have some in hand. */
import type { Finder, Keeper } from "../sim/types.ts";
import type { Received } from "./ports.ts";

export type SavedReceived = {
  readonly message: number;
  readonly receipt: number;
  readonly receiveCount: number;
  readonly sentMs: number;
  readonly groupId: string | null;
  readonly deduplicationId: string | null;
};

export function saveReceived({ message, groupId, deduplicationId, ...own }: Received, keeper: Keeper): SavedReceived {
  return { ...own, message: keeper.keep(message), groupId: groupId ?? null, deduplicationId: deduplicationId ?? null };
}

export function restoreReceived(
  { message, groupId, deduplicationId, ...own }: SavedReceived,
  finder: Finder,
): Received {
  return {
    ...own,
    message: finder.find(message),
    groupId: groupId ?? undefined,
    deduplicationId: deduplicationId ?? undefined,
  };
}
