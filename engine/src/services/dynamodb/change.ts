/**
 * A change of an item as the table's stream tells of it.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html
 */
import type { JsonObject } from "../../json.ts";
import { type Item, sizeOf } from "./attribute-values.ts";
import type { StreamViewType } from "./table-settings.ts";

export interface Change {
  readonly keys: Item;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** Undefined: nothing has changed, and the stream tells nothing. */
export function eventNameOf({ before, after }: Change): "INSERT" | "MODIFY" | "REMOVE" | undefined {
  if (before === undefined) return after === undefined ? undefined : "INSERT";
  if (after === undefined) return "REMOVE";
  return isSame(before, after) ? undefined : "MODIFY";
}

/** The order of attributes does not matter. */
function isSame(before: Item, after: Item): boolean {
  const sorted = (item: Item): string => JSON.stringify(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(before) === sorted(after);
}

/** Without what only the stream knows: sequence number and ARN. */
export function changeBody(change: Change, viewType: StreamViewType, epochMs: number, eventId: string): JsonObject {
  const { keys, before, after } = change;
  const newImage = viewType === "NEW_IMAGE" || viewType === "NEW_AND_OLD_IMAGES" ? after : undefined;
  const oldImage = viewType === "OLD_IMAGE" || viewType === "NEW_AND_OLD_IMAGES" ? before : undefined;
  return {
    eventID: eventId,
    eventName: eventNameOf(change) ?? "MODIFY",
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(epochMs / 1_000),
      Keys: keys,
      ...(newImage !== undefined && { NewImage: newImage }),
      ...(oldImage !== undefined && { OldImage: oldImage }),
      SizeBytes: sizeOf(keys) + sizeOf(newImage ?? {}) + sizeOf(oldImage ?? {}),
      StreamViewType: viewType,
    },
  };
}
