/**
 * How fast Run plays: a pause between two moments that eyes can follow, and at a speed that is told, as long as the
 * virtual time between them takes.
 */
import type { Hub } from "../hub.ts";
import { elapsedMs, type Flow, type MachineState, type Run } from "../state.ts";
import { nextMoment } from "./trace.ts";

/** Between two moments without a told speed: slow enough to follow at first, then faster and faster. */
const FIRST_PAUSE_MS = 260;
const PAUSE_FACTOR = 0.96;
/** Between two moments of the same time, at a told speed. */
const SAME_TIME_PAUSE_MS = 90;

export class Pace {
  readonly #hub: Hub;
  readonly #tick: () => void;
  #pauseMs = FIRST_PAUSE_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The cursor whose next moment's time has come. */
  #due: number | undefined;

  constructor(hub: Hub, tick: () => void) {
    this.#hub = hub;
    this.#tick = tick;
  }

  get #state(): MachineState {
    return this.#hub.store.state;
  }

  start(): void {
    this.#pauseMs = FIRST_PAUSE_MS;
    this.#due = undefined;
    this.#play(true);
  }

  stop(): void {
    clearTimeout(this.#timer);
    const { playing, flow } = this.#state.play;
    if (playing || flow) this.#play(false);
  }

  /** News at a told speed are shown when their time has come; others at once. */
  isDue(run: Run): boolean {
    return typeof this.#state.play.speed !== "number" || this.#due === run.cursor;
  }

  /** Ticks when the next moment is to be shown. */
  soon(run: Run): void {
    clearTimeout(this.#timer);
    const { speed } = this.#state.play;
    if (typeof speed !== "number") {
      this.#timer = setTimeout(this.#tick, this.#pauseMs);
      this.#pauseMs *= PAUSE_FACTOR;
      return;
    }
    if (run.cursor === run.length) {
      this.#timer = setTimeout(this.#tick, 0);
      return;
    }
    const fromMs = elapsedMs(run);
    const toMs = elapsedMs({ ...run, cursor: nextMoment(run) });
    const tookMs = Math.max(SAME_TIME_PAUSE_MS, (toMs - fromMs) / speed);
    this.#play(true, { fromMs, toMs, sinceMs: performance.now(), tookMs });
    this.#timer = setTimeout(() => {
      this.#due = run.cursor;
      this.#tick();
    }, tookMs);
  }

  #play(playing: boolean, flow?: Flow): void {
    const { speed } = this.#state.play;
    this.#hub.store.set({ play: { speed, playing, ...(flow && { flow }) } });
  }
}

/** Virtual time of a clock that is seen to run, at a real time. */
export function flowedMs({ fromMs, toMs, sinceMs, tookMs }: Flow, nowMs: number): number {
  return fromMs + (toMs - fromMs) * Math.min(1, Math.max(0, (nowMs - sinceMs) / tookMs));
}
