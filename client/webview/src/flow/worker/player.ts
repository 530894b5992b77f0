/**
 * Drives one run in slices between messages: ahead to its end, and what is seen at the speed that somebody wants. Pictures
 * of it go out thirty times a second; how far it has come ahead a few times.
 */
import {
  type Code,
  differencesBetween,
  type Flow,
  type FlowEnd,
  FlowRun,
  frameOf,
  type Metrics,
  readBreakpoint,
} from "@sluice/engine";
import type { Course, FlowReply } from "./protocol.ts";

const FRAME_MS = 33;
/** Between two pictures, milliseconds of the worker's time. */
const PLAY_SLICE_MS = 14;
const AHEAD_SLICE_MS = 14;
const AHEAD_ALONE_MS = 40;
const TELL_AHEAD_MS = 300;
/** Lines of the table of events that go out with one picture. */
const MAX_LINES = 200;

type Mode = "still" | "play" | "continue";

const nowMs = (): number => performance.now();

export class Player {
  readonly run: FlowRun;
  readonly #post: (reply: FlowReply) => void;
  readonly #former: FlowEnd | undefined;
  #mode: Mode = "still";
  #isAhead = false;
  #isGone = false;
  #isLooping = false;
  #speed = 1;
  /** Virtual and real time that go together. */
  #base = { virtualMs: 0, realMs: 0 };
  #seen = 0;
  #sequence = 0;
  #toldMs = 0;

  constructor(
    flow: Flow,
    { seed, code }: { readonly seed: number | undefined; readonly code: ReadonlyMap<string, Code> },
    former: FlowEnd | undefined,
    post: (reply: FlowReply) => void,
  ) {
    this.run = new FlowRun(flow, seed, code);
    this.#former = former;
    this.#post = post;
  }

  play(speed: number): void {
    this.#speed = speed;
    this.#base = { virtualMs: this.run.timeMs, realMs: nowMs() };
    this.#set("play");
  }

  continue(): void {
    this.#set("continue");
  }

  pause(): void {
    this.#mode = "still";
  }

  /** Runs to its end ahead of what is seen. */
  ahead(): void {
    this.#isAhead = true;
    this.#start();
  }

  /** Stops all that goes on. */
  cancel(): void {
    this.#mode = "still";
    this.#isAhead = false;
  }

  /** Another run takes its place. */
  leave(): void {
    this.#isGone = true;
  }

  async step(): Promise<void> {
    this.#mode = "still";
    const isMore = await this.run.step();
    this.tell(false);
    if (!isMore) this.#post({ type: "halted", why: "end" });
  }

  async stepBack(): Promise<void> {
    this.#mode = "still";
    await this.#reach(this.run.timeMs);
    await this.run.stepBack();
    this.tell(true);
  }

  async seek(timeMs: number): Promise<void> {
    this.#mode = "still";
    const { run } = this;
    await this.#reach(timeMs);
    await run.seek(timeMs);
    this.tell(true);
  }

  /** Gives those that are true already. */
  setBreakpoints(texts: readonly string[]): readonly string[] {
    this.run.setBreakpoints(texts.flatMap((text) => readBreakpoint(text) ?? []));
    return this.run.metBreakpoints;
  }

