/** Values of the run that is shown, for a hover over the text. */
import { visitValuesAt } from "@sluice/engine";
import type { HostMessage } from "../../../../src/panel/protocol.ts";
import { definitionOf } from "../definition.ts";
import type { Hub } from "../hub.ts";
import { isStale } from "../state.ts";
import { STATUS_WORDS } from "../words.ts";
import { foldAt, stagesOf } from "./trace.ts";

export async function tellValues(hub: Hub, { id, offset }: Extract<HostMessage, { type: "askValues" }>): Promise<void> {
  const nothing = { type: "values", id, start: offset, end: offset, title: "", values: [] } as const;
  const { run } = hub.store.state;
  const place = run && !isStale(hub.store.state) ? await hub.ask("place", { offset }) : undefined;
  if (!run || !place) {
    hub.tell(nothing);
    return;
  }
  const { state, path, start, end } = place;
  const { selected, visit: chosen } = hub.store.state;
  const visits = foldAt(run).states.get(state)?.visits ?? [];
  // The visit that the panel shows, else the latest.
  const index = state === selected && chosen !== undefined ? chosen : visits.length - 1;
  const visit = visits[index];
  if (!visit) {
    hub.tell(nothing);
    return;
  }
  const which = visits.length > 1 ? `, visit ${index + 1} of ${visits.length}` : "";
  hub.tell({
    type: "values",
    id,
    start,
    end,
    title: `${state} ${STATUS_WORDS[visit.status]}${which}`,
    values: visitValuesAt(definitionOf(run.key, state), visit, stagesOf(run, visit), path),
  });
}
