/** The entries of a queue that can be delivered, in their order. New ones come at the end; few go back to their place. */
import { Fifo } from "../../sim/fifo.ts";
import type { QueueEntry } from "./queue-entry.ts";

export class ReadyEntries {
  readonly #fresh = new Fifo<QueueEntry>();
  /** Those that went back, ascending by number. */
  readonly #returned: QueueEntry[] = [];

  get size(): number {
    return this.#fresh.size + this.#returned.length;
  }

  get first(): QueueEntry | undefined {
    const [returned] = this.#returned;
    const fresh = this.#fresh.peek();
    return returned !== undefined && (fresh === undefined || returned.number < fresh.number) ? returned : fresh;
  }

  /** For checkpoints: added again in this order, they are the same. */
  get numbers(): readonly number[] {
    return [...this.#fresh, ...this.#returned].map(({ number }) => number).sort((a, b) => a - b);
  }

  add(entry: QueueEntry): void {
    const last = this.#fresh.at(this.#fresh.size - 1);
    if (entry.count === 0 && (last === undefined || last.number < entry.number)) {
      this.#fresh.push(entry);
      return;
    }
    const at = this.#returned.findIndex(({ number }) => number > entry.number);
    this.#returned.splice(at < 0 ? this.#returned.length : at, 0, entry);
  }

  shift(): QueueEntry | undefined {
    const { first } = this;
    return first !== undefined && first === this.#returned[0] ? this.#returned.shift() : this.#fresh.shift();
  }

  /** Whether it was there. */
  remove(entry: QueueEntry): boolean {
    const at = this.#returned.indexOf(entry);
    if (at >= 0) this.#returned.splice(at, 1);
    else {
      const place = [...this.#fresh].indexOf(entry);
      if (place < 0) return false;
      this.#fresh.takeAt(place);
    }
    return true;
  }
}
