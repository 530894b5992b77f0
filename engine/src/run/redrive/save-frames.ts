/** From the lanes of a history and the definition to what a redrive goes on with. */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import type { Lane, OpenState } from "./lanes.ts";
import type { SavedChildren, SavedFrame } from "./saved-frame.ts";

/** Undefined: the lane has come to its end. */
export function saveFrame(lane: Lane, scope: JsonObject, index: number, redriveCount: number): SavedFrame | undefined {
  const states = objectOf(scope.States);
  const { open, left, variables } = lane;
  if (open !== undefined) {
    const state = states[open.name];
    const children = isObject(state) ? saveChildren(open, state, redriveCount) : undefined;
    return {
      index,
      state: open.name,
      phase: "start",
      input: open.input,
      variables,
      enteredEventId: open.eventId,
      enteredTimeMs: open.timeMs,
      lastEventId: lane.lastEventId,
      ...(children === undefined ? {} : { children }),
    };
  }
  const place = {
    index,
    phase: "enter",
    variables,
    enteredEventId: 0,
    enteredTimeMs: 0,
    lastEventId: lane.lastEventId,
  } as const;
  // Nothing was entered yet: the execution or the iteration was ended right after its start.
  if (left === undefined) return { ...place, state: nameOf(scope.StartAt), input: undefined };
  const from = states[left.state];
  const next = isObject(from) ? from.Next : undefined;
  return typeof next === "string" ? { ...place, state: next, input: left.output } : undefined;
}

function nameOf(name: JsonValue | undefined): string {
  return typeof name === "string" ? name : "";
}

function saveChildren(open: OpenState, state: JsonObject, redriveCount: number): SavedChildren | undefined {
  if (open.children === undefined) return undefined;
  const done: { index: number; output: JsonValue }[] = [];
  const frames: SavedFrame[] = [];
  for (const lane of open.children) {
    const place = childScope(lane, state);
    if (place === undefined) continue;
    const saved = saveFrame(lane, place.scope, place.index, redriveCount);
    if (saved !== undefined) frames.push(saved);
    else done.push({ index: place.index, output: lane.left?.output ?? null });
  }
  const { mapRunArn } = open;
  return { done, open: frames, redriveCount, ...(mapRunArn === undefined ? {} : { mapRunArn }) };
}

/** A branch is the one that has the state which was entered first. */
function childScope(lane: Lane, state: JsonObject): { readonly scope: JsonObject; readonly index: number } | undefined {
  if (lane.index !== undefined) {
    const scope = [state.ItemProcessor, state.Iterator].find(isObject);
    return scope && { scope, index: lane.index };
  }
  const branches = Array.isArray(state.Branches) ? state.Branches : [];
  const index = branches.findIndex(
    (branch) => isObject(branch) && isObject(branch.States) && Object.hasOwn(branch.States, lane.firstState ?? ""),
  );
  const scope = branches[index];
  return isObject(scope) ? { scope, index } : undefined;
}
