/**
 * The variables that a visit could read: those of its own scope and of the scopes around it, as they were when it was
 * entered.
 * https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import type { TraceFold, Visit } from "./types.ts";

/** By name. Linear in the visits of the scopes around it. */
export function variablesAt(fold: TraceFold, visit: Visit): JsonObject {
  const variables: Record<string, JsonValue> = {};
  // From the outside in: an inner scope's own variable hides one of the same name.
  for (const scope of scopesAround(visit)) {
    const beside = scope.lane?.visits ?? fold.visits;
    for (const { lane, assigned, exitedId } of beside) {
      if (lane !== scope.lane || assigned === undefined || exitedId === undefined) continue;
      if (exitedId < scope.enteredId) Object.assign(variables, assigned);
    }
  }
  return variables;
}

/** The visits of the Maps and Parallels around a visit, outermost first, and itself. */
function scopesAround(visit: Visit): readonly Visit[] {
  const around = [visit];
  for (let { lane } = visit; lane !== undefined; lane = lane.container.lane) around.unshift(lane.container);
  return around;
}
