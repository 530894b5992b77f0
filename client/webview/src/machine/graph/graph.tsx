// biome-ignore-all lint/a11y/useSemanticElements: a group of buttons is no group of form fields
// biome-ignore-all lint/a11y/noInteractiveElementToNoninteractiveRole: the picture is only the look of the list around it
/**
 * The machine as a graph: pan, zoom, choose. One stop for Tab; the arrow keys walk from state to state, Space shows a
 * state's data, Enter goes to its text, plus, minus and 0 zoom.
 */
import type { GraphLayout, LayoutNode } from "@sluice/engine";
import { useCallback, useLayoutEffect, useMemo, useState } from "preact/hooks";
import { differingStates } from "../compare/differing.ts";
import { baseOf } from "../compare/runs.ts";
import { useMachine, usePanel } from "../context.ts";
import { currentState, foldAt } from "../run/trace.ts";
import { neighbour } from "./camera.ts";
import { type Region, useCamera } from "./camera-hold.ts";
import { drawnOf, isLarge } from "./drawn.ts";
import { EdgeLabel, edgeId, GraphLines, TakenEdge } from "./edge.tsx";
import { FarGraph } from "./far.tsx";
import { FindBox } from "./find-box.tsx";
import { isTaken, marksOf } from "./marks.ts";
import { Minimap } from "./minimap.tsx";
import { GraphNode } from "./node.tsx";
import { ZoomTools } from "./zoom-tools.tsx";

const NOBODY: ReadonlySet<string> = new Set();

export function Graph() {
  const panel = usePanel();
  const state = useMachine("drawing", "broken", "run", "past", "base", "selected", "find", "name", "tab");
  const { drawing, broken, run, selected, find, tab } = state;
  const layout = drawing?.layout;
  const states = useMemo(() => layout?.nodes.filter(({ kind }) => kind === "state") ?? [], [layout]);
  const byName = useMemo(() => new Map(states.map((node, index) => [nameOf(node), { node, index }])), [states]);
  const [active, setActive] = useState<string>();
  const [region, setRegion] = useState<Region>();
  const camera = useCamera(layout, startOf(layout));
  useLayoutEffect(() => {
    camera.watch(layout && isLarge(layout) ? setRegion : undefined);
    return () => camera.watch(undefined);
  }, [camera, layout]);
  const choose = useCallback(
    (name: string, focus: boolean) => {
      if (camera.dragged()) return; // the end of a drag is no click
      setActive(name);
      panel.subject.select(name, { focus });
    },
    [camera, panel],
  );
  const fold = foldAt(run);
  const marks = useMemo(() => marksOf(fold, run), [fold, run]);
  const found = useMemo(() => (find?.text ? new Set(find.found) : NOBODY), [find]);
  const differing = tab === "compare" ? differingStates(baseOf(state), run) : NOBODY;
  const drawn = useMemo(() => layout && drawnOf(layout, region), [layout, region]);
  if (!layout || !drawn) {
    return <div class="graph empty">{broken ? null : <p class="absent">Reading the definition…</p>}</div>;
  }
  const current = currentState(run);
  const chosen = selected === undefined ? undefined : byName.get(selected);
  const focused = (active === undefined ? undefined : byName.get(active)) ?? chosen ?? byName.get(nameOf(states[0]));
  camera.follow(chosen?.node, `${selected} ${run?.cursor}`);

  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !focused) return;
    const name = nameOf(focused.node);
    if (event.key.startsWith("Arrow")) {
      const next = neighbour(states, focused.node, event.key);
      if (next) {
        setActive(nameOf(next));
        panel.subject.select(nameOf(next), { reveal: false, tab: false });
      }
    } else if (event.key === "Enter") panel.subject.select(name, { focus: true });
    else if (event.key === " ") panel.subject.select(name);
    else if (event.key === "+" || event.key === "=") camera.zoom(1.25);
    else if (event.key === "-") camera.zoom(0.8);
    else if (event.key === "0") camera.fit();
    else return;
    event.preventDefault();
  };
  // Whoever has the focus exists, however small it is.
  const shown = drawn.far ? states.filter((node) => node === focused?.node || node === chosen?.node) : drawn.nodes;
  return (
    <div class={`graph${broken ? " stale" : ""}`}>
      <div
        ref={camera.frame}
        class="canvas"
        role="listbox"
        aria-label={`States of ${state.name}`}
        aria-activedescendant={focused && `state-${focused.index}`}
        tabIndex={0}
        onKeyDown={onKey}
        onDblClick={(event) => event.target === camera.svg.current && camera.fit()}
      >
        <svg ref={camera.svg} role="presentation">
          <g ref={camera.world} role="presentation">
            {drawn.far && <FarGraph drawn={drawn} fold={fold} marks={marks} found={found} />}
            {shown.map((node) => {
              const name = nameOf(node);
              const mark = node.kind === "state" ? marks.get(name) : undefined;
              const index = byName.get(name)?.index ?? 0;
              return (
                <GraphNode
                  key={node.id}
                  node={node}
                  id={`state-${index}`}
                  status={mark?.status}
                  visits={mark?.visits ?? 0}
                  retries={mark?.retries ?? 0}
                  selected={node.kind === "state" && name === selected}
                  current={node.kind === "state" && name === current && run?.activity !== "ended"}
                  found={found.has(name)}
                  differs={differing.has(name)}
                  position={index + 1}
                  count={states.length}
                  onChoose={choose}
                />
              );
            })}
            {!drawn.far && (
              <g role="presentation">
                <GraphLines edges={drawn.edges} />
                {drawn.edges.map((edge) => isTaken(fold, edge) && <TakenEdge key={edgeId(edge)} edge={edge} />)}
                {drawn.edges.map(
                  (edge) => edge.label && <EdgeLabel key={edgeId(edge)} edge={edge} taken={isTaken(fold, edge)} />,
                )}
              </g>
            )}
          </g>
        </svg>
      </div>
      <Minimap layout={layout} marks={marks} camera={camera} />
      {find && <FindBox find={find} />}
      <ZoomTools camera={camera} />
    </div>
  );
}

function nameOf(node: LayoutNode | undefined): string {
  return node?.name ?? node?.label ?? "";
}

function startOf(layout: GraphLayout | undefined): LayoutNode | undefined {
  return layout?.nodes.find(({ kind }) => kind === "start");
}
