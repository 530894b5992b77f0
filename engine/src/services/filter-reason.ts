/** Why a filter left a message out: the key that fails and what is wrong there. */
import type { PatternEvent } from "../patterns/events.ts";
import { matchPattern } from "../patterns/explain.ts";
import type { CompiledPattern } from "../patterns/types.ts";
import type { Reason } from "../sim/types.ts";

/**
 * Explained when somebody reads it: of a million messages that are left out, most records never are. `key` and `because`
 * are undefined where the event is nothing that the pattern could look at.
 */
export function filterReason(
  code: string,
  pattern: CompiledPattern,
  event: () => PatternEvent,
  more: Readonly<Record<string, string>> = {},
): Reason {
  let found: { readonly path?: string; readonly why?: string } | undefined;
  const explained = () => {
    found ??= matchPattern(pattern, event()).because.find(({ matched }) => !matched) ?? {};
    return found;
  };
  return {
    code,
    ...more,
    get key() {
      return explained().path;
    },
    get because() {
      return explained().why;
    },
  };
}
