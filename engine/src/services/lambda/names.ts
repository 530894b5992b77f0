/** What functions and their invocations are called. */
import { createRandom } from "../../random.ts";
import { seedOf } from "../../sim/seed.ts";

/** The version that has no number yet. */
export const LATEST = "$LATEST";

/** A UUID, always the same for the same request: `number` counts those of a function. */
export function requestIdOf(functionId: string, number: number): string {
  return createRandom(seedOf(number, functionId)).uuid();
}
