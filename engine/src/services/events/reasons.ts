/** What buses and archives say of why something happened. */
import type { Sentence } from "../sentences.ts";

export const EVENTS_REASONS: Readonly<Record<string, Sentence>> = {
  "events.unmatched": () => "no rule of the bus matches it",
  "events.replay": ({ events, name }) => `${name}: ${events} events of the archive`,
};
