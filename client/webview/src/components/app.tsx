/** The whole panel: what happens in the middle, the means to move it around it. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Controller } from "../controller.ts";
import { openTasks, type Tab, type ViewState } from "../state.ts";
import type { Store } from "../store.ts";
import { AskTask } from "./ask-task.tsx";
import { EventTable } from "./event-table.tsx";
import { Graph } from "./graph.tsx";
import { InputEditor } from "./input-editor.tsx";
import { Notices } from "./notices.tsx";
import { RunBar } from "./run-bar.tsx";
import { StateDetail } from "./state-detail.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useSplit } from "./use-split.ts";

export function App({ store, controller }: { store: Store<ViewState>; controller: Controller }) {
  const state = useStore(store);
  const split = useSplit(controller);
  return (
    <div class="app">
      <Toolbar state={state} controller={controller} />
      <Notices state={state} controller={controller} />
      <main class="panes">
        <h1 class="spoken">{state.name}</h1>
        <Graph state={state} controller={controller} />
        {/* biome-ignore lint/a11y/useSemanticElements: a rule that can be moved is a separator with a value */}
        <div
          class="sash"
          role="separator"
          tabIndex={0}
          aria-label="Size of the details"
          aria-orientation={split.wide ? "vertical" : "horizontal"}
          aria-valuemin={15}
          aria-valuemax={85}
          aria-valuenow={Math.round(split.share * 100)}
          onPointerDown={split.onPointerDown}
          onKeyDown={split.onKeyDown}
        />
        <div class="details">
          <RunBar state={state} controller={controller} />
          <Tabs state={state} controller={controller} />
        </div>
      </main>
      <div class="spoken" role="status" aria-live="polite">
        {state.announcement}
      </div>
    </div>
  );
}

function useStore<T>(store: Store<T>): T {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    setState(store.state);
    return store.subscribe(() => setState(store.state));
  }, [store]);
  return state;
}

interface TabHead {
  readonly id: Tab;
  readonly label: string;
  readonly count?: number;
}

function tabsOf({ run, selected }: ViewState): TabHead[] {
  const tasks = openTasks(run).length;
  return [
    ...(tasks > 0 ? [{ id: "task" as const, label: "Answer", count: tasks }] : []),
    { id: "input", label: "Input" },
    { id: "state", label: selected === undefined ? "Execution" : "State" },
    { id: "events", label: "Events", ...(run && run.length > 0 && { count: run.length }) },
  ];
}

function Tabs({ state, controller }: { state: ViewState; controller: Controller }) {
  const list = useRef<HTMLDivElement>(null);
  const tabs = tabsOf(state);
  const tab = tabs.some(({ id }) => id === state.tab) ? state.tab : "state";
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const index = (tabs.findIndex(({ id }) => id === tab) + by + tabs.length) % tabs.length;
    const next = tabs[index];
    if (next) controller.setTab(next.id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[index]?.focus();
  };
  return (
    <>
      <div ref={list} class="tabs" role="tablist" aria-label="Details" tabIndex={-1} onKeyDown={move}>
        {tabs.map(({ id, label, count }) => (
          <button
            key={id}
            type="button"
            id={`tab-${id}`}
            role="tab"
            class={`tab tab-${id}`}
            aria-selected={id === tab}
            aria-controls="tab-content"
            tabIndex={id === tab ? 0 : -1}
            onClick={() => controller.setTab(id)}
          >
            {label}
            {count !== undefined && <span class="tab-count">{count.toLocaleString("en")}</span>}
          </button>
        ))}
      </div>
      <div id="tab-content" class={`content content-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === "input" && <InputEditor state={state} controller={controller} />}
        {tab === "state" && <StateDetail state={state} controller={controller} />}
        {tab === "events" && <EventTable run={state.run} controller={controller} />}
        {tab === "task" && <AskTask state={state} controller={controller} />}
      </div>
    </>
  );
}
