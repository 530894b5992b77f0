/** What readers of a video stream ask of it. Times are milliseconds since the simulation began. */
import type { Refusal } from "../../refusals/refusal.ts";
import type { Address } from "../../sim/types.ts";
import type { Archive } from "./archive.ts";
import type { Fragment } from "./fragment.ts";
import type { StartSelector } from "./start-selector.ts";

export interface VideoPort {
  readonly archive: Archive;
  /** GetMedia: a connection, and the serial that it begins with. It lasts until `disconnect`. */
  connect(reader: string, selector: StartSelector): number | Refusal;
  disconnect(reader: string): void;
  /** The first fragment with this serial or a later one; undefined: it has not come yet. */
  next(serial: number): Fragment | undefined;
  /** Whether there is one. */
  has(serial: number): boolean;
  /** A fragment was given to a reader. */
  gave(fragment: Fragment): void;
  /** An event comes when there is another fragment. */
  wait(address: Address): void;
  numberOf(fragment: Fragment): string;
}
