/** The whole panel: the system in the middle, time above it, and what is known of it beside or below. */
import { type TabHead, Tabs } from "../ui/tabs.tsx";
import { useSplit } from "../ui/use-split.ts";
import { PanelContext, useFlow, usePanel } from "./context.ts";
import { ChartsTab } from "./details/charts-tab.tsx";
import { ChecksTab } from "./details/checks-tab.tsx";
import { EventsTab } from "./details/events-tab.tsx";
import { MessageTab } from "./details/message-tab.tsx";
import { NodeTab } from "./details/node-tab.tsx";
import { RunsTab } from "./details/runs-tab.tsx";
import { SweepTab } from "./details/sweep-tab.tsx";
import { FlowGraph } from "./drawing/flow-graph.tsx";
import { Notices } from "./notices.tsx";
import type { FlowPanel } from "./panel.ts";
import type { Tab } from "./state.ts";
import { TimeBar } from "./time-bar.tsx";
import { Toolbar } from "./toolbar.tsx";

export function App({ panel }: { panel: FlowPanel }) {
  return (
    <PanelContext.Provider value={panel}>
      <Page />
    </PanelContext.Provider>
  );
}

function Page() {
  const panel = usePanel();
  const { name } = useFlow("name");
  const split = useSplit(panel.kept.split ?? 0.42, (share) => panel.keep({ split: share }));
  return (
    <div class="app">
      <Toolbar />
      <Notices />
      <main class="panes">
        <h1 class="spoken">{name}</h1>
        <div class="stage">
          <FlowGraph />
          <TimeBar />
        </div>
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
          <Details />
        </div>
      </main>
      <Announcer />
    </div>
  );
}

function Announcer() {
  const { announcement } = useFlow("announcement");
  return (
    <div class="spoken" role="status" aria-live="polite">
      {announcement}
    </div>
  );
}

function Details() {
  const panel = usePanel();
  const { tab, selected, outcome, runs } = useFlow("tab", "selected", "outcome", "runs");
  const tabs: readonly TabHead<Tab>[] = [
    { id: "node", label: selected ?? "Resource" },
    { id: "charts", label: "Charts" },
    { id: "message", label: "Message" },
    { id: "events", label: "Events" },
    {
      id: "checks",
      label: "Checks",
      ...(outcome && outcome.verdicts.length > 0 && { count: outcome.verdicts.length }),
    },
    { id: "runs", label: "Runs", ...(runs.length > 1 && { count: runs.length }) },
    { id: "sweep", label: "Sweep" },
  ];
  return (
    <Tabs label="Details" tabs={tabs} chosen={tab} onChoose={(id) => panel.setTab(id)}>
      <Screen tab={tab} />
    </Tabs>
  );
}

function Screen({ tab }: { tab: Tab }) {
  switch (tab) {
    case "node":
      return <NodeTab />;
    case "charts":
      return <ChartsTab />;
    case "message":
      return <MessageTab />;
    case "events":
      return <EventsTab />;
    case "checks":
      return <ChecksTab />;
    case "runs":
      return <RunsTab />;
    case "sweep":
      return <SweepTab />;
  }
}
