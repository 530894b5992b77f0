/** What is not needed all the time: exports, files to open and to write, the overview of all keys. */
import { Menu, type MenuItem } from "../ui/menu.tsx";
import { useMachine, usePanel } from "./context.ts";
import type { GraphFormat } from "./export/save-graph.ts";

const NO_RUN = "There is no run yet";

export function MoreMenu() {
  const panel = usePanel();
  const { run, drawing } = useMachine("run", "drawing");
  const { hub } = panel;
  const noRun = run && run.length > 1 ? undefined : NO_RUN;
  const graph = async (format: GraphFormat): Promise<void> => (await import("./later.ts")).saveGraph(hub, format);
  const noGraph = drawing ? undefined : "There is nothing to draw";
  const items: MenuItem[] = [
    { id: "svg", label: "Export graph as SVG", disabled: noGraph, run: () => void graph("svg") },
    { id: "png", label: "Export graph as PNG", disabled: noGraph, run: () => void graph("png") },
    { id: "mermaid", label: "Export graph as Mermaid", disabled: noGraph, run: () => void graph("mermaid") },
    {
      id: "history",
      label: "Export execution history",
      apart: true,
      disabled: noRun,
      run: async () => run && (await import("./later.ts")).saveHistory(hub, run),
    },
    { id: "open", label: "Open execution history…", run: () => hub.tell({ type: "openHistory" }) },
    {
      id: "mocks",
      label: "Make mocks from this run…",
      apart: true,
      disabled: noRun,
      run: async () => (await import("./later.ts")).writeMocks(panel),
    },
    {
      id: "case",
      label: "Save run as scenario case…",
      disabled: noRun,
      run: async () => (await import("./later.ts")).saveCase(panel),
    },
    { id: "keys", label: "Keys", keys: "Ctrl+/", apart: true, run: () => panel.showKeys(true) },
  ];
  return <Menu label="More" icon="ellipsis" items={items} />;
}
