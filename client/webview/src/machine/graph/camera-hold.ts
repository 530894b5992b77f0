/**
 * The camera of the graph, outside of rendering: panning and zooming move one transform and touch nothing else. The
 * first drawing is fitted; after that the camera is the user's, and only follows the state that is being shown.
 */
import type { GraphLayout } from "@sluice/engine";
import { useEffect, useLayoutEffect, useMemo } from "preact/hooks";
import {
  type Box,
  bringIntoView,
  type Camera,
  centredOn,
  contains,
  fitAll,
  fitReadable,
  padded,
  type Size,
  seenBox,
  zoomAt,
} from "./camera.ts";

/** Less than this is a click with a trembling hand. */
const DRAG_THRESHOLD_PX = 4;
const WHEEL_ZOOM = 0.0022;

/** Below this scale texts cannot be read: boxes are drawn without them. */
const FAR_SCALE = 0.3;
/** How much more than what is seen is drawn around it. */
const PADDING = 0.6;
/** What is drawn may be this many times larger than what is seen, before it is drawn anew. */
const MAX_EXCESS = 6;

/** What is to be drawn of a large graph. */
export interface Region {
  readonly box: Box;
  readonly far: boolean;
}

export class CameraHold {
  readonly frame = { current: null as HTMLDivElement | null };
  readonly svg = { current: null as SVGSVGElement | null };
  readonly world = { current: null as SVGGElement | null };
  #camera: Camera = { x: 0, y: 0, scale: 1 };
  #graph: Size | undefined;
  #size: Size | undefined;
  #start: Box | undefined;
  #touched = false;
  #dragged = false;
  #followed = "";
  #region: Region | undefined;
  #onRegion: ((region: Region) => void) | undefined;
  /** The camera has moved. */
  onMove: ((seen: Box) => void) | undefined;

