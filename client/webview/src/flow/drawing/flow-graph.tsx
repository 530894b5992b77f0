// biome-ignore-all lint/a11y/useSemanticElements: a picture of boxes is no form
// biome-ignore-all lint/a11y/noInteractiveElementToNoninteractiveRole: the picture is only the look of the list around it
/**
 * The system as a graph: boxes with their figures, lines with how much went over them, and messages on their way. One stop
 * for Tab; the arrow keys walk from resource to resource, Enter goes to its text, plus, minus and 0 zoom.
 */
import type { DrawnEdge, FlowDrawing, LayoutEdge } from "@sluice/engine";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { neighbour } from "../../machine/graph/camera.ts";
import { type CameraHold, useCamera } from "../../machine/graph/camera-hold.ts";
import { edgeId, GraphLines, TakenEdge } from "../../machine/graph/edge.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { useFlow, usePanel } from "../context.ts";
import { EdgeCount } from "./edge-count.tsx";
import { NodeBox } from "./node-box.tsx";

export function FlowGraph() {
  const panel = usePanel();
  const { drawing, broken, selected, name } = useFlow("drawing", "broken", "selected", "name");
  const layout = drawing?.layout;
  const camera = useCamera(layout, layout?.nodes[0]);
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    camera.onMove = (seen) => panel.dots.look(seen);
    panel.dots.attach(canvas.current);
    const seen = camera.seen();
    if (seen) panel.dots.look(seen);
    return () => {
      camera.onMove = undefined;
    };
  }, [camera, layout]);
  const choose = useMemo(
    () => (id: string, focus: boolean) => {
      if (!camera.dragged()) panel.select(id, { focus }); // the end of a drag is no click
    },
    [camera, panel],
  );
  useEffect(() => {
    const box = layout?.nodes.find(({ id }) => id === selected);
    camera.follow(box, selected ?? "");
  }, [camera, selected, layout]);
  if (!layout || !drawing) {
    return <div class="graph empty">{broken ? null : <p class="absent">Reading…</p>}</div>;
  }
  const at = layout.nodes.findIndex(({ id }) => id === selected);
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = layout.nodes[Math.max(0, at)];
    const next = from && neighbour(layout.nodes, from, event.key);
    if (event.key.startsWith("Arrow")) {
      if (next) panel.select(next.id, { reveal: false, tab: false });
    } else if (event.key === "Enter" && from) panel.select(from.id, { focus: true });
    else if (event.key === " " && from) panel.select(from.id);
    else if (event.key === "+" || event.key === "=") camera.zoom(1.25);
    else if (event.key === "-") camera.zoom(0.8);
    else if (event.key === "0") camera.fit();
    else return;
    event.preventDefault();
  };
  /** A dot under the pointer is a message. */
  const onClick = (event: MouseEvent): void => {
    const frame = camera.frame.current;
    if (!frame || camera.dragged()) return;
    const { left, top } = frame.getBoundingClientRect();
    const moving = panel.dots.at(event.clientX - left, event.clientY - top);
    if (!moving) return;
    event.stopPropagation();
    void panel.showLife(moving.message);
  };
  return (
    <div class={`graph${broken ? " stale" : ""}`}>
      <div
        ref={camera.frame}
        class="canvas"
        role="listbox"
        aria-label={`Resources of ${name}`}
        aria-activedescendant={at >= 0 ? `node-${at}` : undefined}
        tabIndex={0}
        onKeyDown={onKey}
        onClickCapture={onClick}
        onDblClick={(event) => event.target === camera.svg.current && camera.fit()}
      >
        <svg ref={camera.svg} role="presentation">
          <g ref={camera.world} role="presentation">
            <Lines drawing={drawing} choose={choose} selected={selected} />
            {layout.nodes.map((box, index) => (
              <NodeBox key={box.id} box={box} index={index} selected={box.id === selected} onChoose={choose} />
            ))}
          </g>
        </svg>
        <canvas ref={canvas} class="dots" role="presentation" />
      </div>
      <ZoomTools camera={camera} />
    </div>
  );
}

interface LinesProps {
  readonly drawing: FlowDrawing;
  readonly choose: (id: string, focus: boolean) => void;
  readonly selected: string | undefined;
}

function Lines({ drawing, choose, selected }: LinesProps) {
  const { layout, edges } = drawing;
  const shown = edges.findIndex(({ via }) => selected !== undefined && via.includes(selected));
  const chosen = layout.edges[shown];
  return (
    <g role="presentation">
      <GraphLines edges={layout.edges} />
      {chosen && <TakenEdge edge={chosen} />}
      {layout.edges.map((edge, index) => (
        <g key={edgeId(edge)} role="presentation">
          <Reach edge={edge} drawn={edges[index]} choose={choose} />
          <EdgeCount edge={edge} index={index} />
        </g>
      ))}
    </g>
  );
}

/** A line is too thin to be hit: a wide one that nobody sees lies over it, where it is a resource that can be chosen. */
function Reach({
  edge,
  drawn,
  choose,
}: { edge: LayoutEdge; drawn: DrawnEdge | undefined } & Pick<LinesProps, "choose">) {
  const [via] = drawn?.via ?? [];
  if (via === undefined) return null;
  return (
    // The same is in the list of connections of either end, for the keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <path
      class="edge-reach"
      d={`M${edge.points.map(([x, y]) => `${x} ${y}`).join("L")}`}
      onClick={() => choose(via, false)}
    >
      <title>{via}</title>
    </path>
  );
}

function ZoomTools({ camera }: { camera: CameraHold }) {
  const tools: readonly (readonly [label: string, keys: string, icon: IconName, act: () => void])[] = [
    ["Zoom in", "+", "zoom-in", () => camera.zoom(1.25)],
    ["Zoom out", "-", "zoom-out", () => camera.zoom(0.8)],
    ["Fit", "0", "screen-full", () => camera.fit()],
  ];
  return (
    <div class="zoom" role="group" aria-label="Graph">
      {tools.map(([label, keys, icon, act]) => (
        <button
          key={label}
          type="button"
          class="icon-button"
          title={`${label} (${keys})`}
          aria-label={label}
          onClick={act}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
