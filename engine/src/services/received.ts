/** Received messages as plain data, for the checkpoints of those who have some in hand. */
import type { Finder, Keeper } from "../sim/types.ts";
import type { Received } from "./ports.ts";

export type SavedReceived = {
  readonly message: number;
  readonly receipt: number;
  readonly receiveCount: number;
  readonly sentMs: number;
  readonly firstReceivedMs: number;
  readonly groupId: string | null;
  readonly deduplicationId: string | null;
  readonly source: string | null;
};

export function saveReceived(received: Received, keeper: Keeper): SavedReceived {
  const { message, groupId = null, deduplicationId = null, source = null, ...own } = received;
  return { ...own, message: keeper.keep(message), groupId, deduplicationId, source };
}

export function restoreReceived(
  { message, groupId, deduplicationId, source, ...own }: SavedReceived,
  finder: Finder,
): Received {
  return {
    ...own,
    message: finder.find(message),
    groupId: groupId ?? undefined,
    deduplicationId: deduplicationId ?? undefined,
    source: source ?? undefined,
  };
}
