/** A frame that begins its state again: the state was entered before, and its retries count from 0. */
import type { JsonValue } from "../../json.ts";
import type { Frame } from "../frame.ts";
import type { SavedFrame } from "./saved-frame.ts";

type Resumed = Pick<
  Frame,
  "enteredEventId" | "enteredTimeMs" | "input" | "phase" | "retryCount" | "saved" | "state" | "variables"
>;

export function resumedFields(saved: SavedFrame, input: JsonValue): Resumed {
  const { state, phase, variables, enteredEventId, enteredTimeMs, children } = saved;
  return {
    state,
    phase,
    input,
    variables,
    enteredEventId,
    enteredTimeMs,
    ...(phase === "start" ? { retryCount: 0 } : {}),
    ...(children === undefined ? {} : { saved: children }),
  };
}
