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

/** What readers of events give leaves to. */
export interface LeafSink {
  /** How many arrays have been met; counted by the reader. */
  arrays: number;
  add(field: number, value: Scalar, membership: Membership | undefined): void;
  /** A string that stands as it is in `text`: whoever can judge it there need not make a string of it. */
  addText?(field: number, text: string, start: number, end: number, membership: Membership | undefined): void;
}

/** Keeps all leaves. */
export class FoundFields implements LeafSink {
  arrays = 0;
  /** By field: the leaves in it; undefined where there is none. */
  readonly values: (Scalar[] | undefined)[];
  /** The fields that have leaves. */
  readonly touched: number[] = [];
  /** By field, beside the leaves; only there once one of them lies in an array. */
  memberships: (Membership | undefined)[][] | undefined;

  constructor(fields: number) {
    this.values = new Array<Scalar[] | undefined>(fields).fill(undefined);
  }

  add(field: number, value: Scalar, membership: Membership | undefined): void {
    const values = this.values[field];
    if (values === undefined) {
      this.values[field] = [value];
      this.touched.push(field);
    } else {
      values.push(value);
    }
    if (membership === undefined) return;
    this.memberships ??= [];
    const places = this.memberships[field] ?? [];
    this.memberships[field] = places;
    // Leaves before the first one in an array lie in none.
    places[values === undefined ? 0 : values.length - 1] = membership;
  }

  /** For the next event. */
  clear(): void {
    for (const field of this.touched) this.values[field] = undefined;
    this.touched.length = 0;
    this.memberships = undefined;
    this.arrays = 0;
  }
}
