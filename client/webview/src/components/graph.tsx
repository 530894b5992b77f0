// biome-ignore-all lint/a11y/useSemanticElements: a group of buttons is no group of form fields
// biome-ignore-all lint/a11y/noInteractiveElementToNoninteractiveRole: the picture is only the look of the list around it
/**
 * The machine as a graph: pan, zoom, choose. One stop for Tab; the arrow keys walk from state to state, Space shows a
 * state's data, Enter goes to its text, plus, minus and 0 zoom.
 */
import type { GraphLayout, LayoutNode } from "@sluice/engine";
import { useCallback, useMemo, useState } from "preact/hooks";
import { neighbour } from "../camera.ts";
import type { Controller } from "../controller.ts";
import { isTaken, retriesOf, statusOf } from "../graph-marks.ts";
import type { ViewState } from "../state.ts";
import { currentState, foldAt } from "../trace.ts";
import { EdgeLabel, GraphLines, TakenEdge } from "./graph-edge.tsx";
import { GraphNode } from "./graph-node.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { useCamera } from "./use-camera.ts";

export function Graph({ state, controller }: { state: ViewState; controller: Controller }) {
  const { drawing, broken, run, selected } = state;
  const layout = drawing?.layout;
  const states = useMemo(() => layout?.nodes.filter(({ kind }) => kind === "state") ?? [], [layout]);
  const ids = useMemo(() => new Map(states.map((node, index) => [node.id, `state-${index}`])), [states]);
  const [active, setActive] = useState<LayoutNode>();
  const camera = useCamera(layout, startOf(layout));
  const choose = useCallback(
    (name: string, focus: boolean) => {
      if (camera.dragged()) return; // the end of a drag is no click
      controller.select(name, { focus });
    },
    [camera, controller],
  );
  if (!layout) return <div class="graph empty">{broken ? null : <p class="absent">Reading the definition…</p>}</div>;

  const fold = foldAt(run);
  const current = currentState(run);
  const named = (name: string | undefined): LayoutNode | undefined =>
    states.find((node) => (node.name ?? node.label) === name);
  const focused = active && ids.has(active.id) ? active : (named(selected) ?? states[0]);
  camera.follow(named(selected), `${selected} ${run?.cursor}`);

  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !focused) return;
    const next = neighbour(states, focused, event.key);
    if (event.key.startsWith("Arrow")) {
      if (next) {
        setActive(next);
        controller.select(next.name ?? next.label, { reveal: false, tab: false });
      }
    } else if (event.key === "Enter") controller.select(focused.name ?? focused.label, { focus: true });
    else if (event.key === " ") controller.select(focused.name ?? focused.label);
    else if (event.key === "+" || event.key === "=") camera.zoom(1.25);
    else if (event.key === "-") camera.zoom(0.8);
    else if (event.key === "0") camera.fit();
    else return;
    event.preventDefault();
  };
  return (
    <div class={`graph${broken ? " stale" : ""}`}>
      <div
        ref={camera.frame}
        class="canvas"
        role="listbox"
        aria-label={`States of ${state.name}`}
        aria-activedescendant={focused && ids.get(focused.id)}
        tabIndex={0}
        onKeyDown={onKey}
        onDblClick={(event) => event.target === camera.svg.current && camera.fit()}
      >
        <svg ref={camera.svg} role="presentation">
          <g ref={camera.world} role="presentation">
            {layout.nodes.map((node) => {
              const name = node.name ?? node.label;
              return (
                <GraphNode
                  key={node.id}
                  node={node}
                  id={ids.get(node.id) ?? ""}
                  status={node.kind === "state" ? statusOf(fold, run, name) : undefined}
                  visits={fold.states.get(name)?.visits.length ?? 0}
                  retries={retriesOf(fold, name)}
                  selected={node.kind === "state" && name === selected}
                  current={node.kind === "state" && name === current && run?.activity !== "ended"}
                  onChoose={choose}
                />
              );
            })}
            <g role="presentation">
              <GraphLines edges={layout.edges} />
              {layout.edges.map((edge) => isTaken(fold, edge) && <TakenEdge key={edgeId(edge)} edge={edge} />)}
              {layout.edges.map(
                (edge) => edge.label && <EdgeLabel key={edgeId(edge)} edge={edge} taken={isTaken(fold, edge)} />,
              )}
            </g>
          </g>
        </svg>
      </div>
      <div class="zoom" role="group" aria-label="Zoom">
        <ZoomButton label="Zoom in" keys="+" icon="zoom-in" onClick={() => camera.zoom(1.25)} />
        <ZoomButton label="Zoom out" keys="-" icon="zoom-out" onClick={() => camera.zoom(0.8)} />
        <ZoomButton label="Fit" keys="0" icon="screen-full" onClick={() => camera.fit()} />
      </div>
    </div>
  );
}

function edgeId({ from, to, kind, points }: GraphLayout["edges"][number]): string {
  return `${kind} ${from} ${to} ${points[0]?.join()}`;
}

function startOf(layout: GraphLayout | undefined): LayoutNode | undefined {
  return layout?.nodes.find(({ kind }) => kind === "start");
}

interface ZoomButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly icon: IconName;
  readonly onClick: () => void;
}

function ZoomButton({ label, keys, icon, onClick }: ZoomButtonProps) {
  return (
    <button type="button" class="icon-button" title={`${label} (${keys})`} aria-label={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
