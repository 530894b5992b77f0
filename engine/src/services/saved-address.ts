/** Addresses as plain data, for the checkpoints of those who owe an answer. */
import type { Address } from "../sim/types.ts";

export type SavedAddress = readonly [node: string, kind: number, ref: number];

export function saveAddress({ node, kind, ref }: Address): SavedAddress {
  return [node, kind, ref];
}

export function restoreAddress([node, kind, ref]: SavedAddress): Address {
  return { node, kind, ref };
}
