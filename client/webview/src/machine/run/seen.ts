/** What a visit had before it, gathered from the trace for those who explain it. */
import { type JsonValue, type Lane, type Seen, type Visit, variablesAt } from "@sluice/engine";
import type { Run } from "../state.ts";
import { visitKey } from "../worker/protocol.ts";
import { foldAt } from "./trace.ts";

export function seenBy(run: Run, visit: Visit): Seen {
  const first = run.events[0];
  const item = itemOf(run, visit.lane);
  return {
    input: visit.input ?? {},
    variables: variablesAt(foldAt(run), visit),
    enteredMs: visit.enteredMs,
    execution: { input: first?.details.input ?? {}, startTimeMs: first?.timeMs ?? 0, type: run.type },
    ...(item && { item }),
  };
}

/** The item of the innermost Map: as the Map was seen to select it, else what its first state was given. */
function itemOf(run: Run, lane: Lane | undefined): Seen["item"] {
  for (let around = lane; around !== undefined; around = around.container.lane) {
    const { index, container, visits } = around;
    if (index === undefined) continue;
    const stages = run.stages.get(visitKey(container.enteredId, container.state)) ?? [];
    const items: JsonValue | undefined = stages.findLast(({ stage }) => stage === "afterItemsPath")?.value;
    const value = Array.isArray(items) ? items[index] : visits[0]?.input;
    return { Index: index, Value: value ?? null };
  }
  return undefined;
}
