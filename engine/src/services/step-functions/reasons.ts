/** What state machines say of why something happened. */
import type { Sentence } from "../sentences.ts";

export const STATES_REASONS: Readonly<Record<string, Sentence>> = {
  "states.started": ({ name }) => `execution ${name}`,
  "states.failed": ({ status, error, cause }) =>
    `${status === "TIMED_OUT" ? "the execution timed out" : `${error}`}${cause === undefined || cause === "" ? "" : `: ${cause}`}`,
  "states.made-up": ({ state, resource }) =>
    `${state} calls ${resource}, which is not simulated: its answer is made up`,
};
