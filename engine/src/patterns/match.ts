/** Whether an event matches a pattern: at least one way through `$or`, of which all conditions hold. */
import { attributesMatch } from "./attributes.ts";
import { heldTogether } from "./consistent.ts";
import { type PatternEvent, readEvent, snsMessage } from "./events.ts";
import { FoundFields } from "./found.ts";
import { QuickVerdict } from "./quick.ts";
import type { Branch, CompiledPattern, Condition } from "./types.ts";

/** Only whether it matches, as fast as can be told. A pattern that AWS refuses matches nothing. */
export function matchesPattern(pattern: CompiledPattern, event: PatternEvent): boolean {
  const { rejection, quick, dialect, fields } = pattern;
  if (rejection !== undefined) return false;
  if (dialect === "sns-attributes") return attributesMatch(pattern, snsMessage(event).attributes ?? {});
  if (quick !== undefined) {
    const verdict = new QuickVerdict(quick);
    if (!readEvent(dialect, event, fields, verdict)) return false;
    if (!verdict.nested) return verdict.matches();
  }
  const found = findFields(pattern, event);
  return found !== undefined && matchingBranch(pattern, found) !== undefined;
}

/** All leaves of an event that the pattern asks for; undefined where the event is nothing that can be matched. */
export function findFields({ dialect, fields, paths }: CompiledPattern, event: PatternEvent): FoundFields | undefined {
  const found = new FoundFields(paths.length);
  return readEvent(dialect, event, fields, found) ? found : undefined;
}

/** The first way that matches. */
export function matchingBranch({ branches }: CompiledPattern, found: FoundFields): Branch | undefined {
  for (const branch of branches) if (branchHolds(branch, found)) return branch;
  return undefined;
}

/** Whether all conditions hold, those inside of arrays in the same elements. */
export function branchHolds(branch: Branch, found: FoundFields): boolean {
  if (found.memberships !== undefined) return heldTogether(branch, found) === branch.conditions.length;
  for (const condition of branch.conditions) if (!conditionHolds(condition, found)) return false;
  return true;
}

/** Whether a condition holds by itself, whatever the others choose. */
export function conditionHolds({ path, passes, mayBeAbsent }: Condition, { values }: FoundFields): boolean {
  const leaves = values[path];
  if (leaves === undefined) return mayBeAbsent;
  for (const leaf of leaves) if (passes(leaf)) return true;
  return false;
}
