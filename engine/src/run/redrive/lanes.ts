/**
 * Reads a history as lanes: one for the machine, each branch and each iteration, with the state that it is in, its
 * input and its variables. Events belong together by `previousEventId`.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import type { TraceEvent } from "../types.ts";

export interface Lane {
  readonly parent: Lane | undefined;
  /** Of an iteration; a branch is known by its first state. */
  readonly index: number | undefined;
  firstState: string | undefined;
  /** The state that was entered and not left. */
  open: OpenState | undefined;
  /** The state that was left last, and its output. */
  left: { readonly state: string; readonly output: JsonValue } | undefined;
  variables: JsonObject;
  /** The latest event of its own. */
  lastEventId: number;
}

export interface OpenState {
  readonly name: string;
  readonly type: string;
  readonly input: JsonValue;
  readonly eventId: number;
  readonly timeMs: number;
  /** Of a Parallel or Map that has begun: its branches or iterations, of its latest attempt. */
  children: Lane[] | undefined;
  mapRunArn: string | undefined;
}

/** The machine's lane, with all that is open in it. */
export function lanesOf(events: readonly TraceEvent[]): Lane {
  const root = newLane(undefined, undefined);
  const laneOf = new Map<number, Lane>();
  /** Parallels by the event that began them: what follows it directly is a branch. */
  const begun = new Set<number>();
  /** Lanes that a redrive begins again, for events that follow it directly. */
  let redriven: Lane[] = [];
  let redrivenId = 0;
  for (const event of events) {
    const before = laneOf.get(event.previousEventId) ?? root;
    if (event.type === "ExecutionRedriven") {
      redriven = unfinished(root);
      redrivenId = event.id;
    }
    const from = event.previousEventId === redrivenId ? (redriven.shift() ?? before) : before;
    const lane = apply(event, from, begun);
    laneOf.set(event.id, lane);
    if (!/^(Execution|MapState|MapRun|ParallelState)/.test(event.type)) lane.lastEventId = event.id;
  }
  return root;
}

/** The innermost lanes whose states are not left, in order. */
function unfinished(lane: Lane): Lane[] {
  const inner = lane.open?.children?.flatMap(unfinished) ?? [];
  return inner.length > 0 || lane.open === undefined ? inner : [lane];
}

function newLane(parent: Lane | undefined, index: number | undefined): Lane {
  return { parent, index, firstState: undefined, open: undefined, left: undefined, variables: {}, lastEventId: 0 };
}

function apply(event: TraceEvent, before: Lane, begun: Set<number>): Lane {
  const { type, details } = event;
  if (type.endsWith("StateEntered")) return enter(event, before, begun);
  if (type.endsWith("StateExited")) {
    const lane = nearest(before, ({ name }) => name === details.name) ?? before;
    lane.variables = { ...lane.variables, ...details.assignedVariables };
    lane.left = { state: details.name ?? "", output: details.output ?? null };
    lane.open = undefined;
    return lane;
  }
  switch (type) {
    case "ParallelStateStarted":
    case "MapStateStarted": {
      const wanted = type.slice(0, -"StateStarted".length);
      const lane = nearest(before, (state) => state.type === wanted) ?? before;
      if (lane.open !== undefined) lane.open.children = [];
      if (wanted === "Parallel") begun.add(event.id);
      return lane;
    }
    case "MapIterationStarted": {
      const owner = nearest(before, ({ name }) => name === details.name) ?? before;
      const lane = newLane(owner, details.index ?? 0);
      owner.open?.children?.push(lane);
      return lane;
    }
    case "MapRunStarted":
      if (before.open !== undefined) before.open.mapRunArn = details.mapRunArn;
      return before;
    default:
      return before;
  }
}

function enter(event: TraceEvent, before: Lane, begun: ReadonlySet<number>): Lane {
  const { type, details, id, timeMs } = event;
  let lane = before;
  if (begun.has(event.previousEventId)) {
    lane = newLane(before, undefined);
    before.open?.children?.push(lane);
  }
  lane.firstState ??= details.name;
  lane.open = {
    name: details.name ?? "",
    type: type.slice(0, -"StateEntered".length),
    input: details.input ?? null,
    eventId: id,
    timeMs,
    children: undefined,
    mapRunArn: undefined,
  };
  return lane;
}

/** The innermost lane, from `lane` outwards, whose open state is wanted. */
function nearest(lane: Lane, wanted: (state: OpenState) => boolean): Lane | undefined {
  for (let at: Lane | undefined = lane; at !== undefined; at = at.parent) {
    if (at.open !== undefined && wanted(at.open)) return at;
  }
  return undefined;
}
