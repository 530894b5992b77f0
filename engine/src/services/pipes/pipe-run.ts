/** One batch on its way through a pipe. */
import type { JsonValue } from "../../json.ts";
import type { Address, Finder, Keeper, Message } from "../../sim/types.ts";
import { restoreAddress, type SavedAddress, saveAddress } from "../saved-address.ts";

export interface PipeRun {
  readonly number: number;
  /** They stay the source's. */
  readonly messages: readonly Message[];
  /** As events of the pipe. */
  readonly values: readonly JsonValue[];
  readonly reply: Address;
  readonly beganMs: number;
}

export type SavedRun = Omit<PipeRun, "messages" | "reply"> & {
  readonly messages: readonly number[];
  readonly reply: SavedAddress;
};

export function saveRun({ messages, reply, ...plain }: PipeRun, keeper: Keeper): SavedRun {
  return { ...plain, messages: messages.map((message) => keeper.keep(message)), reply: saveAddress(reply) };
}

export function restoreRun({ messages, reply, ...plain }: SavedRun, finder: Finder): PipeRun {
  return { ...plain, messages: messages.map((number) => finder.find(number)), reply: restoreAddress(reply) };
}
