/**
 * What an execution does next: frames that can go on, first in first out, and timers on the virtual clock. Plain data
 * between two steps.
 */
import { popTimer, pushTimer } from "./clock.ts";
import type { Frame, Signal, Timer } from "./frame.ts";

/** What a snapshot keeps of an agenda. */
export interface AgendaState {
  readonly ready: readonly number[];
  readonly timers: readonly Timer[];
  readonly timerSequence: number;
}

/** So many of those that had their turn are forgotten at once. */
const MIN_DROPPED = 1_024;

export class Agenda {
  readonly #frames: ReadonlyMap<number, Frame>;
  /** From `#head` on. Those that have ended meanwhile are passed over. */
  #ready: Frame[] = [];
  #head = 0;
  #timers: Timer[] = [];
  #timerSequence = 0;

  constructor(frames: ReadonlyMap<number, Frame>) {
    this.#frames = frames;
  }

  add(frame: Frame): void {
    this.#ready.push(frame);
  }

  /** Takes the next frame that can go on. */
  next(): Frame | undefined {
    while (this.#head < this.#ready.length) {
      const frame = this.#ready[this.#head] as Frame;
      this.#head += 1;
      if (this.#head >= MIN_DROPPED && 2 * this.#head >= this.#ready.length) {
        this.#ready = this.#ready.slice(this.#head);
        this.#head = 0;
      }
      if (frame.phase !== "done") return frame;
    }
    return undefined;
  }

  /** `frame` 0 is the execution itself. A time beyond all times stays a number that JSON can hold. */
  setTimer(givenMs: number, frame: number, epoch: number, signal: Signal): void {
    const timeMs = givenMs > 0 ? Math.min(givenMs, Number.MAX_SAFE_INTEGER) : 0;
    pushTimer(this.#timers, { timeMs, sequence: this.#timerSequence++, frame, epoch, signal });
  }

  /** Takes the earliest timer that somebody still waits for. */
  nextTimer(): Timer | undefined {
    for (;;) {
      const timer = popTimer(this.#timers);
      if (timer === undefined || timer.frame === 0) return timer;
      if (this.#frames.get(timer.frame)?.epoch === timer.epoch) return timer;
    }
  }

  /** The frame that can go on next. */
  peek(): Frame | undefined {
    for (let index = this.#head; index < this.#ready.length; index++) {
      const frame = this.#ready[index] as Frame;
      if (frame.phase !== "done") return frame;
    }
    return undefined;
  }

  /** The frame that the earliest timer wakes; undefined where that is the execution's own. */
  peekTimer(): Frame | undefined {
    for (let timer = this.#timers[0]; timer !== undefined; timer = this.#timers[0]) {
      const frame = this.#frames.get(timer.frame);
      if (timer.frame === 0 || frame?.epoch === timer.epoch) return frame;
      popTimer(this.#timers); // nobody waits for it any more
    }
    return undefined;
  }

  /** When the earliest timer falls due that somebody still waits for; Infinity where there is none. */
  get nextTimerMs(): number {
    this.peekTimer();
    return this.#timers[0]?.timeMs ?? Number.POSITIVE_INFINITY;
  }

  clear(): void {
    this.#ready = [];
    this.#head = 0;
    this.#timers = [];
  }

  state(): AgendaState {
    const ready = this.#ready.slice(this.#head).filter((frame) => frame.phase !== "done");
    return { ready: ready.map((frame) => frame.id), timers: [...this.#timers], timerSequence: this.#timerSequence };
  }

  /** The frames have been restored before. */
  restore(state: AgendaState): void {
    this.#ready = state.ready.map((id) => this.#frames.get(id) as Frame);
    this.#head = 0;
    this.#timers = [...state.timers];
    this.#timerSequence = state.timerSequence;
  }
}
