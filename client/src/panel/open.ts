/** Panels being opened, found again, and brought back after a restart of the window. */
import {
  type ExtensionContext,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from "vscode";
import { openHistoryOn } from "./history.ts";
import { registerValueHovers } from "./hover.ts";
import { Panel } from "./panel.ts";
import type { PanelCommand } from "./protocol.ts";
import { openSubject, type Subject, type SubjectAddress, subjectKey } from "./subject.ts";
import { bringToFront, showView } from "./view-page.ts";

export const PANEL_VIEW_TYPE = "sluice.panel";

const panels = new Map<string, Panel>();
let hovers = false;

/**
 * Opens the panel of a subject beside its editor, or brings the open one to the front, and starts it if asked to. Asked
 * for once more, it takes the keyboard: the text has it until then.
 * Resolves when the view has drawn the text as it is now, or has said why it cannot.
 */
export async function openPanel(
  context: ExtensionContext,
  address: SubjectAddress,
  start?: PanelCommand,
): Promise<Panel> {
  let panel = panels.get(subjectKey(address));
  if (panel) bringToFront(panel.webviewPanel, start === undefined);
  else {
    const subject = await openSubject(address);
    panel = attach(context, createWebviewPanel(subject), subject);
  }
  await panel.drawn;
  if (start) panel.post({ type: "command", command: start });
  return panel;
}

/** Brings panels back: the view has remembered its subject's address. */
export function panelSerializer(context: ExtensionContext): WebviewPanelSerializer {
  return {
    async deserializeWebviewPanel(webviewPanel, state) {
      const { uri, pointer } = (state ?? {}) as { uri?: unknown; pointer?: unknown };
      if (typeof uri !== "string") return webviewPanel.dispose();
      const address = { uri: Uri.parse(uri, true), ...(typeof pointer === "string" && { pointer }) };
      try {
        attach(context, webviewPanel, await openSubject(address));
      } catch {
        webviewPanel.dispose(); // the file is gone, and with it what the panel was about
      }
    },
  };
}

function createWebviewPanel(subject: Subject): WebviewPanel {
  const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
  return window.createWebviewPanel(PANEL_VIEW_TYPE, subject.stem, place, { retainContextWhenHidden: true });
}

function attach(context: ExtensionContext, webviewPanel: WebviewPanel, subject: Subject): Panel {
  const key = subjectKey(subject);
  const panel = new Panel(webviewPanel, subject, {
    openHistory: (on) => void openHistoryOn(on),
    onDispose: () => {
      if (panels.get(key) === panel) panels.delete(key);
    },
  });
  panels.set(key, panel);
  void show(context, panel);
  if (!hovers) context.subscriptions.push(registerValueHovers(panelsOf));
  hovers = true;
  return panel;
}

async function show(context: ExtensionContext, panel: Panel): Promise<void> {
  const workers = { worker: "machine-worker.js", jsonata: "jsonata.js" };
  const first = await panel.first();
  if (!panel.isDisposed)
    await showView(context, panel.webviewPanel, { name: "machine", title: "State machine", workers, first });
}

/** Those of a document and of what stands in it. */
function panelsOf(document: TextDocument): readonly Panel[] {
  return [...panels.values()].filter(({ uri }) => uri.toString() === document.uri.toString());
}
