/**
 * The buttons that move a run: play at a speed, step, step back, run to a state, skip to the next event in time. What
 * has happened is a cursor's business; only at the end of the trace is the engine asked to go on.
 */
import type { Hub } from "../hub.ts";
import type { MachineState, Run, Speed } from "../state.ts";
import type { Goal } from "../worker/protocol.ts";
import type { Answers } from "./answers.ts";
import type { Follower } from "./follow.ts";
import { Pace } from "./pace.ts";
import type { Session } from "./session.ts";
import { entryOf, nextMoment, nextTime, previousMoment } from "./trace.ts";

export interface TransportParts {
  readonly session: Session;
  readonly follower: Follower;
  readonly answers: Answers;
  readonly reducedMotion: () => boolean;
  /** A run has come to its end. */
  readonly onEnd: (run: Run) => void;
}

export class Transport {
  readonly #hub: Hub;
  readonly #parts: TransportParts;
  readonly #pace: Pace;
  /** How to go on after an answer. */
  #goal: Goal | "play" = { kind: "moment" };
  /** Playing goes on when the time has been skipped. */
  #resumes = false;

  constructor(hub: Hub, parts: TransportParts) {
    this.#hub = hub;
    this.#parts = parts;
    this.#pace = new Pace(hub, () => this.#tick());
  }

  get #state(): MachineState {
    return this.#hub.store.state;
  }

  /** Plays on from the cursor at the chosen speed; pressed again, pauses. At the end, plays from the start. */
  play(): void {
    const { play } = this.#state;
    if (play.playing) {
      this.pause();
      return;
    }
    if (play.speed === "instant" || (play.speed === "steps" && this.#parts.reducedMotion())) {
      this.runToEnd();
      return;
    }
    const run = this.#parts.session.usable({ again: true });
    if (!run) return;
    this.#goal = "play";
    this.#parts.follower.showData();
    this.#pace.start();
    this.#tick();
  }

  pause(): void {
    this.#pace.stop();
    this.#parts.session.pause();
  }

  /** As far as it goes, at once. */
  runToEnd(): void {
    this.#runTo({ kind: "end" }, true);
  }

  /** Until a state is entered; again and again from where the run stands. */
  runTo(state: string): void {
    const run = this.#parts.session.usable({ again: true });
    if (!run) return;
    const entered = entryOf(run, state);
    if (entered === undefined) this.#runTo({ kind: "state", name: state }, false);
    else this.moveCursor(entered);
  }

  /** To the next event at a later time, whatever the machine waits for. */
  skip(): void {
    const run = this.#parts.session.usable({ again: false });
    if (!run) return;
    const wasPlaying = this.#state.play.playing;
    const later = nextTime(run);
    if (later !== undefined) {
      this.#pace.stop();
      this.#parts.follower.showAt(later);
      if (wasPlaying) this.#pace.start();
      if (wasPlaying) this.#tick();
      return;
    }
    this.#runTo({ kind: "later", timeMs: run.events[run.cursor - 1]?.timeMs ?? 0 }, false);
    this.#resumes = wasPlaying;
  }

  #runTo(goal: Goal, again: boolean): void {
    const run = this.#parts.session.usable({ again });
    if (!run) return;
    this.#goal = goal;
    this.#resumes = false;
    this.#pace.stop();
    this.#parts.follower.showData();
    this.#parts.follower.goTo(run.length);
    if (run.activity === "ended") this.rest(run);
    else if (run.activity === "blocked") this.#hub.store.set({ tab: "task" });
    else this.#parts.session.advance(goal);
  }

  /** To the next moment: first through what has happened, then by letting the engine go on. */
  step(): void {
    const run = this.#parts.session.usable({ again: false });
    if (!run) return;
    this.#goal = { kind: "moment" };
    this.#pace.stop();
    this.#parts.follower.showData();
    this.#stepOnce(run);
  }

  stepBack(): void {
    const { run } = this.#state;
    if (!run || run.activity === "moving") return;
    this.moveCursor(previousMoment(run));
  }

  /** Forgets what has happened and stands at the start again. */
  restart(): void {
    this.#pace.stop();
    this.#parts.session.begin();
  }

  redrive(): void {
    this.#pace.stop();
    this.#goal = { kind: "end" };
    if (this.#parts.session.redrive()) this.#parts.session.advance({ kind: "end" });
  }

  /** Shows the machine as it was after `cursor` events. */
  moveCursor(cursor: number): void {
    this.#pace.stop();
    this.#parts.follower.showAt(cursor);
  }

  setSpeed(speed: Speed): void {
    const { playing } = this.#state.play;
    this.#pace.stop();
    this.#hub.store.set({ play: { speed, playing: false } });
    this.#hub.keep({ speed });
    if (playing) this.play();
  }

  /** The run moves no more by itself: it rests, waits for an answer, or is over. */
  rest(run: Run): void {
    const { session: _, follower, answers, onEnd } = this.#parts;
    if (this.#state.play.playing && run.cursor < run.length) {
      this.#tick(); // its news are shown in their own time
      return;
    }
    if (answers.askElsewhere(run)) return;
    if (run.activity === "blocked") this.#hub.store.set({ tab: "task" });
    if (run.activity !== "resting") this.#pace.stop();
    if (run.activity === "ended") {
      onEnd(run);
      follower.showResult(run);
    } else follower.follow();
    follower.announce();
    follower.report(run);
    if (this.#resumes && run.activity === "resting") this.#pace.start();
    this.#resumes = false;
    if (this.#state.play.playing) this.#pace.soon(run);
  }

  /** A task has been answered: as it went before it had to wait. */
  goOn(run: Run): void {
    this.#parts.follower.goTo(run.length);
    if (this.#goal === "play") this.#pace.start();
    this.#parts.session.advance(this.#goal === "play" ? { kind: "moment" } : this.#goal);
  }

  /** Forgets the run: its input, its mocks or its type are others now. */
  forget(): void {
    this.#pace.stop();
    if (!this.#state.run) return;
    this.#parts.session.pause();
    const tab = this.#state.tab === "task" ? { tab: "input" as const } : {};
    this.#hub.store.set({ run: undefined, notice: undefined, announcement: "", ...tab });
  }

  #stepOnce(run: Run): void {
    if (run.cursor < run.length) this.#parts.follower.showAt(nextMoment(run));
    else if (run.activity === "resting") this.#parts.session.advance({ kind: "moment" });
    else if (run.activity === "blocked") this.#hub.store.set({ tab: "task" });
  }

  #tick(): void {
    const { run, play } = this.#state;
    if (!run || !play.playing) return;
    if (run.cursor === run.length && run.activity !== "resting") {
      if (run.activity !== "moving") this.rest(run);
      return;
    }
    if (run.cursor === run.length) {
      this.#parts.session.advance({ kind: "moment" }); // its answer brings the next tick
      return;
    }
    if (!this.#pace.isDue(run)) {
      this.#pace.soon(run);
      return;
    }
    this.#stepOnce(run);
    const { run: now } = this.#state;
    if (now) this.#pace.soon(now);
  }
}
