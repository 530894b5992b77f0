/**
 * What an execution does next: frames that can go on, first in first out, and timers on the virtual clock. Plain data
 * between two steps.
 */
import { popTimer, pushTimer } from "./clock.ts";
import type { Frame, Signal, Timer } from "./frame.ts";
import { FrameQueue } from "./frame-queue.ts";

/** What a snapshot keeps of an agenda. */
export interface AgendaState {
  readonly ready: readonly number[];
  readonly timers: readonly Timer[];
  readonly timerSequence: number;
}

export class Agenda {
  readonly #frames: ReadonlyMap<number, Frame>;
  /** Those that have ended meanwhile are passed over. */
  #ready = new FrameQueue();
  #timers: Timer[] = [];
  #timerSequence = 0;

  constructor(frames: ReadonlyMap<number, Frame>) {
    this.#frames = frames;
  }

  add(frame: Frame): void {
    this.#ready.add(frame);
  }

  /** Takes the next frame that can go on. */
  next(): Frame | undefined {
    let frame = this.#ready.take();
    while (frame?.phase === "done") frame = this.#ready.take();
    return frame;
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
    while (this.#ready.first?.phase === "done") this.#ready.take();
    return this.#ready.first;
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
    this.#ready = new FrameQueue();
    this.#timers = [];
  }

  state(): AgendaState {
    const ready = this.#ready.all().filter((frame) => frame.phase !== "done");
    return { ready: ready.map((frame) => frame.id), timers: [...this.#timers], timerSequence: this.#timerSequence };
  }

  /** The frames have been restored before. */
  restore(state: AgendaState): void {
    for (const id of state.ready) this.#ready.add(this.#frames.get(id) as Frame);
    this.#timers = [...state.timers];
    this.#timerSequence = state.timerSequence;
  }
}
