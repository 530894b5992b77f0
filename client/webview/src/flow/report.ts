/** What the host is told of a run: for code lenses, tests and whoever waits for its end. */
import type { DrawnEdge } from "@sluice/engine";
import type { FlowCount, FlowReport } from "../../../src/flow/protocol.ts";
import type { FlowState } from "./state.ts";

/** Undefined: there is nothing to tell yet. */
export function reportOf(state: FlowState): FlowReport | undefined {
  const { outcome, frame, over, halted } = state;
  if (!outcome || !frame) return undefined;
  const { timeMs, events, lost, totals, verdicts } = outcome;
  return {
    ...{ timeMs, events, lost, over },
    counts: countsOf(state, totals),
    verdicts: verdicts.map(({ name, passed, seen }) => ({ name, passed, seen })),
    ...(halted !== undefined && { halted }),
  };
}

function countsOf({ drawing, places }: FlowState, totals: readonly number[]): readonly FlowCount[] {
  if (!drawing) return [];
  const sum = (matches: (edge: DrawnEdge) => boolean): number =>
    drawing.edges.reduce((all, edge, index) => all + (matches(edge) ? (totals[index] ?? 0) : 0), 0);
  return drawing.nodes.flatMap(({ id }, at): readonly FlowCount[] => {
    const place = places.find((each) => each.id === id);
    if (!place) return [];
    const out = sum(({ from, isAside }) => from === at && !isAside);
    const dead = sum(({ from, isAside }) => from === at && isAside);
    return [{ id, start: place.start, in: sum(({ to }) => to === at), out, dead }];
  });
}
