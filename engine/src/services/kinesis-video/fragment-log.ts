/** The fragments that a stream has whole and still keeps, in the order of their numbers: their serials have no gaps. */
import { Fifo } from "../../sim/fifo.ts";
import type { Finder, Keeper } from "../../sim/types.ts";
import { type Fragment, restoreFragment, type SavedFragment, saveFragment } from "./fragment.ts";

export type SavedFragmentLog = readonly SavedFragment[];

export class FragmentLog implements Iterable<Fragment> {
  readonly #fragments = new Fifo<Fragment>();
  #bytes = 0;

  get size(): number {
    return this.#fragments.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get oldest(): Fragment | undefined {
    return this.#fragments.peek();
  }

  get newest(): Fragment | undefined {
    return this.#fragments.at(this.size - 1);
  }

  add(fragment: Fragment): void {
    this.#fragments.push(fragment);
    this.#bytes += fragment.bytes;
  }

  takeOldest(): Fragment | undefined {
    const oldest = this.#fragments.shift();
    this.#bytes -= oldest?.bytes ?? 0;
    return oldest;
  }

  at(serial: number): Fragment | undefined {
    const first = this.oldest?.serial ?? 0;
    return serial < first ? undefined : this.#fragments.at(serial - first);
  }

  /** The first with this serial or a later one. */
  from(serial: number): Fragment | undefined {
    return this.at(Math.max(serial, this.oldest?.serial ?? 0));
  }

  /** The fragment that has a time of the service's clock in it, or else the first one after it. */
  atServerTime(timeMs: number): Fragment | undefined {
    const after = this.#placeAfter(timeMs);
    const before = after === 0 ? undefined : this.#fragments.at(after - 1);
    const isIn = before !== undefined && timeMs < before.serverMs + before.lengthMs;
    return isIn ? before : this.#fragments.at(after);
  }

  /** The same by the producer's clock, which need not go along with the order in which fragments came. */
  atProducerTime(timeMs: number): Fragment | undefined {
    let found: Fragment | undefined;
    for (const fragment of this) {
      const { producerMs, lengthMs } = fragment;
      if (producerMs <= timeMs && timeMs < producerMs + lengthMs) return fragment;
      if (producerMs > timeMs && (found === undefined || producerMs < found.producerMs)) found = fragment;
    }
    return found;
  }

  /** The place of the first that the service began to receive later, by halving. */
  #placeAfter(timeMs: number): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#fragments.at(middle) as Fragment).serverMs > timeMs) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  [Symbol.iterator](): Iterator<Fragment> {
    return this.#fragments[Symbol.iterator]();
  }

  save(keeper: Keeper): SavedFragmentLog {
    return Array.from(this, (fragment) => saveFragment(fragment, keeper));
  }

  restore(saved: SavedFragmentLog, finder: Finder): void {
    this.#fragments.clear();
    this.#bytes = 0;
    for (const each of saved) this.add(restoreFragment(each, finder));
  }
}
