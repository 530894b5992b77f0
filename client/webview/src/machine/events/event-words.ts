/** What an event of a history comes down to in a line. */
import type { TraceEvent } from "@sluice/engine";

/** The one thing about an event that is worth a line. */
export function detailOf({ type, details }: TraceEvent): string {
  if (details.error !== undefined) return details.error;
  if (details.index !== undefined) return `item ${details.index}`;
  if (details.length !== undefined) return `${details.length} items`;
  if (!type.endsWith("Scheduled") || details.resource === undefined) return "";
  const { resource, resourceType } = details;
  return resourceType === undefined ? resource.slice(resource.lastIndexOf(":") + 1) : `${resourceType}:${resource}`;
}

/** Each word, in small letters, is somewhere in the event's type, state or detail. */
export function matchesFilter(event: TraceEvent, state: string | undefined, words: readonly string[]): boolean {
  const text = `${event.type} ${state ?? ""} ${detailOf(event)} ${event.details.cause ?? ""}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