  /** The past is reached from ahead, which must have been there. */
  async #reach(timeMs: number): Promise<void> {
    while (this.run.aheadMs < timeMs && !(await this.run.runAhead({ maxMs: AHEAD_ALONE_MS, nowMs }))) {
      this.#tellAhead(false);
      await breath();
    }
    if (this.run.end !== undefined) this.#ended();
  }

  #set(mode: Mode): void {
    this.#mode = mode;
    this.#isAhead = true;
    this.#start();
  }

  #start(): void {
    if (this.#isLooping) return;
    this.#isLooping = true;
    void this.#loop();
  }

  async #loop(): Promise<void> {
    try {
      while (!this.#isGone && (this.#mode !== "still" || this.#isAheadWanted)) {
        const startMs = nowMs();
        if (this.#mode !== "still") await this.#turn();
        if (this.#isAheadWanted) {
          const maxMs = this.#mode === "still" ? AHEAD_ALONE_MS : AHEAD_SLICE_MS;
          const isOver = await this.run.runAhead({ maxMs, nowMs });
          this.#tellAhead(isOver);
        }
        await breath(this.#mode === "play" ? FRAME_MS - (nowMs() - startMs) : 0);
      }
    } finally {
      this.#isLooping = false;
    }
  }

  #isEndTold = false;

  get #isAheadWanted(): boolean {
    return this.#isAhead && !this.#isEndTold;
  }

  /** One slice of what is seen. */
  async #turn(): Promise<void> {
    const isPlaying = this.#mode === "play";
    const wantedMs = isPlaying
      ? this.#base.virtualMs + (nowMs() - this.#base.realMs) * this.#speed
      : Number.POSITIVE_INFINITY;
    const halt = await this.run.playTo(wantedMs, { maxMs: isPlaying ? PLAY_SLICE_MS : AHEAD_ALONE_MS, nowMs });
    // Too fast for this machine: what is seen falls behind, and does not jump.
    if (halt === undefined) this.#base = { virtualMs: this.run.timeMs, realMs: nowMs() };
    this.tell(false);
    if (halt === undefined || halt.why === "time") return;
    this.#mode = "still";
    this.#post({
      type: "halted",
      why: halt.why,
      ...("breakpoint" in halt && { breakpoint: halt.breakpoint.text }),
    });
  }

  /** Sends the present picture; `jumped`: of another time than the one before. */
  tell(jumped: boolean): void {
    const { run } = this;
    if (jumped) [this.#seen, this.#sequence] = [0, 0];
    const frame = frameOf(run, this.#seen);
    const records = run.now.records(this.#sequence);
    this.#seen = frame.seen;
    this.#sequence = run.now.recordCount;
    this.#post({ type: "frame", frame, lines: records.slice(-MAX_LINES).map((record) => run.lineOf(record)), jumped });
  }

  #tellAhead(isOver: boolean): void {
    if (isOver) return this.#ended();
    if (nowMs() - this.#toldMs < TELL_AHEAD_MS) return;
    this.#toldMs = nowMs();
    const { aheadMs, untilMs, aheadEvents: events } = this.run;
    this.#post({ type: "ahead", aheadMs, untilMs, events, courses: coursesOf(this.run) });
  }

  #ended(): void {
    const { end } = this.run;
    if (end === undefined || this.#isEndTold) return;
    this.#isEndTold = true;
    this.#post({
      type: "end",
      outcome: {
        timeMs: end.timeMs,
        events: end.events,
        lost: end.lost,
        isStuck: end.isStuck,
        verdicts: end.verdicts,
        violations: end.violations.map(({ node, invariant, text }) => `${node}: ${invariant}: ${text}`),
        totals: end.totals,
        courses: coursesOf(this.run),
        differences: this.#former === undefined ? [] : differencesBetween(this.#former, end),
      },
    });
  }
}

/** Meters with a course that is worth a chart. */
const CHARTED: ReadonlySet<string> = new Set([
  "visible",
  "inFlight",
  "oldestMs",
  "concurrency",
  "throttles",
  "writeThrottled",
  "iteratorAgeMs",
  "bufferedRecords",
  "busy",
  "running",
]);

function coursesOf(run: FlowRun): readonly Course[] {
  const metrics: Metrics = run.metrics();
  return run.flow.drawing.nodes.flatMap(({ id }) =>
    Object.entries(metrics[id] ?? {}).flatMap(([metric, reading]): readonly Course[] => {
      if (!CHARTED.has(metric) || reading.kind === "histogram") return [];
      return [{ node: id, metric, ...reading.series }];
    }),
  );
}

/** Lets messages in. */
function breath(ms = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
