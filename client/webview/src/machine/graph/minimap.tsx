/** A large graph as a whole, in a corner: what is in sight is framed; a click or a drag goes there. For the mouse only. */
import type { GraphLayout } from "@sluice/engine";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Box } from "./camera.ts";
import type { CameraHold } from "./camera-hold.ts";
import type { Marks } from "./marks.ts";

const MAX_WIDTH = 130;
const MAX_HEIGHT = 150;
/** Below this a graph is seen as a whole anyhow. */
const MIN_NODES = 40;

export interface MinimapProps {
  readonly layout: GraphLayout;
  readonly marks: Marks;
  readonly camera: CameraHold;
}

export function Minimap(props: MinimapProps) {
  return props.layout.nodes.length < MIN_NODES ? null : <MinimapCanvas {...props} />;
}

function MinimapCanvas({ layout, marks, camera }: MinimapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const scale = Math.min(MAX_WIDTH / layout.width, MAX_HEIGHT / layout.height);
  const [width, height] = [Math.max(12, layout.width * scale), Math.max(12, layout.height * scale)];

  const painted = useRef<Painted>(undefined);
  useEffect(() => {
    if (canvas.current) painted.current = paint(canvas.current, layout, marks, scale, painted.current);
  }, [layout, marks, scale]);

  useLayoutEffect(() => {
    const follow = (seen: Box): void => {
      const element = frame.current;
      if (!element) return;
      const [left, top] = [clamp(seen.x * scale, width), clamp(seen.y * scale, height)];
      const [right, bottom] = [
        clamp((seen.x + seen.width) * scale, width),
        clamp((seen.y + seen.height) * scale, height),
      ];
      element.style.transform = `translate(${left}px, ${top}px)`;
      element.style.width = `${Math.max(3, right - left)}px`;
      element.style.height = `${Math.max(3, bottom - top)}px`;
      const all = right - left >= width - 1 && bottom - top >= height - 1;
      element.parentElement?.classList.toggle("needless", all);
    };
    camera.onMove = follow;
    const seen = camera.seen();
    if (seen) follow(seen);
    return () => {
      camera.onMove = undefined;
    };
  }, [camera, scale, width, height]);

  const go = (event: PointerEvent): void => {
    const box = canvas.current?.getBoundingClientRect();
    if (box) camera.centre((event.clientX - box.left) / scale, (event.clientY - box.top) / scale);
  };
  return (
    <div
      class="minimap"
      aria-hidden="true"
      style={{ width: `${width}px`, height: `${height}px` }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && go(event)}
    >
      <canvas ref={canvas} style={{ width: `${width}px`, height: `${height}px` }} />
      <div ref={frame} class="minimap-frame" />
    </div>
  );
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}

/** What a canvas shows: of which graph, at which size, and the status of each node. */
interface Painted {
  readonly layout: GraphLayout;
  readonly scale: number;
  readonly statuses: readonly (string | undefined)[];
}

/** Paints what differs from what was painted before. */
function paint(
  canvas: HTMLCanvasElement,
  layout: GraphLayout,
  marks: Marks,
  scale: number,
  before: Painted | undefined,
): Painted | undefined {
  const context = canvas.getContext("2d");
  if (!context) return undefined;
  const ratio = devicePixelRatio || 1;
  const known = before?.layout === layout && before.scale === scale ? before.statuses : undefined;
  if (!known) {
    canvas.width = Math.ceil(layout.width * scale * ratio);
    canvas.height = Math.ceil(layout.height * scale * ratio);
    context.scale(ratio * scale, ratio * scale);
  }
  const style = getComputedStyle(canvas);
  const statuses = layout.nodes.map((node) => marks.statusOf(node.name ?? node.label));
  layout.nodes.forEach((node, index) => {
    const status = statuses[index];
    if (node.kind === "scope" || node.kind === "start" || node.kind === "end") return;
    if (known && known[index] === status) return;
    const colour = style.getPropertyValue(`--sl-${status ?? "edge"}`).trim() || style.color;
    context.fillStyle = context.strokeStyle = colour;
    if (node.headerHeight === undefined) context.fillRect(node.x, node.y, node.width, node.height);
    else {
      context.lineWidth = 1 / scale;
      context.strokeRect(node.x, node.y, node.width, node.height);
    }
  });
  return { layout, scale, statuses };
}
