/** The whole panel: what happens in the middle, the means to move it around it. */
import { lazy } from "../shell/lazy.tsx";
import { type TabHead, Tabs } from "../ui/tabs.tsx";
import { useSplit } from "../ui/use-split.ts";
import { PanelContext, useMachine, usePanel } from "./context.ts";
import { Graph } from "./graph/graph.tsx";
import { InputEditor } from "./input/input-editor.tsx";
import { keysOfPanel } from "./keys.ts";
import { Notices } from "./notices.tsx";
import type { MachinePanel } from "./panel.ts";
import { RunBar } from "./run/run-bar.tsx";
import { Toolbar } from "./run/toolbar.tsx";
import { type MachineState, openTasks, type Tab } from "./state.ts";
import { StateDetail } from "./visit/state-detail.tsx";

const AskTask = lazy(async () => (await import("./later.ts")).AskTask);
const Timeline = lazy(async () => (await import("./later.ts")).Timeline);
const MocksDrawer = lazy(async () => (await import("./later.ts")).MocksDrawer);
const Comparison = lazy(async () => (await import("./later.ts")).Comparison);
const EventTable = lazy(async () => (await import("./later.ts")).EventTable);
const KeysOverview = lazy(async () => (await import("./later.ts")).KeysOverview);

export function App({ panel }: { panel: MachinePanel }) {
  return (
    <PanelContext.Provider value={panel}>
      <Page />
    </PanelContext.Provider>
  );
}

function Page() {
  const panel = usePanel();
  const { name, showsKeys } = useMachine("name", "showsKeys");
  const split = useSplit(panel.kept.split ?? 0.42, (share) => panel.hub.keep({ split: share }));
  return (
    <div class="app">
      <Toolbar />
      <Notices />
      <main class="panes">
        <h1 class="spoken">{name}</h1>
        <Graph />
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
          <RunBar />
          <Details />
        </div>
      </main>
      <Announcer />
      {showsKeys && <KeysOverview bindings={keysOfPanel(panel)} onClose={() => panel.showKeys(false)} />}
    </div>
  );
}

function Announcer() {
  const { announcement } = useMachine("announcement");
  return (
    <div class="spoken" role="status" aria-live="polite">
      {announcement}
    </div>
  );
}

function tabsOf({ run, selected, past }: Pick<MachineState, "run" | "selected" | "past">): TabHead<Tab>[] {
  const tasks = openTasks(run).length;
  const heads: (TabHead<Tab> | false)[] = [
    tasks > 0 && { id: "task", label: "Answer", count: tasks },
    { id: "input", label: "Input" },
    { id: "state", label: selected === undefined ? "Execution" : "State" },
    { id: "timeline", label: "Timeline" },
    { id: "events", label: "Events", ...(run && run.length > 0 && { count: run.length }) },
    { id: "mocks", label: "Mocks" },
    past.length > 1 && { id: "compare", label: "Compare" },
  ];
  return heads.filter((head) => head !== false);
}

function Details() {
  const panel = usePanel();
  const state = useMachine("run", "selected", "past", "tab");
  const tabs = tabsOf(state);
  const tab = tabs.some(({ id }) => id === state.tab) ? state.tab : "state";
  return (
    <Tabs label="Details" tabs={tabs} chosen={tab} onChoose={(id) => panel.setTab(id)}>
      <Screen tab={tab} />
    </Tabs>
  );
}

function Screen({ tab }: { tab: Tab }) {
  switch (tab) {
    case "task":
      return <AskTask />;
    case "input":
      return <InputEditor />;
    case "state":
      return <StateDetail />;
    case "timeline":
      return <Timeline />;
    case "events":
      return <EventTable />;
    case "mocks":
      return <MocksDrawer />;
    case "compare":
      return <Comparison />;
  }
}
