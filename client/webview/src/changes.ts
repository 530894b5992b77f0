/** What one value has that another has not, in a few words: the difference that a stage of a state's data flow makes. */
import { isObject, type JsonValue } from "@sluice/engine";

export interface Change {
  readonly kind: "added" | "removed" | "changed";
  /** The field, from the outermost in: `payment.receipt`; empty for the value as a whole. */
  readonly path: string;
}

/** Fields inside fields are looked at this deep; below, the field as a whole has changed. */
const MAX_DEPTH = 3;
export const MAX_CHANGES = 6;

/** In the order of the later value, removed fields last. Empty: nothing has changed. One more than MAX_CHANGES: there are more. */
export function changesBetween(before: JsonValue | undefined, after: JsonValue): Change[] {
  const changes: Change[] = [];
  compare(before, after, "", 0, changes);
  return changes.slice(0, MAX_CHANGES + 1);
}

function compare(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path: string,
  depth: number,
  changes: Change[],
): void {
  if (before === after || changes.length > MAX_CHANGES) return;
  if (before === undefined || after === undefined) {
    changes.push({ kind: before === undefined ? "added" : "removed", path });
    return;
  }
  if (!isObject(before) || !isObject(after) || depth === MAX_DEPTH) {
    if (JSON.stringify(before) !== JSON.stringify(after)) changes.push({ kind: "changed", path });
    return;
  }
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  const kept = Object.keys(before).some((name) => Object.hasOwn(after, name));
  // Nothing in common: another value, and no list of its fields says more.
  if (!kept && Object.keys(before).length > 0 && Object.keys(after).length > 0) {
    changes.push({ kind: "changed", path });
    return;
  }
  for (const name of names) {
    const inner = path === "" ? name : `${path}.${name}`;
    compare(own(before, name), own(after, name), inner, depth + 1, changes);
  }
}

function own(value: { readonly [key: string]: JsonValue }, name: string): JsonValue | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}
