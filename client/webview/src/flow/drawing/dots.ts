/**
 * Messages on their way, on a canvas over the drawing: sixty pictures a second of some hundred dots, outside of rendering.
 * A message goes over an edge in no virtual time; its dot takes as long as an eye needs. Above 500 dots those of one edge
 * that are close together are one, with a number.
 */
import type { FlowDrawing, FlowFrame, Moving } from "@sluice/engine";
import type { Box } from "../../machine/graph/camera.ts";
import { DotStamps } from "./dot-stamps.ts";

/** How long a dot is on its way, milliseconds of the clock on the wall. */
const FLIGHT_MS = 900;
/** Dots that are drawn one by one. */
const MAX_DOTS = 500;
/** Dots that are one when there are too many: parts of an edge. */
const PARTS = 12;
const RADIUS = 4.5;
/** A click this near to a dot means it, pixels. */
const REACH = 12;

interface Track {
  readonly points: readonly (readonly [number, number])[];
  /** Length up to each point. */
  readonly lengths: readonly number[];
  readonly isAside: boolean;
}

interface Dot {
  readonly moving: Moving;
  /** By the clock of the dots. */
  readonly startMs: number;
}

interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly moving: Moving;
}

export class Dots {
  readonly #reducedMotion: () => boolean;
  #tracks: readonly Track[] = [];
  #dots: Dot[] = [];
  #drawn: Drawn[] = [];
  readonly #stamps = new DotStamps();
  #canvas: HTMLCanvasElement | undefined;
  #seen: Box | undefined;
  /** The clock of the dots stands still while nothing plays. */
  #clockMs = 0;
  #lastRealMs = 0;
  #isMoving = false;
  #lastFrameMs = 0;
  #request = 0;
  /** Pictures drawn, and how long the slowest took; for whoever measures. */
  readonly measured = { pictures: 0, slowestMs: 0 };

  constructor(reducedMotion: () => boolean) {
    this.#reducedMotion = reducedMotion;
  }

  get count(): number {
    return this.#dots.length;
  }

