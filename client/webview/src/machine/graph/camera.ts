/** Where the graph is seen from: a scale and an offset in CSS pixels. Pure arithmetic. */

export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const MIN_SCALE = 0.01;
const MAX_SCALE = 3;
/** A long machine is shown from its start rather than too small to read. */
const READABLE_SCALE = 0.7;

/** All of it, never larger than life. */
export function fitAll(graph: Size, view: Size): Camera {
  const scale = clampScale(Math.min(1, view.width / graph.width, view.height / graph.height));
  return { scale, x: (view.width - graph.width * scale) / 2, y: (view.height - graph.height * scale) / 2 };
}

/** All of it where it stays readable, else the start of it: `start` is what must be in sight. */
export function fitReadable(graph: Size, view: Size, start: Box | undefined): Camera {
  const all = fitAll(graph, view);
  const scale = Math.max(all.scale, Math.min(READABLE_SCALE, Math.max(view.width / graph.width, MIN_SCALE)));
  if (scale <= all.scale * 1.01) return all;
  const centre = start ? start.x + start.width / 2 : graph.width / 2;
  const wide = graph.width * scale > view.width;
  const x = wide ? clamp(view.width / 2 - centre * scale, view.width - graph.width * scale, 0) : all.x;
  return { x: wide ? x : (view.width - graph.width * scale) / 2, y: 0, scale };
}

/** Scales around a point of the view that stays where it is. */
export function zoomAt(camera: Camera, factor: number, x: number, y: number): Camera {
  const scale = clampScale(camera.scale * factor);
  const by = scale / camera.scale;
  return { scale, x: x - (x - camera.x) * by, y: y - (y - camera.y) * by };
}

const AIR = 24;
/** The zoom buttons lie over the lower edge. */
const BUTTONS_HEIGHT = 40;

/** The least move that brings a box into sight, with some air around it. */
export function bringIntoView(camera: Camera, box: Box, view: Size, air = AIR): Camera {
  const place = (offset: number, start: number, length: number, room: number): number => {
    const low = start * camera.scale + offset;
    const high = low + length * camera.scale;
    if (low >= air && high <= room - air) return offset;
    if (high - low > room - 2 * air) return low > air || high < room - air ? offset + air - low : offset;
    return low < air ? offset + air - low : offset + room - air - high;
  };
  return {
    scale: camera.scale,
    x: place(camera.x, box.x, box.width, view.width),
    y: place(camera.y, box.y, box.height, view.height - BUTTONS_HEIGHT),
  };
}

/** The part of the graph that is seen, in its own coordinates. */
export function seenBox({ x, y, scale }: Camera, view: Size): Box {
  return { x: -x / scale, y: -y / scale, width: view.width / scale, height: view.height / scale };
}

/** Wider by a share of its size on each side. */
export function padded({ x, y, width, height }: Box, share: number): Box {
  return {
    x: x - width * share,
    y: y - height * share,
    width: width * (1 + 2 * share),
    height: height * (1 + 2 * share),
  };
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

export function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Centred on a point of the graph. */
export function centredOn(camera: Camera, x: number, y: number, view: Size): Camera {
  return { scale: camera.scale, x: view.width / 2 - x * camera.scale, y: view.height / 2 - y * camera.scale };
}

/** The nearest of the boxes that lies in a direction, for the arrow keys. */
export function neighbour<T extends Box>(boxes: readonly T[], from: T, direction: string): T | undefined {
  const centre = (box: Box): readonly [number, number] => [box.x + box.width / 2, box.y + box.height / 2];
  const [fromX, fromY] = centre(from);
  let best: { box: T; cost: number } | undefined;
  for (const box of boxes) {
    const [x, y] = centre(box);
    const [dx, dy] = [x - fromX, y - fromY];
    const along = { ArrowDown: dy, ArrowUp: -dy, ArrowRight: dx, ArrowLeft: -dx }[direction] ?? 0;
    if (box === from || along <= 1) continue;
    const across = Math.abs(direction === "ArrowDown" || direction === "ArrowUp" ? dx : dy);
    const cost = along + across * 2.5;
    if (!best || cost < best.cost) best = { box, cost };
  }
  return best?.box;
}

function clampScale(scale: number): number {
  return clamp(scale, MIN_SCALE, MAX_SCALE);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
