/**
 * Frames that wait for their turn, first in first out: a ring, since each step takes one out and mostly puts one back. It
 * grows only where more wait than ever before.
 */
import type { Frame } from "./frame.ts";

/** A power of two, as every capacity is: the remainder is then the lowest bits. */
const FIRST_CAPACITY = 16;

export class FrameQueue {
  #slots: (Frame | undefined)[] = new Array(FIRST_CAPACITY);
  #head = 0;
  #count = 0;

  get first(): Frame | undefined {
    return this.#slots[this.#head];
  }

  add(frame: Frame): void {
    if (this.#count === this.#slots.length) this.#grow();
    this.#slots[(this.#head + this.#count) & (this.#slots.length - 1)] = frame;
    this.#count += 1;
  }

  /** Takes the first. */
  take(): Frame | undefined {
    const { first } = this;
    if (first === undefined) return undefined;
    this.#slots[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#slots.length - 1);
    this.#count -= 1;
    return first;
  }

  /** All of them, in their order. */
  all(): readonly Frame[] {
    return [...this.#slots.slice(this.#head), ...this.#slots.slice(0, this.#head)].filter(
      (frame) => frame !== undefined,
    );
  }

  #grow(): void {
    const frames = this.all();
    this.#slots = [...frames, ...new Array(frames.length)];
    this.#head = 0;
  }
}
