/**
 * Where a text was read anew as a whole, the nodes of the version before that are still the same take the place of their
 * new twins, so that what is cached by node stays right.
 */
import type { TextEdit } from "../problem.ts";
import { setParent } from "./build.ts";
import { moveMember } from "./move.ts";
import type { Member } from "./reread.ts";
import type { Node, Property } from "./tree.ts";

export interface Shift {
  /** Where what stands behind the edit began before it. */
  readonly from: number;
  readonly by: number;
}

/** The tree `fresh`, with every node of `old` that has its twin there. `old` must not be used any more. */
export function adopt(old: Node, fresh: Node, { start, end, newText }: TextEdit): Node {
  return adoptNode(old, fresh, { from: end, by: newText.length - (end - start) });
}

function adoptNode(old: Node, fresh: Node, shift: Shift): Node {
  if (isTwin(old, fresh, moved(old, shift))) {
    moveMember(old, moved(old, shift));
    setParent(old, fresh.parent);
    return old;
  }
  if (old.kind === "object" && fresh.kind === "object") {
    adoptMembers(old.properties, fresh.properties, shift, (property) => {
      property.parent = fresh;
    });
  } else if (old.kind === "array" && fresh.kind === "array") {
    adoptMembers(old.items, fresh.items, shift, (item) => setParent(item, fresh));
  }
  return fresh;
}

/** What stands before and behind the changed members is found from both ends; those are looked into, pair by pair. */
function adoptMembers<T extends Member>(old: readonly T[], fresh: T[], shift: Shift, put: (member: T) => void): void {
  const shorter = Math.min(old.length, fresh.length);
  const isSame = (oldIndex: number, freshIndex: number) =>
    isTwinMember(old[oldIndex] as T, fresh[freshIndex] as T, shift);
  let head = 0;
  while (head < shorter && isSame(head, head)) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(old.length - 1 - tail, fresh.length - 1 - tail)) tail++;
  const oldEnd = old.length - tail;
  const freshEnd = fresh.length - tail;
  for (let index = 0; index < fresh.length; index++) {
    const isTwin = index < head || index >= freshEnd;
    const was = old[index < freshEnd ? index : index - freshEnd + oldEnd] as T;
    if (!isTwin && oldEnd !== freshEnd) continue;
    const adopted = isTwin ? was : (adoptMember(was, fresh[index] as T, shift) as T);
    if (isTwin) moveMember(was, moved(was, shift));
    fresh[index] = adopted;
    put(adopted);
  }
}

function isTwinMember(old: Member, fresh: Member, shift: Shift): boolean {
  const by = moved(old, shift);
  if (old.kind === "property") return fresh.kind === "property" && isTwinProperty(old, fresh, by);
  return fresh.kind !== "property" && isTwin(old, fresh, by);
}

/** A member of `fresh`, made of as much of the `old` one as is still the same. */
export function adoptMember(old: Member, fresh: Member, shift: Shift): Member {
  if (old.kind !== "property") return fresh.kind === "property" ? fresh : adoptNode(old, fresh, shift);
  if (fresh.kind !== "property") return fresh;
  const key = adoptNode(old.key, fresh.key, shift) as Property["key"];
  const value = adoptNode(old.value, fresh.value, shift);
  const property: Property = { ...fresh, key, value };
  setParent(key, property);
  setParent(value, property);
  return property;
}

function moved({ start }: { readonly start: number }, { from, by }: Shift): number {
  return start >= from ? by : 0;
}

function isTwin(old: Node, fresh: Node, by: number): boolean {
  if (old.kind !== fresh.kind || old.start + by !== fresh.start || old.end + by !== fresh.end) return false;
  switch (old.kind) {
    case "object": {
      const { properties } = fresh as typeof old;
      if (old.properties.length !== properties.length) return false;
      return old.properties.every((property, index) => isTwinProperty(property, properties[index] as Property, by));
    }
    case "array": {
      const { items } = fresh as typeof old;
      return (
        old.items.length === items.length && old.items.every((item, index) => isTwin(item, items[index] as Node, by))
      );
    }
    case "placeholder": {
      const { name, argument } = fresh as typeof old;
      if (old.name !== name || old.argument === undefined || argument === undefined)
        return old.argument === argument && old.name === name;
      return isTwin(old.argument, argument, by);
    }
    case "string":
      return old.value === (fresh as typeof old).value && old.sub === (fresh as typeof old).sub;
    case "number":
    case "boolean":
      return old.value === (fresh as typeof old).value;
    default:
      return true;
  }
}

function isTwinProperty(old: Property, fresh: Property, by: number): boolean {
  const isInPlace = old.start + by === fresh.start && old.end + by === fresh.end;
  return isInPlace && isTwin(old.key, fresh.key, by) && isTwin(old.value, fresh.value, by);
}
