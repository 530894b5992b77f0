/** Panels of flows being opened, found again, and brought back after a restart of the window. */
import { type ExtensionContext, Uri, ViewColumn, type WebviewPanel, type WebviewPanelSerializer, window } from "vscode";
import { showView } from "../panel/view-page.ts";
import { FlowPanel } from "./flow-panel.ts";
import type { FlowCounts } from "./lenses.ts";
import type { FlowCommand } from "./protocol.ts";
import { nameOf } from "./source.ts";

export const FLOW_VIEW_TYPE = "sluice.flow";

const panels = new Map<string, FlowPanel>();

/** Opens the panel beside its editor, or brings the open one to the front, and starts it if asked to. */
export async function openFlowPanel(
  context: ExtensionContext,
  counts: FlowCounts,
  uri: Uri,
  start?: FlowCommand,
): Promise<FlowPanel> {
  let panel = panels.get(uri.toString());
  if (panel) panel.webviewPanel.reveal(undefined, true);
  else {
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const view = window.createWebviewPanel(FLOW_VIEW_TYPE, `Flow: ${nameOf(uri)}`, place, {
      retainContextWhenHidden: true,
    });
    panel = attach(context, counts, view, uri);
  }
  // Told at once, so that it starts with the drawing, and never after what somebody has pressed there meanwhile.
  if (start) panel.command(start);
  await panel.drawn;
  return panel;
}

/** Brings panels back: the view has remembered its file's address. */
export function flowSerializer(context: ExtensionContext, counts: FlowCounts): WebviewPanelSerializer {
  return {
    async deserializeWebviewPanel(webviewPanel, state) {
      const { uri } = (state ?? {}) as { uri?: unknown };
      if (typeof uri === "string") attach(context, counts, webviewPanel, Uri.parse(uri, true));
      else webviewPanel.dispose();
    },
  };
}

function attach(context: ExtensionContext, counts: FlowCounts, webviewPanel: WebviewPanel, uri: Uri): FlowPanel {
  const panel = new FlowPanel(webviewPanel, uri, {
    onReport: (subject, report) => counts.set(subject, report.counts),
    onDispose: () => {
      if (panels.get(uri.toString()) === panel) panels.delete(uri.toString());
    },
  });
  panels.set(uri.toString(), panel);
  void showView(context, webviewPanel, {
    name: "flow",
    title: "Flow",
    workers: { worker: "flow-worker.js", engine: "engine.js" },
  });
  return panel;
}