  /** Tells which part of the graph is to be drawn: now, and whenever it is another one. */
  watch(onRegion: ((region: Region) => void) | undefined): void {
    this.#onRegion = onRegion;
    if (this.#region) onRegion?.(this.#region);
  }

  /** A new layout: fitted if nobody has moved the camera yet, or if there was none. */
  show(graph: Size, start: Box | undefined): void {
    const fresh = this.#graph === undefined;
    this.#graph = graph;
    this.#start = start;
    if (fresh || !this.#touched) this.#fitReadable();
    else this.#apply(this.#camera);
  }

  fit(): void {
    const view = this.#view();
    if (!this.#graph || !view) return;
    this.#touched = false;
    this.#apply(fitAll(this.#graph, view));
  }

  zoom(factor: number, at?: readonly [x: number, y: number]): void {
    const view = this.#view();
    if (!view) return;
    this.#touched = true;
    const [x, y] = at ?? [view.width / 2, view.height / 2];
    this.#apply(zoomAt(this.#camera, factor, x, y));
  }

  pan(dx: number, dy: number): void {
    this.#touched = true;
    this.#apply({ ...this.#camera, x: this.#camera.x + dx, y: this.#camera.y + dy });
  }

  /** Brings a box into sight, once for each reason to. */
  follow(box: Box | undefined, reason: string): void {
    if (reason === this.#followed) return;
    this.#followed = reason;
    const view = this.#view();
    if (box && view) this.#apply(bringIntoView(this.#camera, box, view));
  }

  /** Brings a point of the graph to the middle. */
  centre(x: number, y: number): void {
    const view = this.#view();
    if (!view) return;
    this.#touched = true;
    this.#apply(centredOn(this.#camera, x, y, view));
  }

  /** What is seen of the graph now. */
  seen(): Box | undefined {
    const view = this.#view();
    return view && seenBox(this.#camera, view);
  }

  /** Was the click that is being handled the end of a drag? */
  dragged(): boolean {
    return this.#dragged;
  }

  resized(): void {
    if (!this.#touched) this.#fitReadable();
  }

  /** Listens to wheel and pointer; returns what takes it back. */
  listen(element: HTMLElement): () => void {
    const signal = new AbortController();
    const options = { signal: signal.signal, passive: false };
    element.addEventListener("wheel", (event) => this.#wheel(event, element), options);
    element.addEventListener("pointerdown", (event) => this.#press(event, element), options);
    const observer = new ResizeObserver(() => {
      this.#size = undefined;
      this.resized();
    });
    observer.observe(element);
    return () => {
      signal.abort();
      observer.disconnect();
    };
  }

  #wheel(event: WheelEvent, element: HTMLElement): void {
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    if (event.ctrlKey || event.metaKey) {
      const { left, top } = element.getBoundingClientRect();
      const factor = Math.exp(-event.deltaY * pixels * WHEEL_ZOOM * (event.deltaMode === 0 ? 3 : 1));
      this.zoom(factor, [event.clientX - left, event.clientY - top]);
    } else if (event.shiftKey && event.deltaX === 0) this.pan(-event.deltaY * pixels, 0);
    else this.pan(-event.deltaX * pixels, -event.deltaY * pixels);
  }

  #press(event: PointerEvent, element: HTMLElement): void {
    this.#dragged = false;
    if (event.button !== 0 && event.button !== 1) return;
    let [x, y] = [event.clientX, event.clientY];
    const signal = new AbortController();
    const { signal: until } = signal;
    const move = (next: PointerEvent): void => {
      if (!this.#dragged && Math.hypot(next.clientX - x, next.clientY - y) < DRAG_THRESHOLD_PX) return;
      if (!this.#dragged) element.setPointerCapture(event.pointerId);
      this.#dragged = true;
      element.classList.add("dragging");
      this.pan(next.clientX - x, next.clientY - y);
      [x, y] = [next.clientX, next.clientY];
    };
    const end = (): void => {
      signal.abort();
      element.classList.remove("dragging");
    };
    element.addEventListener("pointermove", move, { signal: until });
    element.addEventListener("pointerup", end, { signal: until });
    element.addEventListener("pointercancel", end, { signal: until });
  }

  /** Read from the page once a size: it would have to be laid out for each time that it is asked. */
  #view(): Size | undefined {
    const frame = this.frame.current;
    if (frame && !this.#size) this.#size = { width: frame.clientWidth, height: frame.clientHeight };
    return frame && this.#size && this.#size.width > 0 ? this.#size : undefined;
  }

  #fitReadable(): void {
    const view = this.#view();
    if (this.#graph && view) this.#apply(fitReadable(this.#graph, view, this.#start));
  }

  #apply(camera: Camera): void {
    this.#camera = camera;
    this.world.current?.setAttribute("transform", `translate(${camera.x} ${camera.y}) scale(${camera.scale})`);
    const seen = this.seen();
    if (!seen) return;
    this.#look(seen);
    this.onMove?.(seen);
  }

  /** Tells what to draw when what is drawn does not do any more. */
  #look(seen: Box): void {
    const far = this.#camera.scale < FAR_SCALE;
    const { box, far: wasFar } = this.#region ?? {};
    const tooMuch = box !== undefined && box.width * box.height > seen.width * seen.height * MAX_EXCESS;
    if (box && far === wasFar && contains(box, seen) && !tooMuch) return;
    this.#region = { box: padded(seen, PADDING), far };
    this.#onRegion?.(this.#region);
  }
}

export function useCamera(layout: GraphLayout | undefined, start: Box | undefined): CameraHold {
  const camera = useMemo(() => new CameraHold(), []);
  const drawn = layout !== undefined;
  useEffect(() => (drawn && camera.frame.current ? camera.listen(camera.frame.current) : undefined), [camera, drawn]);
  useLayoutEffect(() => {
    if (layout) camera.show(layout, start);
  }, [camera, layout]);
  return camera;
}