  draw({ layout, edges }: FlowDrawing): void {
    this.#dots = [];
    this.#tracks = layout.edges.map(({ points }, index) => {
      const lengths = [0];
      for (let at = 1; at < points.length; at++) {
        const [[x, y], [fromX, fromY]] = [points[at] ?? [0, 0], points[at - 1] ?? [0, 0]];
        lengths.push((lengths[at - 1] ?? 0) + Math.hypot(x - fromX, y - fromY));
      }
      return { points, lengths, isAside: edges[index]?.isAside ?? false };
    });
    this.#paint();
  }

  attach(canvas: HTMLCanvasElement | null): void {
    this.#canvas = canvas ?? undefined;
    this.#paint();
  }

  /** What is seen of the drawing now. */
  look(seen: Box): void {
    this.#seen = seen;
    if (!this.#isMoving) this.#paint();
  }

  /** `speed`: it plays; otherwise a step, whose dots go their way at once. `jumped`: those before are of another time. */
  add(
    { hops, timeMs }: FlowFrame,
    { jumped, speed }: { readonly jumped: boolean; readonly speed: number | undefined },
  ): void {
    if (jumped) this.#dots = [];
    const beforeMs = this.#lastFrameMs;
    this.#lastFrameMs = timeMs;
    if (this.#reducedMotion()) return;
    if (jumped) {
      // As it would look if it had been played up to here: those of the last moment are still on their way.
      const windowMs = FLIGHT_MS * (speed ?? 1);
      const recent = hops.filter((hop) => timeMs - hop.timeMs < windowMs);
      this.#dots = recent.map((moving) => ({
        moving,
        startMs: this.#clockMs - (timeMs - moving.timeMs) / (speed ?? 1),
      }));
      this.#paint();
      return;
    }
    const spanMs = Math.max(1, timeMs - beforeMs);
    for (const moving of hops) {
      const lateMs = speed === undefined ? 0 : Math.min(33, ((moving.timeMs - beforeMs) / spanMs) * 33);
      this.#dots.push({ moving, startMs: this.#clockMs + Math.max(0, lateMs) });
    }
    if (this.#dots.length > MAX_DOTS * 8) this.#dots.splice(0, this.#dots.length - MAX_DOTS * 8);
    this.#go();
  }

  /** Lets those that are on their way arrive no further: somebody looks. */
  rest(): void {
    this.#isMoving = false;
    cancelAnimationFrame(this.#request);
    this.#paint();
  }

  /** The message of a dot near a point of the canvas. */
  at(x: number, y: number): Moving | undefined {
    const near = this.#drawn.filter((dot) => Math.hypot(dot.x - x, dot.y - y) < REACH);
    return near.sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y))[0]?.moving;
  }

  #go(): void {
    if (this.#isMoving || this.#dots.length === 0) return;
    this.#isMoving = true;
    this.#lastRealMs = performance.now();
    const turn = (realMs: number): void => {
      if (!this.#isMoving) return;
      this.#clockMs += Math.max(0, Math.min(100, realMs - this.#lastRealMs));
      this.#lastRealMs = realMs;
      this.#dots = this.#dots.filter(({ startMs }) => this.#clockMs - startMs < FLIGHT_MS);
      const before = performance.now();
      this.#paint();
      this.measured.pictures += 1;
      this.measured.slowestMs = Math.max(this.measured.slowestMs, performance.now() - before);
      if (this.#dots.length === 0) this.#isMoving = false;
      else this.#request = requestAnimationFrame(turn);
    };
    this.#request = requestAnimationFrame(turn);
  }

  #paint(): void {
    const [canvas, seen] = [this.#canvas, this.#seen];
    const context = canvas?.getContext("2d");
    if (!canvas || !context || !seen || seen.width === 0) return;
    const ratio = devicePixelRatio;
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    const scale = width / seen.width;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    this.#drawn = this.#places(seen, scale);
    const style = getComputedStyle(canvas);
    const [plain, aside, halo, ink] = ["--dot", "--dot-aside", "--dot-halo", "--dot-ink"].map((name) =>
      style.getPropertyValue(name),
    );
    const radius = Math.max(2.5, RADIUS * Math.min(1.2, scale));
    for (const { x, y, count, moving } of this.#drawn) {
      const color = (this.#tracks[moving.edge]?.isAside ? aside : plain) ?? "";
      const own = count > 1 ? radius + Math.min(8, Math.round(1.5 * Math.log2(count))) : radius;
      const stamp = this.#stamps.of({ color, halo: halo ?? "", radius: own, ratio });
      const half = stamp.width / ratio / 2;
      context.drawImage(stamp, x - half, y - half, 2 * half, 2 * half);
    }
    context.fillStyle = ink ?? "";
    context.font = `600 ${Math.round(Math.max(9, 10 * Math.min(1.1, scale)))}px sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const { x, y, count } of this.#drawn)
      if (count > 3) context.fillText(count > 999 ? `${Math.round(count / 1000)}k` : String(count), x, y + 0.5);
  }

  #places(seen: Box, scale: number): Drawn[] {
    const under = this.#dots.filter(({ startMs }) => startMs <= this.#clockMs);
    const isMany = under.length > MAX_DOTS;
    const drawn: Drawn[] = [];
    const parts = new Map<number, { count: number; dot: Dot; share: number }>();
    for (const dot of under) {
      const share = eased(Math.min(1, (this.#clockMs - dot.startMs) / FLIGHT_MS));
      if (!isMany) {
        drawn.push(this.#place(dot, share, dot.moving.count, seen, scale));
        continue;
      }
      const key = dot.moving.edge * PARTS + Math.floor(share * PARTS);
      const known = parts.get(key);
      if (known) known.count += dot.moving.count;
      else parts.set(key, { count: dot.moving.count, dot, share });
    }
    for (const { dot, share, count } of parts.values()) drawn.push(this.#place(dot, share, count, seen, scale));
    return drawn;
  }

  #place({ moving }: Dot, share: number, count: number, seen: Box, scale: number): Drawn {
    const [x, y] = pointAt(this.#tracks[moving.edge], share);
    return { x: (x - seen.x) * scale, y: (y - seen.y) * scale, count, moving };
  }
}

/** Slow at both ends, so that one sees where it comes from and goes to. */
function eased(share: number): number {
  return share * share * (3 - 2 * share);
}

function pointAt(track: Track | undefined, share: number): readonly [number, number] {
  if (!track) return [0, 0];
  const { points, lengths } = track;
  const wanted = share * (lengths.at(-1) ?? 0);
  const next = Math.max(
    1,
    lengths.findIndex((length) => length >= wanted),
  );
  const [[fromX, fromY], [toX, toY]] = [points[next - 1] ?? [0, 0], points[next] ?? [0, 0]];
  const [from, to] = [lengths[next - 1] ?? 0, lengths[next] ?? 1];
  const part = to === from ? 0 : (wanted - from) / (to - from);
  return [fromX + (toX - fromX) * part, fromY + (toY - fromY) * part];
}
