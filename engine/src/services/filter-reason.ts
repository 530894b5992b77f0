/** Why a filter left a message out: the key that fails and what is wrong there. */
import type { PatternEvent } from "../patterns/events.ts";
import { matchPattern } from "../patterns/explain.ts";
import type { CompiledPattern } from "../patterns/types.ts";
import type { Reason } from "../sim/types.ts";

/** `key` and `because` are undefined where the event is nothing that the pattern could look at. */
export function filterReason(
  code: string,
  pattern: CompiledPattern,
  event: PatternEvent,
  more: Readonly<Record<string, string>> = {},
): Reason {
  const { path, why } = matchPattern(pattern, event).because.find(({ matched }) => !matched) ?? {};
  return { code, ...more, key: path, because: why };
}
