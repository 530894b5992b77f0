/**
 * PutEvents, as whoever sends events calls it: each entry names its bus. What goes to a bus that is not there is taken, and
 * is gone.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */
import { isRefusal, type Refusal } from "../../refusals/refusal.ts";
import type { Message, NodeContext } from "../../sim/types.ts";
import { busOf, type PutEvent } from "./bus.ts";
import type { PutEventsEntry } from "./event.ts";
import { refusePutEvents } from "./put-events-checks.ts";

/** Refused as a whole, or an answer for each entry. `cause`: what the events are made of. */
export function putEvents(
  context: NodeContext,
  entries: readonly PutEventsEntry[],
  from: string,
  cause?: Message,
): Refusal | readonly (PutEvent | Refusal)[] {
  const refused = refusePutEvents(entries);
  if (refused !== undefined) return refused;
  const names = entries.map(({ EventBusName = "default" }) => EventBusName);
  const answers: (PutEvent | Refusal)[] = [];
  for (const name of new Set(names)) {
    const indexes = [...names.keys()].filter((index) => names[index] === name);
    const some = indexes.map((index) => entries[index] as PutEventsEntry);
    const given = busOf(context, name)?.putEvents(some, from, cause);
    for (const [place, index] of indexes.entries()) {
      const answer = given === undefined || isRefusal(given) ? given : given[place];
      answers[index] = answer ?? { EventId: context.random.uuid() };
    }
  }
  return answers;
}
