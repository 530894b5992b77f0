/** What an event holds in the fields that are asked for. */
import type { Scalar } from "./types.ts";

/**
 * Which elements of which arrays a leaf lies in, from the inside out. A leaf that is itself an element belongs to the
 * arrays around its own only: of `"tags": ["a", "b"]` both are leaves of the same field in the same place.
 */
export interface Membership {
  /** Arrays count from 0 in the event. */
  readonly array: number;
  readonly index: number;
  readonly outer: Membership | undefined;
}

export interface FoundFields {
  /** By field: the leaves in it; undefined where there is none. */
  readonly values: (Scalar[] | undefined)[];
  /** By field, beside the leaves; only there once one of them lies in an array. */
  memberships: (Membership | undefined)[][] | undefined;
  /** How many arrays have been met. */
  arrays: number;
}

export function nothingFound(fields: number): FoundFields {
  return { values: new Array<Scalar[] | undefined>(fields).fill(undefined), memberships: undefined, arrays: 0 };
}

export function addFound(found: FoundFields, field: number, value: Scalar, membership: Membership | undefined): void {
  const values = found.values[field];
  if (values === undefined) found.values[field] = [value];
  else values.push(value);
  if (membership === undefined) return;
  found.memberships ??= found.values.map(() => []);
  const places = found.memberships[field];
  // Leaves before the first one in an array lie in none.
  if (places !== undefined) places[(found.values[field]?.length ?? 1) - 1] = membership;
}
