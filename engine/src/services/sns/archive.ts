/**
 * Messages that a FIFO topic keeps for replay.
 * https://docs.aws.amazon.com/sns/latest/dg/fifo-message-archiving-replay.html
 */
import { Fifo } from "../../sim/fifo.ts";
import type { Finder, Keeper } from "../../sim/types.ts";
import { type Publication, restorePublication, type SavedPublication, savePublication } from "./publication.ts";

const DAY_MS = 86_400_000;

export type SavedArchive = readonly SavedPublication[];

export class Archive {
  readonly #keptMs: number;
  readonly #kept = new Fifo<Publication>();

  constructor(days: number) {
    this.#keptMs = days * DAY_MS;
  }

  get size(): number {
    return this.#kept.size;
  }

  add(publication: Publication): void {
    this.#drop(publication.publishedEpochMs);
    this.#kept.push(publication);
  }

  /** In the order in which they were published. */
  since(fromEpochMs: number, nowEpochMs: number): readonly Publication[] {
    this.#drop(nowEpochMs);
    return [...this.#kept].filter(({ publishedEpochMs }) => publishedEpochMs >= fromEpochMs);
  }

  #drop(nowEpochMs: number): void {
    for (let oldest = this.#kept.peek(); oldest !== undefined; oldest = this.#kept.peek()) {
      if (oldest.publishedEpochMs + this.#keptMs > nowEpochMs) return;
      this.#kept.shift();
    }
  }

  save(keeper: Keeper): SavedArchive {
    return [...this.#kept].map((publication) => savePublication(publication, keeper));
  }

  restore(state: SavedArchive, finder: Finder): void {
    this.#kept.clear();
    for (const each of state) this.#kept.push(restorePublication(each, finder));
  }
}
