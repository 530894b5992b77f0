/** Whether an event matches a pattern: at least one way through `$or`, of which all conditions hold. */
import { heldTogether } from "./consistent.ts";
import { findFields, type PatternEvent } from "./events.ts";
import type { FoundFields } from "./found.ts";
import type { Branch, CompiledPattern, Condition } from "./types.ts";

/** Only whether it matches, as fast as can be told. A pattern that AWS refuses matches nothing. */
export function matchesPattern(pattern: CompiledPattern, event: PatternEvent): boolean {
  if (pattern.rejection !== undefined) return false;
  const found = findFields(pattern, event);
  return found !== undefined && matchingBranch(pattern, found) !== undefined;
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
